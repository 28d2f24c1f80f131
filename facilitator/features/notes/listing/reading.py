"""The lines of notes that were looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.features.notes.rows import NoteLine

Reader = Callable[[Sequence[str]], Sequence[NoteLine]]
_MOST_KEPT, _AT_ONCE = 1500, 500


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

    def of(self, ids: Sequence[str]) -> list[NoteLine]:
        """The lines of these, however many, in their order. Those that were deleted meanwhile are left out."""
        found = {row_id: self[row_id] for row_id in ids if row_id in self}
        others = [row_id for row_id in ids if row_id not in found]
        for first in range(0, len(others), _AT_ONCE):
            found |= {line.id: line for line in self.reader(others[first : first + _AT_ONCE])}
        return [found[row_id] for row_id in ids if row_id in found]
