"""The window for the speaker and the room."""
