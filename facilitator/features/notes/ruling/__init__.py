"""The rule for all that is said in a session or on an item of it."""
