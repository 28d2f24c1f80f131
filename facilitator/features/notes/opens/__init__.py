"""What is open at the end of a session, each thing to be settled where it stands."""
