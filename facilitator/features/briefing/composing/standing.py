"""On what a paragraph stands, by form and in words."""

from __future__ import annotations

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.rows import ParagraphRow, SectionRow
from facilitator.translation import ntr, tr

_OWN = (Style.SUBHEADING, Style.TABLE, Style.PICTURE)
"""What needs no note behind it."""


def sign_of(section: SectionRow | None, row_id: str) -> str:
    """The sign beside a paragraph: withheld, moved, so many notes, none."""
    row = next((one for one in section.paragraphs if one.id == row_id), None) if section and row_id else None
    if row is None:
        return ""
    if row.lost:
        return "✂"
    if row.withheld:
        return "✕"
    if row.moved:
        return "▲"
    if row.evidence:
        return f"●{len(row.evidence)}" if len(row.evidence) > 1 else "●"
    return "" if row.style in _OWN else "○"


def words_on(row: ParagraphRow | None) -> str:
    """The same in words, with who said it and when."""
    if row is None:
        return ""
    if row.lost:
        words = "; ".join(f"“{said}”" for said in row.lost)
        return tr("✂ Withheld in print: a note behind it was deleted: {words}").format(words=words)
    if not row.evidence:
        return "" if row.style in _OWN else tr("○ No note is behind this paragraph.")
    if row.withheld:
        return tr("✕ Withheld in print: a note behind it may not be published as things stand.")
    if row.moved:
        return tr("▲ Its source has moved: a note behind it has other words now than when it was written.")
    said = "; ".join(
        dict.fromkeys(", ".join(filter(None, (one.speaker, one.time))) for one in row.evidence if one.speaker)
    )
    told = ntr("● {count} note", "● {count} notes", len(row.evidence)).format(count=len(row.evidence))
    return f"{told}: {said}" if said else told
