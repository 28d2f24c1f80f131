"""The item that is selected, its group, and who appears on it."""
