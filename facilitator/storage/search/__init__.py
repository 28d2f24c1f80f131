"""Full-text search over sessions, people, cases and notes.

SQLite's FTS5 neither cuts Chinese and Japanese nor unifies Arabic letters, so a normalised text of each row is indexed
(``normalising``), and queries are normalised alike (``expressions``). The index follows the journal, in batches and
before a search (``index``): entering a note does not wait for it.
"""

from facilitator.storage.search.finding import KINDS, Hit, find
from facilitator.storage.search.index import differences, rebuild, update, waiting

__all__ = ["KINDS", "Hit", "differences", "find", "rebuild", "update", "waiting"]
