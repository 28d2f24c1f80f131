"""The guiding questions beside the notes."""
