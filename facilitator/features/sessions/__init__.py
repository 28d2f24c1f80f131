"""Learning sessions: the list of them, and what is known of each."""
