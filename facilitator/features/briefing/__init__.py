"""Briefings: assembled from notes, each paragraph with its evidence, and printed through the gate."""
