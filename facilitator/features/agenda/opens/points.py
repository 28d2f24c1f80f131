"""What an open point is: what is wrong with a plan, for whom, and what mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any

from facilitator.domain.text import shortened
from facilitator.domain.times import DAY, clock
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.translation import mark, tr

_IN_SENTENCE, _ON_BUTTON = 60, 18
"""Characters of a title or name in a sentence, and on a button."""


class Urgency(IntEnum):
    """How much it matters; the smaller the more urgent."""

    BROKEN = 0
    """It can't happen as planned."""
    MISSING = 1
    """To be settled before the session."""
    INFORMATION = 2
    """Good to know; it does not count as open."""


URGENCY_LABELS: dict[Urgency, str] = {
    Urgency.BROKEN: mark("Can’t happen as planned"),
    Urgency.MISSING: mark("To settle before the session"),
    Urgency.INFORMATION: mark("Good to know"),
}


class Goal(StrEnum):
    """Where a mend leads that a person has to make by themselves."""

    ITEM = "item"
    """``ids`` are the item's."""
    PERSON = "person"
    """``ids`` are the person's."""
    CHOOSE = "choose"
    """Somebody is to be chosen: ``ids`` are a role and the id of an item (or empty)."""
    GROUP = "group"
    """``ids`` are the group's, and the field that is missing."""
    DETAILS = "details"
    """The details of the session; ``ids`` are the field that is to be set."""


@dataclass(frozen=True)
class Mend:
    """A verb and what it does: a command to run, or a goal to go to. ``tip`` tells what it entails, where that is not
    plain."""

    label: str
    command: Any = None
    goal: Goal | None = None
    ids: tuple[str, ...] = ()
    tip: str = ""


@dataclass(frozen=True)
class OpenPoint:
    """One thing that is open. ``code`` names its kind, ``ids`` are the rows it concerns."""

    code: str
    urgency: Urgency
    text: str
    ids: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()

    @property
    def id(self) -> str:
        """The same for as long as the same thing is open."""
        return ":".join((self.code, *self.ids))


@dataclass(frozen=True)
class Labels:
    """What codes are called in the library: languages and segments. Items in ``alike`` (ids) are called like another
    one, and are told by their times too."""

    languages: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)
    alike: frozenset[str] = frozenset()

    def of_plan(self, plan: Plan) -> Labels:
        """The same labels, which tell apart the items of a plan that are called the same."""
        names = Counter(self._name(row) for row in plan.items)
        return replace(self, alike=frozenset(row.id for row in plan.items if names[self._name(row)] > 1))

    def item(self, row: AgendaItemRow, most: int = _IN_SENTENCE) -> str:
        """What an item is called in a sentence: its title, or its segment where it has none."""
        name = short(self._name(row), most)
        if row.id not in self.alike or row.start is None:
            return name
        return tr("{item}, {time}").format(item=name, time=moment(row.start))

    def item_on_button(self, row: AgendaItemRow) -> str:
        """The same, where there is less room."""
        return self.item(row, _ON_BUTTON)

    def _name(self, row: AgendaItemRow) -> str:
        return row.title.strip() or self.segments.get(row.segment, "") or tr("Untitled item")

    def language(self, code: str) -> str:
        """What a language is called; a regional one like the language as a whole."""
        return self.languages.get(code) or self.languages.get(code.split("-")[0]) or code


def moment(wall: int) -> str:
    """A time of day (a wall minute), with the day's number from the second day on."""
    day, minute = divmod(wall, DAY)
    if not day:
        return clock(minute)
    return tr("day {number}, {time}").format(number=day + 1, time=clock(minute))


def short(text: str, most: int = _IN_SENTENCE) -> str:
    """A text that fits in a sentence, or in so many characters."""
    return shortened(text, most)


def on_button(name: str) -> str:
    """A name that fits on a button."""
    return short(name, _ON_BUTTON)


def open_item(row: AgendaItemRow, labels: Labels) -> Mend:
    """Go to an item."""
    return Mend(tr("Go to “{item}”").format(item=labels.item_on_button(row)), goal=Goal.ITEM, ids=(row.id,))


def open_person(person_id: str, name: str = "") -> Mend:
    """Go to a person, who is named where several are meant."""
    label = tr("Open {person}").format(person=on_button(name)) if name else tr("Open the person")
    return Mend(label, goal=Goal.PERSON, ids=(person_id,))
