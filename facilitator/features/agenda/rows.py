"""What the Plan stage and the command line read of an agenda."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AppearanceRow:
    """A person on an item. ``minutes`` is the length of the appearance, None when not planned."""

    id: str
    person_id: str
    person: str
    role: str
    role_as_written: str
    minutes: int | None
    status: str
    consent: str


@dataclass(frozen=True)
class AgendaItemRow:
    """One item with its times. ``start`` and ``end`` are minutes after local midnight of the session's date."""

    id: str
    session_id: str
    session: str
    position: int
    group_id: str
    group: str
    segment: str
    segment_as_written: str
    title: str
    minutes: int | None
    pinned_start: int | None
    start: int | None
    end: int | None
    gap: int
    overlap: int
    cue: str
    link: str
    appearances: tuple[AppearanceRow, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of those who appear."""
        return tuple(appearance.person for appearance in self.appearances)


@dataclass(frozen=True)
class GroupRow:
    """A breakout group."""

    id: str
    name: str
    room: str
    link: str
    moderator_id: str | None
    rapporteur_id: str | None


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
    speakers: tuple[str, ...]
    source_url: str
