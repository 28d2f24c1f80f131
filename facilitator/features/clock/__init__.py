"""The clock of a session that is being held, and the window that shows it to the room."""
