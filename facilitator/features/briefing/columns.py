"""How the Brief stage's tables read paragraphs, evidence and notes."""

from __future__ import annotations

from facilitator.domain.consent import DISCLOSURE_LABELS
from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import NOTE_KIND_LABELS
from facilitator.features.briefing.rows import NoteRow
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark, tr

STYLE_LABELS: dict[Style, str] = {
    Style.BODY: mark("Paragraph"),
    Style.BULLET: mark("Bullet"),
    Style.QUOTATION: mark("Quotation"),
    Style.SUBHEADING: mark("Subheading"),
    Style.NUMBERED: mark("Numbered"),
    Style.TABLE: mark("Table"),
    Style.PICTURE: mark("Picture"),
}
_KINDS: dict[str, str] = {kind.value: label for kind, label in NOTE_KIND_LABELS.items()}


def kind(code: str) -> str:
    """The kind of a note in words."""
    return tr(_KINDS.get(code, "")) or tr("No kind")


def used(row: NoteRow) -> str:
    """How often paragraphs rest on a note, by form and number; withheld ones say so."""
    if row.withheld:
        return tr("✕ withheld")
    return f"● {len(row.used)}" if row.used else "○"


EVIDENCE = (
    Column(mark("Kind"), lambda row: kind(row.kind), width=13),
    Column(mark("Speaker"), lambda row: row.speaker, width=18),
    Column(mark("Time"), lambda row: row.time, width=5),
    Column(mark("In the paper"), lambda row: tr(DISCLOSURE_LABELS[row.disclosure]), width=13),
    Column(mark("Note"), lambda row: " ".join(row.text.split()), stretch=True, tip=lambda row: row.text),
)
NOTES = (
    Column(mark("Kind"), lambda row: kind(row.kind), width=9),
    Column(mark("Note"), lambda row: " ".join(row.text.split()), stretch=True, tip=lambda row: row.text),
    Column(mark("Used"), used, width=7, tip=lambda row: "\n".join(row.used)),
    Column(mark("In the paper"), lambda row: tr(DISCLOSURE_LABELS[row.disclosure]), width=10),
    Column(mark("Speaker"), lambda row: row.speaker, width=11),
    Column(mark("Time"), lambda row: row.time, width=5),
)
