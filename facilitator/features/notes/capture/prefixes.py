"""Short signs at the beginning of a note that say what it is. No Qt here.

A sign holds only where it is written exactly; everything else that looks like one is text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import NOTE_KIND_LABELS, HeardFrom, NoteKind
from facilitator.features.notes import keys
from facilitator.translation import mark, tr

STAR, TO_VERIFY = mark("Star"), mark("To verify")
QUESTION_SIGNS = "?؟"

Values = dict[str, Any]
"""Fields of ``Marks`` with what they become."""

_MEANINGS: tuple[tuple[str, str, Values], ...] = (
    *((keys.KIND_LETTERS[kind], label, {"kind": kind.value}) for kind, label in NOTE_KIND_LABELS.items()),
    *(
        (letter, ATTRIBUTION_LABELS[attribution], {"attribution": attribution.value})
        for letter, attribution in (
            (keys.OFF_THE_RECORD, Attribution.OFF_THE_RECORD),
            (keys.CHATHAM_HOUSE, Attribution.CHATHAM_HOUSE),
        )
    ),
    (keys.STAR, STAR, {"starred": True}),
    (keys.VERIFY, TO_VERIFY, {"to_verify": True}),
)


def read(sign: str, languages: Collection[str] = (), questions: Sequence[str] = ()) -> Values:
    """What a sign asks for; nothing for what is none. ``languages`` are the codes that a quote may be in, ``questions``
    the ids of the session's guiding questions in order."""
    if sign.startswith("/"):
        return _of_word(sign[1:])
    if sign.startswith(">"):
        return _of_quote(sign[1:], languages)
    if sign[:1] and sign[0] in QUESTION_SIGNS:
        return _of_question(sign[1:], questions)
    return {}


def is_bare_quote(sign: str) -> bool:
    """Whether it begins a quote without a language: before a number it was meant as a comparison."""
    return sign in (">", ">>")


def compares(first: str) -> bool:
    """Whether what follows ``>`` makes it a comparison, as in ``> 50 %``."""
    return first.isnumeric() or first in "=<>~≈-−+±.,$€£¥%"


def _of_word(word: str) -> Values:
    """Of a letter, or of a beginning that only one of the words has, in the language of the screens or in English."""
    wanted = folded(word)
    if not wanted:
        return {}
    for letter, _, values in _MEANINGS:
        if word.upper() == letter:
            return values
    if len(wanted) < 2:
        return {}
    exact: list[Values] = []
    begun: list[Values] = []
    for _, label, values in _MEANINGS:
        names = {folded(label), folded(tr(label))}
        names |= {name.replace(" ", "-") for name in names}
        if wanted in names:
            exact.append(values)
        if any(name.startswith(wanted) for name in names):
            begun.append(values)
    found = exact or begun
    return found[0] if len(found) == 1 else {}


def _of_quote(rest: str, languages: Collection[str]) -> Values:
    heard = HeardFrom.FLOOR
    if rest.startswith(">"):
        heard, rest = HeardFrom.INTERPRETATION, rest[1:]
    code = next((one for one in languages if one.casefold() == rest.casefold()), "")
    if rest and not code:
        return {}
    return {"kind": NoteKind.QUOTE.value, "heard_from": heard.value, "language": code}


def _of_question(rest: str, questions: Sequence[str]) -> Values:
    number = int(rest) if rest.isdecimal() and len(rest) < 3 else 0
    return {"question_id": questions[number - 1]} if 0 < number <= len(questions) else {}
