"""The pieces that pages are made of: each knows its height at a width, may be cut in two, and draws itself."""
