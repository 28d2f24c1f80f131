"""What a template of an agenda holds, and how it is read from JSON and written (docs/templates.md has the format)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any, TypeVar

from facilitator.domain.agenda import Slot, Timing, timings
from facilitator.features.agenda.templates.reading import PlanFields
from facilitator.reading.fields import Broken, loaded, refused
from facilitator.reading.plan import BREAKOUT, BUFFER
from facilitator.translation import tr

T = TypeVar("T")

MOST_CHARACTERS = 2_000_000
"""Of one template; an agenda of 500 items has some 100,000."""

_MOST_GROUPS, _MOST_ITEMS = 100, 5000


@dataclass(frozen=True)
class TemplateGroup:
    """A breakout group, with where it meets."""

    name: str
    room: str = ""


@dataclass(frozen=True)
class TemplateItem:
    """An item. ``at`` is a fixed start in minutes after the session's start (negative before it, above 1440 on later
    days), ``group`` the number of its group from 1 on (None in the plenary), ``roles`` the codes of roles that it
    needs, ``rule`` the code of the attribution for all that is said on it."""

    title: str
    segment: str = ""
    minutes: int | None = None
    at: int | None = None
    group: int | None = None
    cue: str = ""
    roles: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class Template:
    """An agenda to begin from. ``minutes`` is the length of the session's slot, None where it is not told."""

    title: str
    about: str
    minutes: int | None
    groups: tuple[TemplateGroup, ...]
    items: tuple[TemplateItem, ...]

    @property
    def planned(self) -> int:
        """The minutes of the slot, or where it is not told of the plenary's items."""
        if self.minutes is not None:
            return self.minutes
        times = self.timings()
        return sum(times[number].minutes for number, item in enumerate(self.items) if item.group is None)

    def timings(self) -> list[Timing]:
        """When each item begins and ends, in minutes after the session's start."""
        slots = [
            Slot(
                str(number),
                "" if item.group is None else str(item.group),
                item.minutes,
                item.at,
                item.segment == BREAKOUT and item.group is None,
                item.segment == BUFFER,
            )
            for number, item in enumerate(self.items)
        ]
        found = timings(slots, 0, self.minutes)
        return [found[slot.id] for slot in slots]


def parse(text: str, translate: Callable[[str], str] = str) -> Template:
    """The template that a JSON text holds; ``translate`` is done to its texts for people.

    Raises ``Refused`` for what is no such text, saying where it is wrong.
    """
    try:
        return _template(loaded(text, MOST_CHARACTERS), translate)
    except Broken as broken:
        raise refused(broken) from None


def _template(data: Any, translate: Callable[[str], str]) -> Template:
    fields = PlanFields(data, tr("the template"), translate)
    groups = _at_most(_MOST_GROUPS, (group for at in fields.rows("groups") for group in _groups(at)))
    items = _at_most(_MOST_ITEMS, (item for at in fields.rows("items") for item in _items(at, len(groups))))
    return Template(fields.words("title"), fields.words("about"), fields.minutes("minutes"), groups, items)


def _at_most(most: int, found: Iterator[T]) -> tuple[T, ...]:
    rows = tuple(islice(found, most + 1))
    if len(rows) > most:
        raise Broken(tr("It is longer than a template can be."))
    return rows


def _groups(at: PlanFields) -> Iterator[TemplateGroup]:
    group = TemplateGroup(at.words("name"), at.text("room"))
    for number in range(1, at.times() + 1):
        yield replace(group, name=_numbered(group.name, number))


def _items(at: PlanFields, groups: int) -> Iterator[TemplateItem]:
    item = TemplateItem(
        at.words("title"),
        at.text("segment"),
        at.minutes("minutes"),
        at.moment("at"),
        None,
        at.words("cue"),
        at.texts("roles"),
        at.text("rule"),
    )
    for group in at.numbers("group", groups) or (None,):
        for number in range(1, at.times() + 1):
            yield replace(item, group=group, title=_numbered(item.title, number))


def _numbered(text: str, number: int) -> str:
    return text.replace("{number}", str(number))


def write(template: Template) -> str:
    """The template as JSON, without what says nothing, and without title and about: they are kept beside it."""
    data = {
        "minutes": template.minutes,
        "groups": [_telling(asdict(group)) for group in template.groups],
        "items": [_telling(asdict(item)) for item in template.items],
    }
    return json.dumps(_telling(data), ensure_ascii=False, indent=1)


def _telling(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", (), [])}
