"""The keys of the Run stage. Fixed letters, so that fingers learn them once for all languages. No Qt here."""

from __future__ import annotations

import sys

from facilitator.domain.vocabulary import NoteKind

KIND_LETTERS: dict[NoteKind, str] = {
    NoteKind.KEY_MESSAGE: "K",
    NoteKind.CHALLENGE: "C",
    NoteKind.MEASURE: "M",
    NoteKind.CITY_CASE: "Y",
    NoteKind.LESSON: "L",
    NoteKind.RECOMMENDATION: "R",
    NoteKind.COMMITMENT: "T",
    NoteKind.QUOTE: "Q",
    NoteKind.DATA_POINT: "D",
    NoteKind.QUESTION: "U",
    NoteKind.DISAGREEMENT: "A",
    NoteKind.REFERENCE: "N",
    NoteKind.FOLLOW_UP: "W",
    NoteKind.LOGISTICS: "I",
}
OFF_THE_RECORD, CHATHAM_HOUSE, STAR, VERIFY = "O", "P", "S", "Z"


def with_letter(letter: str) -> str:
    """Alt and a letter; on the Mac Control, because Option types letters there. None of them is a menu's."""
    return f"Meta+{letter}" if sys.platform == "darwin" else f"Alt+{letter}"
