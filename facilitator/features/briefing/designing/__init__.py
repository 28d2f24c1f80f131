"""The window in which templates of papers are made and changed."""
