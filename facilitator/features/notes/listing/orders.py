"""The orders that notes of a session can stand in, and the headings between them. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from facilitator.domain import moments
from facilitator.domain.dates import show_date
from facilitator.domain.text import folded
from facilitator.features.notes.rows import NotePlace
from facilitator.translation import mark, ntr, tr

_QUARTER = 15 * 60_000
"""Milliseconds. No zone's day begins but at a full quarter of an hour of UTC."""
_UNKNOWN, _VOICE, _NOBODY = 1_000_000, 2_000_000, 3_000_000
"""Ranks behind everyone who is in the agenda: other people, bodies, and notes of no speaker or item."""


class By(StrEnum):
    """What notes stand by."""

    TIME = "time"
    ITEM = "item"
    SPEAKER = "speaker"


BY_LABELS: dict[By, str] = {
    By.TIME: mark("By time"),
    By.ITEM: mark("By item"),
    By.SPEAKER: mark("By speaker"),
}


class Entry(NamedTuple):
    """Where a note or a heading stands: a tuple, as there are many, and they are sorted. A heading is before the notes
    of its group."""

    rank: int
    name: str
    group: str
    is_note: int
    began_at: int
    position: int
    id: str


@dataclass(frozen=True)
class Names:
    """What groups are called: agenda items and people by id, each in order (``people`` those of the agenda first)."""

    items: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    in_agenda: Mapping[str, int] = field(default_factory=dict)
    """The place of those people in the agenda, by id."""
    zone: str = ""


_folded = lru_cache(maxsize=4096)(folded)
"""Thousands of notes are said by a few people."""


@dataclass(frozen=True)
class Heading:
    """What stands between groups of notes: what they have in common, and how many they are."""

    title: str
    count: int

    @property
    def words(self) -> str:
        """The heading as it is read out."""
        count = ntr("{count} note", "{count} notes", self.count).format(count=self.count)
        return tr("{title}, {count}").format(title=self.title, count=count)


class Order:
    """Gives each note its entry. Notes of a session by time have headings where it took several days."""

    def __init__(self, by: By = By.TIME, names: Names | None = None) -> None:
        self.by = by
        self.names = names or Names()
        self._item_ranks = {item_id: number for number, item_id in enumerate(self.names.items)}
        self._days: dict[int, str] = {}

    def entry(self, place: NotePlace) -> Entry:
        """Where a note stands."""
        return Entry(*self._group(place), 1, place.began_at, place.position, place.id)

    def heading(self, entry: Entry) -> Entry:
        """Where the heading of a note's group stands."""
        return Entry(entry.rank, entry.name, entry.group, 0, 0, 0, "")

    def has_headings(self, groups: int) -> bool:
        """Whether headings are worth their room with so many groups."""
        return self.by is not By.TIME or groups > 1

    def title(self, group: str) -> str:
        """What a group is called."""
        if self.by is By.ITEM:
            return self.names.items.get(group, tr("No agenda item"))
        if self.by is By.SPEAKER:
            kind, _, what = group.partition(":")
            nobody = tr("No speaker")
            return self.names.people.get(what, nobody) if kind == "person" else what or nobody
        return show_date(group) if group else tr("Without a moment")

    def _group(self, place: NotePlace) -> tuple[int, str, str]:
        if self.by is By.ITEM:
            return self._item_ranks.get(place.item_id, _NOBODY), "", place.item_id
        if self.by is By.TIME:
            day = self._day(place.began_at)
            return 0, day, day
        if place.speaker_id:
            known = self.names.in_agenda.get(place.speaker_id)
            name = _folded(self.names.people.get(place.speaker_id, "")) if known is None else ""
            return _UNKNOWN if known is None else known, name, f"person:{place.speaker_id}"
        if place.voice:
            return _VOICE, _folded(place.voice), f"voice:{place.voice}"
        return _NOBODY, "", ""

    def _day(self, moment: int) -> str:
        if moment < 0:
            return ""
        quarter = moment // _QUARTER
        if quarter not in self._days:
            self._days[quarter] = moments.local(moment, self.names.zone).date().isoformat()
        return self._days[quarter]
