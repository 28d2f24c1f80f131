"""The briefing as the window shows it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from facilitator.domain.consent import Disclosure
from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style


@dataclass(frozen=True)
class EvidenceRow:
    """A note behind a paragraph. ``time`` is the time of day in the session's zone; ``disclosure`` is what a paper may
    show of the note, the strictest of its attribution, the session's rule and the speaker's consent; ``withheld`` says
    that the note, and with it the paragraph, may not be published as things stand; ``moved`` that the note has other
    words now than when the paragraph was made of it, ``said``."""

    id: str
    note_id: str
    kind: str
    text: str
    speaker: str
    time: str
    disclosure: Disclosure
    withheld: bool
    said: str = ""

    @property
    def moved(self) -> bool:
        """Whether the note was changed since."""
        return bool(self.said) and self.said != self.text


@dataclass(frozen=True)
class ParagraphRow:
    """A paragraph with its evidence; ``withheld`` when one of its notes is. ``picture`` is the SHA-256 of the
    picture's bytes in the library, empty for none."""

    id: str
    section_id: str
    position: int
    style: Style
    text: str
    evidence: tuple[EvidenceRow, ...]
    spans: tuple[TextSpan, ...] = ()
    caption: str = ""
    picture: str = ""
    second_text: str = ""
    second_spans: tuple[TextSpan, ...] = ()
    second_caption: str = ""
    second_of: str = ""
    """The first text when the second was written."""
    lost: tuple[str, ...] = ()
    """What the notes behind it said that were deleted."""

    @property
    def moved(self) -> bool:
        """Whether a note behind it was changed since the paragraph was made of it."""
        return any(row.moved for row in self.evidence)

    @property
    def withheld(self) -> bool:
        """Whether the paragraph is left out when published: also where a note behind it was deleted, of which nobody
        can tell any more what its speaker agreed to."""
        return bool(self.lost) or any(row.withheld for row in self.evidence)


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
    second_heading: str = ""
    most_words: int = 0
    most_items: int = 0
    least_items: int = 0
    most_words_each: int = 0
    """The limits of the template's part; 0 for none."""

    @property
    def items(self) -> int:
        """How many paragraphs say something; subheadings do not count."""
        return sum(bool(row.text.strip()) and row.style is not Style.SUBHEADING for row in self.paragraphs)

    @property
    def too_long(self) -> tuple[ParagraphRow, ...]:
        """The paragraphs with more words than one may have."""
        most = self.most_words_each or sys.maxsize
        return tuple(row for row in self.paragraphs if len(row.text.split()) > most)

    @property
    def words(self) -> int:
        """How many words its paragraphs have."""
        return sum(len(row.text.split()) for row in self.paragraphs)


@dataclass(frozen=True)
class BriefingRow:
    """A stored briefing with its parts in order."""

    id: str
    session_id: str
    template: str
    title: str
    language: str
    sections: tuple[SectionRow, ...]
    second_language: str = ""
    second_title: str = ""
    due: str = ""
    """ISO date by which it is to be issued; empty for none."""

    def section(self, key: str) -> SectionRow | None:
        """The part of a key; None where the paper has none."""
        return next((one for one in self.sections if one.key == key), None)


@dataclass(frozen=True)
class NoteRow:
    """A note of the session as evidence. ``time`` is the time of day in the session's zone; ``part`` is the key of the
    part that its kind belongs to; ``used`` are the headings of the parts that rest on it, once for each paragraph."""

    id: str
    kind: str
    text: str
    speaker: str
    speaker_id: str
    time: str
    disclosure: Disclosure
    part: str
    themes: tuple[str, ...] = ()
    case: str = ""
    starred: bool = False
    used: tuple[str, ...] = ()

    @property
    def withheld(self) -> bool:
        """Whether nothing of it may be printed as things stand."""
        return not self.disclosure.text_may_be_published
