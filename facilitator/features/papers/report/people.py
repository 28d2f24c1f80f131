"""How people are told of."""

from __future__ import annotations

from facilitator.features.papers.cleared import PaperItem
from facilitator.publishing.document import Run, Runs
from facilitator.publishing.gate import ClearedPerson
from facilitator.publishing.wording import Wording


def title_of(person: ClearedPerson, wording: Wording) -> str:
    """A name, or office and place of someone who is known or shown without one; never empty."""
    return person.name or details_of(person, wording) or "–"


def details_of(person: ClearedPerson, wording: Wording) -> str:
    """Office, and place or body."""
    where = person.place or person.organisation or person.country
    office = wording.label(person.office)
    return ", ".join(filter(None, (office, "" if where and where in office else where)))


def full(person: ClearedPerson, wording: Wording) -> str:
    """Name, office and place in one line."""
    details = details_of(person, wording)
    return ", ".join(filter(None, (person.name, details))) or "–"


def heading_of(item: PaperItem, wording: Wording) -> str:
    """What an item is called: its title, or what kind of segment it is."""
    return item.title.strip() or wording.label(item.segment) or "–"


def lines(parts: list[Runs]) -> Runs:
    """Runs below each other in one cell; what is empty takes no line."""
    found: list[Run] = []
    for part in filter(None, parts):
        found += [Run("\n")] if found else []
        found += part
    return tuple(found)
