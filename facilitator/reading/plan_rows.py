"""What is read of a session's plan, frozen."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.agenda import LocalDay, Summary


@dataclass(frozen=True)
class AppearanceRow:
    """A person on an item, or in the session as a whole (``item_id`` is empty then).

    ``minutes`` is the length of the appearance, None when not planned. ``language`` is what they will speak (BCP 47),
    empty when not stated; ``languages`` are all they know. ``section`` and ``role`` are codes, ``city`` is a name.
    ``person`` is what they are called in one line, ``name`` and ``office`` are as written, either may be empty.
    """

    id: str
    item_id: str
    person_id: str
    person: str
    role: str
    role_as_written: str
    minutes: int | None
    language: str
    status: str
    consent: str
    gender: str
    section: str
    city: str
    country: str
    organisation: str
    languages: tuple[str, ...]
    zone: str
    name: str = ""
    office: str = ""


@dataclass(frozen=True)
class AgendaItemRow:
    """One item with its times.

    ``minutes`` is the planned length, ``length`` the one that holds; ``pinned_start``, ``start`` and ``end`` are wall
    minutes, ``begins`` and ``ends`` elapsed ones (see ``LocalDay``). ``gap``, ``overlap``, ``late`` and ``night`` are
    those of ``domain.agenda.Timing``. ``holder_id`` is the plenary's item below which a group's item stands.
    ``attribution`` is the rule of what is said in it, empty where it has none of its own.
    """

    id: str
    session_id: str
    session: str
    position: int
    group_id: str
    group: str
    holder_id: str
    segment: str
    segment_as_written: str
    title: str
    minutes: int | None
    length: int
    pinned_start: int | None
    start: int | None
    end: int | None
    begins: int | None
    ends: int | None
    gap: int
    overlap: int
    late: int
    night: bool
    cue: str
    notes: str
    link: str
    appearances: tuple[AppearanceRow, ...]
    attribution: str = ""

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
    moderator_id: str
    moderator: str
    rapporteur_id: str
    rapporteur: str
    moderator_consent: str = ""
    rapporteur_consent: str = ""


@dataclass(frozen=True)
class Plan:
    """The plan of one session: its items from top to bottom, groups below the item that holds them.

    ``start`` is a wall minute, ``minutes`` the length of the slot, ``day`` the day in the session's own zone;
    ``languages`` and ``interpretation`` are BCP 47 codes, ``zones`` the further zones in which the plan is shown.
    ``taking_part`` are those who stand on no item.
    """

    session_id: str
    session: str
    date: str
    start: int | None
    zone: str
    minutes: int | None
    languages: tuple[str, ...]
    interpretation: tuple[str, ...]
    zones: tuple[str, ...]
    link: str
    day: LocalDay
    items: tuple[AgendaItemRow, ...]
    groups: tuple[GroupRow, ...]
    taking_part: tuple[AppearanceRow, ...]
    summary: Summary

    @property
    def appearances(self) -> tuple[AppearanceRow, ...]:
        """All of them, those on items first."""
        return (*(one for item in self.items for one in item.appearances), *self.taking_part)
