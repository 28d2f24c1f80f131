"""What the report on a whole series is made of: cleared papers, and what is known of the series itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.publishing.document import Picture
from facilitator.publishing.gate import Finding, Protection
from facilitator.reading.facts import SessionFacts


@dataclass(frozen=True)
class SeriesFacts:
    """What is known of a series. ``accent`` is ``#RRGGBB`` or empty; ``lost`` counts logos that can't be read."""

    id: str
    title: str = ""
    hashtag: str = ""
    about: str = ""
    contact: str = ""
    accent: str = ""
    hosts: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = field(default=(), repr=False)
    lost: int = 0


@dataclass(frozen=True)
class ClearedSeries:
    """The papers of the sessions in the order of their dates, each cleared as it is alone. ``without`` are the sessions
    that have none. The texts of ``series`` are the user's own: the seal cleans them by ``protections``, those of all
    sessions."""

    series: SeriesFacts
    template: str
    language: str
    hosts: tuple[str, ...]
    chapters: tuple[ClearedBriefing, ...]
    without: tuple[SessionFacts, ...]
    protections: tuple[Protection, ...] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    """On the document as a whole."""
