"""What is read of sessions, frozen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SessionRow:
    """A session in a list. ``start`` is in minutes after midnight, ``minutes`` a length; hosts and partners by name."""

    id: str
    label: str
    title: str
    theme: str
    series: str
    date: str
    date_as_written: str
    start: int | None
    zone: str
    minutes: int | None
    hosts: tuple[str, ...]
    partners: tuple[str, ...]
    languages: tuple[str, ...]
    attribution: str
    source_url: str
    items: int
    people: int
    notes: int


@dataclass(frozen=True)
class QuestionRow:
    """One guiding question."""

    id: str
    text: str


@dataclass(frozen=True)
class SessionDetails:
    """All that is edited of a session itself. Organisations by id, in order."""

    id: str
    label: str
    title: str
    theme: str
    series_id: str | None
    date: str
    date_as_written: str
    start: int | None
    zone: str
    minutes: int | None
    languages: tuple[str, ...]
    attribution: str
    about: str
    link: str
    hosts: tuple[str, ...]
    partners: tuple[str, ...]
    host_names: tuple[str, ...]
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True)
class Choices:
    """What the editor of a session offers: id or code with its label."""

    series: tuple[tuple[str, str], ...]
    organisations: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LibraryFacts:
    """How much a library holds."""

    sessions: int
    people: int
    cases: int
    notes: int
