"""The lines of notes that were looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.features.notes.rows import NoteLine

Reader = Callable[[Sequence[str]], Sequence[NoteLine]]
_MOST_KEPT = 1500


class ReadLines(dict[str, NoteLine]):
    """Lines by id. There are never many more than a few screens of them."""

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self.reader = read

    def read(self, ids: Sequence[str]) -> None:
        """Read those that were not."""
        if len(self) > _MOST_KEPT:
            self.clear()
        for line in self.reader([row_id for row_id in ids if row_id not in self]):
            self[line.id] = line
