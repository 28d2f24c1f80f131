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
class MaterialRow:
    """A page or paper of a session, for the team alone or for participants too."""

    id: str
    title: str
    link: str
    for_participants: bool


@dataclass(frozen=True)
class LogoRow:
    """A logo of a series. ``description`` tells what it shows, ``sha256`` under which hash its bytes are kept."""

    id: str
    name: str
    media_type: str
    description: str
    sha256: str


@dataclass(frozen=True)
class SeriesDetails:
    """What the papers of a series carry, logos in their order. ``accent`` is ``#RRGGBB`` or empty."""

    id: str
    title: str
    hashtag: str
    hosts: str
    contact: str
    about: str
    accent: str
    logos: tuple[LogoRow, ...]


@dataclass(frozen=True)
class SessionDetails:
    """All that is edited of a session itself. Organisations by id, in order; languages and zones by their codes."""

    id: str
    label: str
    title: str
    theme: str
    series_id: str | None
    date: str
    date_as_written: str
    start: int | None
    zone: str
    zones: tuple[str, ...]
    minutes: int | None
    languages: tuple[str, ...]
    interpretation: tuple[str, ...]
    attribution: str
    about: str
    objectives: str
    concept: str
    link: str
    hosts: tuple[str, ...]
    partners: tuple[str, ...]
    host_names: tuple[str, ...]
    questions: tuple[QuestionRow, ...]
    materials: tuple[MaterialRow, ...]


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
