"""A library with as many notes as are asked for, always the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import NoteKind
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord
from facilitator.storage.store import new_library

_SYLLABLES = (
    "ba",
    "co",
    "da",
    "el",
    "fri",
    "gu",
    "hol",
    "in",
    "ja",
    "kre",
    "lu",
    "mo",
    "or",
    "pi",
    "qua",
    "so",
    "za",
)
_WORDS = 20_000
RARE = "zwanzigste"
"""A word of one note in a thousand."""
_AT_ONCE = 5_000
_PEOPLE = 300
_BEGAN_AT = 1_586_000_000_000


@dataclass(frozen=True)
class AddRows:
    """Rows of one table, added at once."""

    record: Any
    rows: list[dict[str, Any]]
    label: str = "Add rows"

    def apply(self, session: Session) -> None:
        session.bulk_insert_mappings(self.record, self.rows)


def make(path: Path, sessions: list[int], seed: int = 8) -> None:
    """Make a library with sessions of so many notes each, of 10 to 40 words as often as in a language."""
    store = new_library(path, author="Rapporteur")
    chance = random.Random(seed)
    people = [{"id": f"person-{number}", "name": f"Person {number}"} for number in range(_PEOPLE)]
    store.run(AddRows(PersonRecord, people))
    store.run(AddRows(LearningSessionRecord, [_session(number) for number in range(len(sessions))]))
    rows: list[dict[str, Any]] = []
    for row in _notes(sessions, chance):
        rows.append(row)
        if len(rows) == _AT_ONCE:
            store.run(AddRows(NoteRecord, rows))
            rows = []
    if rows:
        store.run(AddRows(NoteRecord, rows))
    store.close()


def _session(number: int) -> dict[str, Any]:
    day = f"2020-{1 + number % 12:02}-{1 + number % 28:02}"
    return {"id": f"session-{number}", "label": str(number), "title": f"Session {number}", "date": day}


def _notes(sessions: list[int], chance: random.Random) -> Iterator[dict[str, Any]]:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))
    kinds = [kind.value for kind in NoteKind]
    number = 0
    for session, count in enumerate(sessions):
        for position in range(count):
            number += 1
            text = chance.choices(words, cum_weights=weights, k=chance.randint(10, 40))
            if number % 1000 == 0:
                text.append(RARE)
            yield {
                "id": f"{chance.getrandbits(128):032x}",
                "session_id": f"session-{session}",
                "speaker_id": f"person-{chance.randrange(_PEOPLE)}",
                "kind": chance.choice(kinds),
                "text": " ".join(text),
                "began_at": _BEGAN_AT + number * 1000,
                "position": position,
                "author": "Rapporteur",
            }
