"""Notes in lists."""
