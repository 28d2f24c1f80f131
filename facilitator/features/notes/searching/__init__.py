"""All notes of the library, and those that are looked for."""
