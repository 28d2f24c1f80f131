"""Frozen SQL, one numbered file for each version of the library file. A released file never changes."""
