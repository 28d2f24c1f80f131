"""What is known of a session apart from people, notes and cases, and how paragraphs are set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a paragraph of a briefing is set."""

    BODY = "body"
    BULLET = "bullet"
    QUOTATION = "quotation"
    SUBHEADING = "subheading"


@dataclass(frozen=True)
class AgendaLine:
    """An item of the programme. ``minutes`` is None when not planned."""

    title: str
    segment: str
    minutes: int | None


@dataclass(frozen=True)
class SessionFacts:
    """The session and its series. ``start`` is in minutes after local midnight, ``minutes`` the length of the slot."""

    id: str
    label: str = ""
    title: str = ""
    theme: str = ""
    date: str = ""
    date_as_written: str = ""
    start: int | None = None
    zone: str = ""
    minutes: int | None = None
    languages: tuple[str, ...] = ()
    about: str = ""
    link: str = ""
    source_url: str = ""
    series: str = ""
    hashtag: str = ""
    series_about: str = ""
    contact: str = ""
    accent: str = ""
    hosts: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
