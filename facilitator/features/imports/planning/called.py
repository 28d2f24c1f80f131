"""By what texts somebody who is in the library may be meant, so that the same file means the same people again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.words import honorific_and_name, listed

_ADDED = re.compile(
    r"^(?P<name>[^,(]+?)\s*(?:\((?P<brackets>[^)]*)\)|,\s*(?P<comma>.+)|\s[–—-]\s(?P<dash>.+))\s*$", re.DOTALL
)


def split_name(text: str) -> tuple[str, str]:
    """A name, and what follows it in brackets, after a comma or after a dash."""
    found = _ADDED.match(text.strip())
    if not found:
        return text.strip(), ""
    return found["name"].strip(), (found["brackets"] or found["comma"] or found["dash"] or "").strip()


def said_of(text: str) -> set[str]:
    """The spellings under which a text may name somebody: as it stands, and as a name without what is added."""
    return {spelling(text), spelling(honorific_and_name(split_name(text)[0])[1])} - {""}


def called(draft: Draft, person: DraftRow | None) -> set[str]:
    """What a person is or was called: names, office, and the city and body that they stand for."""
    found: set[str] = set()
    for image in person.images() if person else ():
        found |= spellings_in(image) | {spelling(str(image.get("office_title") or ""))}
        for table in ("place", "organisation"):
            row = draft.row(table, image.get(f"{table}_id"))
            for other in row.images() if row else ():
                found |= spellings_in(other)
    return found - {""}


def meant(draft: Draft, text: str, people: Iterable[DraftRow]) -> DraftRow | None:
    """Who of these people is meant by a text, if one is."""
    said = said_of(text)
    return next((person for person in people if said & called(draft, person)), None)


def meant_whole(text: str, people: Iterable[DraftRow]) -> DraftRow | None:
    """Who of these people has the text as name and office, although it looks like a list of names."""
    name, added = split_name(text)
    return next(
        (
            person
            for person in people
            if added and spelling(name) in spellings_in(person.values) and person.ever("office_title", added)
        ),
        None,
    )


def spellings_in(image: Mapping[str, Any]) -> set[str]:
    """The names in a row, as it is or was."""
    names = [image.get("name"), image.get("short_name"), *listed(str(image.get("also_written") or ""))]
    return {spelling(str(name)) for name in names if name}
