"""The briefing as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.consent import Disclosure
from facilitator.domain.prose.style import Style


@dataclass(frozen=True)
class EvidenceRow:
    """A note behind a paragraph. ``time`` is the time of day in the session's zone; ``disclosure`` is what a paper may
    show of the note, the strictest of its attribution, the session's rule and the speaker's consent; ``withheld`` says
    that the note, and with it the paragraph, may not be published as things stand."""

    id: str
    note_id: str
    kind: str
    text: str
    speaker: str
    time: str
    disclosure: Disclosure
    withheld: bool


@dataclass(frozen=True)
class ParagraphRow:
    """A paragraph with its evidence; ``withheld`` when one of its notes is."""

    id: str
    section_id: str
    position: int
    style: Style
    text: str
    evidence: tuple[EvidenceRow, ...]

    @property
    def withheld(self) -> bool:
        """Whether the paragraph is left out when published."""
        return any(row.withheld for row in self.evidence)


@dataclass(frozen=True)
class SectionRow:
    """A part. ``heading`` is the user's own, empty for the template's ``usual_heading``; generated parts have no id
    and no paragraphs: they are made from the records."""

    id: str
    key: str
    heading: str
    usual_heading: str
    guidance: str
    generated: bool
    paragraphs: tuple[ParagraphRow, ...]


@dataclass(frozen=True)
class BriefingRow:
    """A stored briefing with its parts in order."""

    id: str
    session_id: str
    template: str
    title: str
    language: str
    sections: tuple[SectionRow, ...]


@dataclass(frozen=True)
class UnusedNoteRow:
    """A note that no paragraph rests on yet, and the key of the part that its kind belongs to."""

    id: str
    kind: str
    text: str
    speaker: str
    moment: int | None
    part: str
