"""What is known of a session apart from people, notes and cases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AgendaLine:
    """An item of the programme. ``minutes`` is None when not planned."""

    title: str
    segment: str
    minutes: int | None


@dataclass(frozen=True)
class MaterialFact:
    """A page or paper that belongs to the session."""

    title: str
    link: str
    for_participants: bool


@dataclass(frozen=True)
class SessionFacts:
    """The session and its series. ``start`` is in minutes after local midnight, ``minutes`` the length of the slot.

    Languages are given by their labels.
    """

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
    interpretation: tuple[str, ...] = ()
    about: str = ""
    objectives: str = ""
    concept: str = ""
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
    materials: tuple[MaterialFact, ...] = ()
    themes: tuple[str, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
    attribution: str = ""
    """The code of the session's rule."""
