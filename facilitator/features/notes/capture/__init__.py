"""Taking notes while people speak."""
