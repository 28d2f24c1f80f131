"""How people are told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from facilitator.features.papers.cleared import Appearing, PaperItem
from facilitator.publishing.document import Run, Runs, plain
from facilitator.publishing.gate import ClearedPerson
from facilitator.publishing.wording import Wording


def title_of(person: ClearedPerson, wording: Wording) -> str:
    """A name, or office and place of someone who is known or shown without one; never empty."""
    return person.name or details_of(person, wording) or "–"


def details_of(person: ClearedPerson, wording: Wording) -> str:
    """Office, and place or body."""
    where = person.place or person.organisation or person.country
    office = wording.label(person.office)
    return wording.marks.described((office, "" if where and where in office else where))


def full(person: ClearedPerson, wording: Wording) -> str:
    """Name, office and place in one line."""
    details = details_of(person, wording)
    return wording.marks.described((person.name, details)) or "–"


def is_told(person: ClearedPerson, wording: Wording) -> bool:
    """Whether anything tells of a person: a name, an office or where they are from."""
    return bool(person.name or details_of(person, wording))


def shown(
    people: Sequence[Appearing], tell: Callable[[Appearing], Runs], wording: Wording, further: int = 0
) -> list[Runs]:
    """Each person as they are told of; of whom nothing tells, the role once with its number, and else how many they
    are. ``further`` is how many there are beside these."""
    found = [tell(one) for one in people if is_told(one.person, wording)]
    roles = Counter(wording.label(one.role) for one in people if not is_told(one.person, wording))
    more = roles.pop("", 0) + further
    found += [plain(f"{role} ({count})" if count > 1 else role) for role, count in roles.items()]
    if more and found:
        found.append(plain(wording.count("{count} more person", "{count} more people", more)))
    elif more:
        found.append(plain(wording.count("{count} person", "{count} people", more)))
    return found


def heading_of(item: PaperItem, wording: Wording) -> str:
    """What an item is called: its title, or what kind of segment it is."""
    return item.title.strip() or wording.label(item.segment) or "–"


def with_link(text: str, link: str) -> Runs:
    """A text, and behind it an address that opens."""
    parted = (Run(" · "),) if text and link else ()
    return (*plain(text), *parted, *((Run(link, link=link),) if link else ()))


def lines(parts: list[Runs]) -> Runs:
    """Runs below each other in one cell; what is empty takes no line."""
    found: list[Run] = []
    for part in filter(None, parts):
        found += [Run("\n")] if found else []
        found += part
    return tuple(found)
