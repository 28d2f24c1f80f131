"""The balance of those who appear, while it can still be changed."""
