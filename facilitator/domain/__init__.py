"""The field itself: its words, its rules and its values. Standard library only."""
