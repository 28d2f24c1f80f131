"""All that a paper on one session is made of, as the library holds it: for the gate, not for reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.templates import BRIEFING, Template, template
from facilitator.publishing.document import Picture
from facilitator.publishing.gate.subjects import Material
from facilitator.reading.facts import SessionFacts

DELETED = ""
"""Stands among the ids of notes for one that was deleted: no consent is known of what it said."""


@dataclass(frozen=True)
class DraftParagraph:
    """A paragraph without its attribution, and the ids of the notes behind it.

    ``spans`` say what is bold, italic or a link in ``text``; ``second_text`` is the same in the paper's second
    language. Of a picture ``text`` is the alternative and ``picture`` its bytes; tables and pictures have a caption.
    """

    style: Style
    text: str
    evidence: tuple[str, ...] = ()
    id: str = field(default="", compare=False)
    spans: tuple[TextSpan, ...] = ()
    caption: str = ""
    picture: bytes = field(default=b"", repr=False)
    second_text: str = ""
    second_spans: tuple[TextSpan, ...] = ()
    second_caption: str = ""


@dataclass(frozen=True)
class DraftSection:
    """A part of a briefing. ``heading`` replaces the template's when it is not empty, ``second_heading`` that of the
    second language."""

    key: str
    paragraphs: tuple[DraftParagraph, ...] = ()
    heading: str = ""
    second_heading: str = ""


@dataclass(frozen=True)
class AppearanceFact:
    """That someone appeared. ``minutes`` is the planned length, None when not known."""

    person_id: str
    role_code: str
    minutes: int | None


@dataclass(frozen=True)
class Snapshot:
    """Everything at one moment. ``sections`` are the stored ones, None where no briefing of the template is stored.

    ``from_partners`` are the ids of notes that partners and associations spoke.
    """

    session: SessionFacts
    material: Material
    template: Template = field(default_factory=lambda: template(BRIEFING))
    title: str = ""
    second_language: str = ""
    """BCP 47 of the language beside the first; empty for none."""
    second_title: str = ""
    sections: tuple[DraftSection, ...] | None = None
    appearances: tuple[AppearanceFact, ...] = ()
    from_partners: frozenset[str] = frozenset()
    times: tuple[tuple[str, int, int], ...] = ()
    """The title of each item of the agenda, its minutes planned and used; empty where the session was not held."""
    logos: tuple[Picture, ...] = ()
    """Those of the series, where the template wants them."""
    lost_logos: int = 0
    """How many of them can't be read."""
    occasions: int = 1
    """How many sessions it is about."""
