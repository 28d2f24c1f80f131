"""What the command line lists of an agenda."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AgendaListRow:
    """An item as the command line lists it; the fields are documented in docs/command-line.md."""

    id: str
    session: str
    session_id: str
    position: int
    group: str
    segment: str
    segment_as_written: str
    title: str
    minutes: int | None
    start: str
    end: str
    fixed: bool
    speakers: tuple[str, ...]
    attribution: str
    source_url: str


@dataclass(frozen=True)
class LibraryPersonRow:
    """Somebody to be picked from the library. ``about`` is office, organisation or city, what is known of them."""

    id: str
    name: str
    about: str
    consent: str
