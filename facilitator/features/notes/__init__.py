"""Notes: taken in a session as people speak, and found again in the whole library."""
