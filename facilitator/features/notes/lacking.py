"""What a note still lacks, by its kind. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from facilitator.domain.consent import Attribution
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.translation import mark


class Lack(StrEnum):
    """One thing that is open."""

    CLEARANCE = "clearance"
    ANSWER = "answer"
    WHO = "who"
    WHEN = "when"
    ADDRESSEE = "addressee"
    UNIT = "unit"
    SOURCE = "source"


LACK_LABELS: dict[Lack, str] = {
    Lack.CLEARANCE: mark("Not cleared"),
    Lack.ANSWER: mark("Not answered"),
    Lack.WHO: mark("Who?"),
    Lack.WHEN: mark("By when?"),
    Lack.ADDRESSEE: mark("To whom?"),
    Lack.UNIT: mark("Unit?"),
    Lack.SOURCE: mark("Source?"),
}

_Test = Callable[[Any], bool]
_OF_KINDS: dict[str, tuple[tuple[Lack, _Test], ...]] = {
    NoteKind.QUOTE.value: (
        (Lack.CLEARANCE, lambda note: attribution_of(note.attribution, note.kind) is Attribution.PENDING),
    ),
    NoteKind.QUESTION.value: ((Lack.ANSWER, lambda note: not note.answer.strip()),),
    NoteKind.COMMITMENT.value: (
        (Lack.WHO, lambda note: not (note.responsible.strip() or note.speaker_id or note.voice.strip())),
        (Lack.WHEN, lambda note: not note.due.strip()),
    ),
    NoteKind.FOLLOW_UP.value: (
        (Lack.WHO, lambda note: not note.responsible.strip()),
        (Lack.WHEN, lambda note: not note.due.strip()),
    ),
    NoteKind.RECOMMENDATION.value: ((Lack.ADDRESSEE, lambda note: not note.addressee.strip()),),
    NoteKind.DATA_POINT.value: (
        (Lack.UNIT, lambda note: bool(note.figure.strip()) and not note.unit.strip()),
        (Lack.SOURCE, lambda note: not (note.source.strip() or note.verified)),
    ),
}


def lacks_of(note: Any) -> tuple[Lack, ...]:
    """What is open about a note: a record of one, or a row with the same columns."""
    return tuple(lack for lack, is_open in _OF_KINDS.get(note.kind, ()) if is_open(note))
