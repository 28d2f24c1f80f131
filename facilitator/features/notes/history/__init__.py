"""What happened to a note."""
