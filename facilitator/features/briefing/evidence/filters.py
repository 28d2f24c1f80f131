"""Which notes are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain.text import folded
from facilitator.features.briefing.columns import kind
from facilitator.features.briefing.rows import NoteRow


@dataclass(frozen=True)
class Filter:
    """What notes must have; empty for whatever. ``use`` is ``unused``, ``used`` or empty."""

    part: str = ""
    kind: str = ""
    speaker: str = ""
    theme: str = ""
    case: str = ""
    use: str = ""
    words: str = ""

    def shows(self, row: NoteRow) -> bool:
        """Whether a note has all of it."""
        if self.use and (self.use == "used") != bool(row.used):
            return False
        return (
            self.part in ("", row.part)
            and self.kind in ("", row.kind or "none")
            and self.speaker in ("", row.speaker)
            and (not self.theme or self.theme in row.themes)
            and self.case in ("", row.case)
            and self._says(row)
        )

    def _says(self, row: NoteRow) -> bool:
        words = folded(self.words).split()
        text = (
            folded(" ".join((row.text, row.speaker, kind(row.kind), *row.themes, row.case))) if words else ""
        )
        return all(word in text for word in words)


def choices(rows: Sequence[NoteRow], of: Callable[[NoteRow], Iterable[str]]) -> list[tuple[str, int]]:
    """The values that notes have, with how many have each, the most frequent first."""
    counted: dict[str, int] = {}
    for row in rows:
        for value in of(row):
            if value:
                counted[value] = counted.get(value, 0) + 1
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
