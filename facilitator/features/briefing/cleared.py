"""What a briefing's report is made of: cleared values only."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.templates import Template
from facilitator.publishing.document import Picture, Runs
from facilitator.publishing.gate import ClearedCase, ClearedNote, ClearedPerson, Finding, Protection
from facilitator.reading.facts import SessionFacts
from facilitator.translation import mark

NOT_STATED = mark("Not stated")
"""The label of what is counted without being told."""


@dataclass(frozen=True)
class ClearedParagraph:
    """A paragraph that may be printed, and the notes behind it. ``runs`` are its words with what is bold, italic or a
    link; ``second`` the same in the paper's second language; ``caption`` and ``picture`` as in the draft."""

    style: Style
    runs: Runs
    notes: tuple[ClearedNote, ...] = ()
    caption: str = ""
    picture: bytes = field(default=b"", repr=False)
    second: Runs = ()
    second_caption: str = ""

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the notes behind it."""
        return tuple(note.id for note in self.notes)


@dataclass(frozen=True)
class ClearedSection:
    """A part with what may be printed of it. ``heading`` and ``second_heading`` are empty for the template's."""

    key: str
    heading: str
    paragraphs: tuple[ClearedParagraph, ...]
    second_heading: str = ""


@dataclass(frozen=True)
class Tally:
    """A count by head and by planned minutes of speaking (0 where none are known)."""

    label: str
    heads: int
    minutes: int = 0


@dataclass(frozen=True)
class Figures:
    """The balance of voices. Everyone who speaks is counted, also those who are not shown."""

    speakers: int = 0
    unlisted: int = 0
    genders: tuple[Tally, ...] = ()
    sections: tuple[Tally, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class ClearedBriefing:
    """A paper on one session, cleared. The texts of ``session`` are the user's own, and are cleaned by the seal."""

    template: Template
    language: str
    title: str
    session: SessionFacts
    sections: tuple[ClearedSection, ...]
    notes: tuple[ClearedNote, ...]
    cases: tuple[ClearedCase, ...]
    speakers: tuple[ClearedPerson, ...]
    figures: Figures
    protection: Protection = field(repr=False)
    second_language: str = ""
    second_title: str = ""
    times: tuple[tuple[str, int, int], ...] = ()
    """As in the snapshot; the titles are the user's own, and are cleaned by the seal."""
    findings: tuple[Finding, ...] = ()
    logos: tuple[Picture, ...] = ()
    occasions: int = 1

    def section(self, key: str) -> ClearedSection | None:
        """The part of a key; None when it holds nothing."""
        return next((section for section in self.sections if section.key == key), None)
