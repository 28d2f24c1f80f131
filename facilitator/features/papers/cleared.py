"""What the reports are made of: cleared values only."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.agenda import LocalDay, Summary
from facilitator.publishing.document import Picture
from facilitator.publishing.gate import ClearedPerson, Finding, Protection
from facilitator.publishing.gate.subjects import Audience
from facilitator.reading.facts import SessionFacts
from facilitator.reading.zones import PersonZone


@dataclass(frozen=True)
class Appearing:
    """A person on an item who may be shown. ``role`` and ``language`` are labels, ``minutes`` is None when not
    planned, ``declined`` people stand in working papers alone. ``begins`` is the elapsed minute at which their turn
    will come, as far as those before them have minutes; ``turn`` is their place among ``turns``."""

    person: ClearedPerson
    role: str
    minutes: int | None
    language: str
    status: str
    turn: int
    turns: int
    begins: int | None = None

    @property
    def declined(self) -> bool:
        """Whether they will not come."""
        return self.status == "declined"


@dataclass(frozen=True)
class PaperItem:
    """An item of the agenda with its times (see ``reading.plan_rows.AgendaItemRow``). ``day`` is the number of the day
    on which it begins, 0 being the first; ``unlisted`` is how many appear on it who may not be shown; ``cue`` and
    ``notes`` are empty in papers that are not for the team."""

    id: str
    day: int
    group_id: str
    segment: str
    segment_code: str
    title: str
    start: int | None
    end: int | None
    begins: int | None
    ends: int | None
    minutes: int | None
    length: int
    pinned: bool
    gap: int
    overlap: int
    late: int
    night: bool
    cue: str
    notes: str
    link: str
    who: tuple[Appearing, ...]
    unlisted: int


@dataclass(frozen=True)
class PaperGroup:
    """A breakout group; who leads it is None where nobody does, or may not be shown."""

    id: str
    name: str
    room: str
    link: str
    moderator: ClearedPerson | None
    rapporteur: ClearedPerson | None


@dataclass(frozen=True)
class Attendee:
    """Someone who takes part and has not declined. ``roles`` are labels, ``item_ids`` the items they appear on, and
    ``silent`` are those who only help the session along or listen. Working papers have ``email`` and ``phone``."""

    person: ClearedPerson
    roles: tuple[str, ...]
    role_codes: frozenset[str]
    item_ids: tuple[str, ...]
    silent: bool
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Paper:
    """One session for one audience, cleared. Its texts are the user's own, and are cleaned by the seal."""

    language: str
    audience: Audience
    session: SessionFacts
    day: LocalDay
    zones: tuple[str, ...]
    items: tuple[PaperItem, ...]
    groups: tuple[PaperGroup, ...]
    attendees: tuple[Attendee, ...]
    beside: tuple[Appearing, ...]
    """Those who stand on no item."""
    unlisted: int
    """How many take part and may not be shown."""
    summary: Summary
    protection: Protection = field(repr=False)
    findings: tuple[Finding, ...] = ()
    logos: tuple[Picture, ...] = ()
    own: ClearedPerson | None = None
    """Whose own paper it is."""
    own_zone: PersonZone | None = None
    off_the_record: frozenset[str] = frozenset()
    """Ids of people whose names stand in no file that others get too."""

    @property
    def days(self) -> int:
        """On how many days something is planned."""
        return len({item.day for item in self.items})

    @property
    def shown_ids(self) -> frozenset[str]:
        """The ids of all who may be shown, in whatever part."""
        on_items = (one for item in self.items for one in item.who)
        shown = [one.person for one in (*on_items, *self.beside)]
        shown += [lead for group in self.groups for lead in (group.moderator, group.rapporteur) if lead]
        return frozenset(person.id for person in shown)

    def item(self, item_id: str) -> PaperItem | None:
        """The item of an id."""
        return next((item for item in self.items if item.id == item_id), None)

    def group(self, group_id: str) -> PaperGroup | None:
        """The group of an id."""
        return next((group for group in self.groups if group.id == group_id), None)
