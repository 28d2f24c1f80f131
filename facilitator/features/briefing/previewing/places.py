"""On which page something stands that is being written."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.briefing.rows import BriefingRow, ParagraphRow, SectionRow
from facilitator.kit.preview_pages import Leaf, bare

_LETTERS = 48
"""So much of a paragraph's beginning tells it from the others."""


def page_of(leaves: Sequence[Leaf], section: SectionRow | None, paragraph: ParagraphRow | None) -> int:
    """The page (1 being the first) that a paragraph begins on, or its section; 0 where neither is printed. The contents
    name each section too: of several pages with a heading the last one holds."""
    if section is None:
        return 0
    texts = [bare(leaf.text) for leaf in leaves]
    found = [number for number, text in enumerate(texts, start=1) if bare(_heading(section)) in text]
    begins = found[-1] if found and _heading(section) else 0
    start = bare(paragraph.text)[:_LETTERS] if paragraph else ""
    if start:
        after = (number for number, text in enumerate(texts, start=1) if number >= begins and start in text)
        return next(after, begins)
    return begins


def _heading(section: SectionRow) -> str:
    return section.heading or section.usual_heading


def paragraph_at(briefing: BriefingRow, before: str, behind: str) -> tuple[str, str]:
    """The section and the paragraph that words on a page belong to, by their beginning or end; both empty where it is
    none, and the section alone where it is its heading."""
    tail, head = bare(before), bare(behind)
    rows = [
        (section.key, row.id, bare(row.text)) for section in briefing.sections for row in section.paragraphs
    ]
    for key, row_id, words in rows:  # short ones stand whole around the place
        begins = (tail + head).find(words) if words else -1
        if begins >= 0 and begins <= len(tail) <= begins + len(words):
            return key, row_id
    for length in (40, 24, 12):
        for key, row_id, words in rows:
            if (len(head) >= length and head[:length] in words) or (
                len(tail) >= length and tail[-length:] in words
            ):
                return key, row_id
    around = tail[-30:] + head[:30]
    for section in briefing.sections:
        heading = bare(_heading(section))
        if heading and heading in around:
            return section.key, ""
    return "", ""
