"""On which page something stands that is being written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.features.briefing.rows import ParagraphRow, SectionRow
from facilitator.kit.preview_pages import Leaf

_LETTERS = 48
"""So much of a paragraph's beginning tells it from the others."""


def page_of(leaves: Sequence[Leaf], section: SectionRow | None, paragraph: ParagraphRow | None) -> int:
    """The page (1 being the first) that a paragraph begins on, or its section; 0 where neither is printed. The contents
    name each section too: of several pages with a heading the last one holds."""
    if section is None:
        return 0
    texts = [_bare(leaf.text) for leaf in leaves]
    found = [number for number, text in enumerate(texts, start=1) if _bare(_heading(section)) in text]
    begins = found[-1] if found and _heading(section) else 0
    start = _bare(paragraph.text)[:_LETTERS] if paragraph else ""
    if start:
        after = (number for number, text in enumerate(texts, start=1) if number >= begins and start in text)
        return next(after, begins)
    return begins


def _heading(section: SectionRow) -> str:
    return section.heading or section.usual_heading


def _bare(text: str) -> str:
    """Letters and digits alone: lines are broken elsewhere in print, and words parted."""
    return re.sub(r"[\W_]+", "", text).casefold()
