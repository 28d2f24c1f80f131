"""All that a paper on one session is made of, as the library holds it: for the gate, not for reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.prose.style import Style
from facilitator.publishing.gate.subjects import Material
from facilitator.reading.facts import SessionFacts


@dataclass(frozen=True)
class DraftParagraph:
    """A paragraph without its attribution, and the ids of the notes behind it."""

    style: Style
    text: str
    evidence: tuple[str, ...] = ()
    id: str = field(default="", compare=False)


@dataclass(frozen=True)
class DraftSection:
    """A part of a briefing. ``heading`` replaces the template's when it is not empty."""

    key: str
    paragraphs: tuple[DraftParagraph, ...] = ()
    heading: str = ""


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
    template: str = "briefing"
    title: str = ""
    sections: tuple[DraftSection, ...] | None = None
    appearances: tuple[AppearanceFact, ...] = ()
    from_partners: frozenset[str] = frozenset()
