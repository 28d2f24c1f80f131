"""Which rows a person may mean by the words that are typed so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.text import folded

_OFFERED = 30


@dataclass(frozen=True)
class Offer:
    """What a list of suggestions offers: a row, or a new one by its name (``row_id`` empty)."""

    row_id: str
    name: str


class Choices:
    """Rows by id and name, found by words in any order, without accents and case."""

    def __init__(self, rows: Sequence[tuple[str, str]] = ()) -> None:
        self.rows = tuple(rows)
        self._plain = tuple((row_id, name, folded(name)) for row_id, name in rows)

    def name_of(self, row_id: str | None) -> str:
        """What a row is called; empty for none."""
        return next((name for known, name in self.rows if known == row_id), "") if row_id else ""

    def known(self, text: str) -> str:
        """The id of the row that is called exactly so; empty for none."""
        wanted = folded(text)
        return next((row_id for row_id, _, plain in self._plain if plain == wanted), "")

    def offers(self, text: str) -> list[Offer]:
        """The rows whose names hold all of the words: the very name first, then those with words that begin so."""
        words = folded(text).split()
        if not words:
            return []
        wanted = folded(text)
        found = [row for row in self._plain if all(word in row[2] for word in words)]
        found.sort(key=lambda row: (row[2] != wanted, not _begins(row[2], words)))
        return [Offer(row_id, name) for row_id, name, _ in found[:_OFFERED]]


def begins(name: str, text: str) -> bool:
    """Whether each word of the text begins a word of the name."""
    return _begins(folded(name), folded(text).split())


def _begins(plain: str, words: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in plain.split()) for word in words)
