"""What to settle before a paper is published."""
