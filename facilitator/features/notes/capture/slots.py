"""What kinds of notes have besides their text, written behind bars: ``We plant trees | City of Example | 30 June``.
No Qt here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.domain.vocabulary import NoteKind
from facilitator.translation import mark

SLOTS: dict[str, tuple[tuple[str, str], ...]] = {
    NoteKind.COMMITMENT.value: (("responsible", mark("Who")), ("due", mark("By when"))),
    NoteKind.FOLLOW_UP.value: (("responsible", mark("Who")), ("due", mark("By when"))),
    NoteKind.RECOMMENDATION.value: (("addressee", mark("Asked of")),),
    NoteKind.DATA_POINT.value: (
        ("figure", mark("Figure")),
        ("unit", mark("Unit")),
        ("source", mark("Source")),
    ),
    NoteKind.QUESTION.value: (("answer", mark("Answer")),),
}
"""The fields behind the bars of each kind that has some, in order, with what they are called."""

BAR = " | "
_CURRENCIES = frozenset("$€£")
"""Signs that make a figure say its unit."""
_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(
    r"(?<![\w.,])([-−+±~≈<>]?\s?[$€£]?\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|"
    r"[-−+±~≈<>]?[$€£]?\d+(?:[.,]\d+)?)\s?([%‰°][CF]?|[^\W\d_]+(?:/[^\W\d_]+|²|³)?)?"
)


def parts_of(text: str, kind: str) -> list[str]:
    """The text and what stands behind its bars, of kinds that have something there; ``\\|`` is a bar as it is. Bars
    beyond the last field, all bars of other kinds, and those before which nothing stands are text."""
    most = len(SLOTS.get(kind, ()))
    bars = [found.start() for found in _BAR.finditer(text)][:most]
    if not bars or not text[: bars[0]].strip():
        return [text]
    ends = [*bars, len(text)]
    starts = [0, *(bar + 1 for bar in bars)]
    parts = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return [part.replace("\\|", "|") for part in parts]


def read(text: str, kind: str) -> tuple[str, dict[str, str]]:
    """The text of the note without what stands behind bars, and that by field."""
    first, *rest = parts_of(text, kind)
    if not rest:
        # Nobody wrote a bar that parts: what is written is kept, but for the sign that keeps one from parting.
        return (first.replace("\\|", "|") if kind in SLOTS else first), {}
    fields = dict(zip((name for name, _ in SLOTS[kind]), rest, strict=False))
    return first, {name: value for name, value in fields.items() if value}


def next_slot(text: str, kind: str) -> str:
    """What the next bar would begin, as it is called (to be translated); empty where nothing is left."""
    named = SLOTS.get(kind, ())
    used = len(_BAR.findall(text))
    return named[used][1] if text.strip() and used < len(named) else ""


def lone_figure(text: str, kind: str) -> Sequence[str]:
    """The figure and its unit that a data point without bars tells, where its text holds one number alone. A mere
    number without a unit comes alone, so that the unit is what is written next."""
    if kind != NoteKind.DATA_POINT.value or _BAR.search(text):
        return ()
    found = list(_NUMBER.finditer(text))
    if len(found) != 1 or len(re.findall(r"\d+", text)) != len(re.findall(r"\d+", found[0][1])):
        return ()
    figure, unit = found[0][1].strip(), found[0][2] or ""
    return (figure, unit) if unit or not _CURRENCIES.isdisjoint(figure) else (figure,)
