"""The papers of all sessions of a series as one document."""
