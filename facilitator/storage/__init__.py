"""The library file: one SQLite database with its journal, its search index and its backups."""
