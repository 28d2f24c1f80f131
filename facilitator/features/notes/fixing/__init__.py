"""What is done later to notes that are selected in a list."""
