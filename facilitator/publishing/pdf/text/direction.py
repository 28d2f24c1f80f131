"""From which side a paragraph is read."""

from __future__ import annotations

from facilitator.publishing.pdf.text.bidi import base_level, may_reorder
from facilitator.publishing.pdf.text.bidi_classes import bidi_class

_LETTERS_JUDGED = 2000  # a paragraph's direction shows well before its end

# Above these shares of its letters, a paragraph is taken to be in the direction opposite to the document's: a lower
# one when it also begins that way, a higher one when it begins like the document, say with a Latin acronym.
_SHARE_WHEN_FIRST = 0.5
_SHARE_OTHERWISE = 0.75


def paragraph_level(text: str, document_level: int) -> int:
    """0 or 1: the document's direction, unless the paragraph is clearly written in the other one."""
    if document_level == 0 and not may_reorder(text):
        return 0
    counts = [0, 0]
    for character in text[:_LETTERS_JUDGED]:
        kind = bidi_class(character)
        if kind == "L":
            counts[0] += 1
        elif kind in ("R", "AL"):
            counts[1] += 1
    total = sum(counts)
    if not total:
        return document_level
    other = 1 - document_level
    begins_other = base_level(text, document_level) == other
    share = counts[other] / total
    return other if share > (_SHARE_WHEN_FIRST if begins_other else _SHARE_OTHERWISE) else document_level
