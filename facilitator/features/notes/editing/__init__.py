"""One note with all its attributes."""
