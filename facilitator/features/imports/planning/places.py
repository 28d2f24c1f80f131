"""Cities, territories and bodies: found by name, made when they are not there, asked when they are like one that is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitator.features.imports.planning.building import Questions, RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.spellings import NEW_ONE, Spellings, candidates_of, chosen, in_plan
from facilitator.features.imports.reading.likeness import (
    acronyms_of,
    bodies_alike,
    countries_clash,
    is_acronym,
    latin,
    place_key,
    places_alike,
    spelling,
)
from facilitator.features.imports.reading.words import code_of, country_code, is_collective, is_country
from facilitator.translation import tr

_ABBREVIATED = re.compile(r"^(?P<name>.{4,}?)\s*\((?P<short>[^()\s]{2,20})\)$")
_WITH_COUNTRY = re.compile(r"^(?P<city>[^,(]+)(?:,|\()\s*(?P<country>[^,()]+)\)?$")
_TOGETHER = re.compile(r"\s*(?:[,;&+]|\band\b|\bet\b|\by\b|\be\b)\s*")


class Places:
    """Finds and makes places."""

    def __init__(self, draft: Draft, questions: Questions) -> None:
        self._draft, self._questions = draft, questions
        self._names = Spellings(draft, "place", lambda name: (place_key(name),), places_alike)

    def find(self, at: RowBuilder, name: str, country: str = "") -> DraftRow | None:
        """The place of that name, in that country where one is given; made when there is none. None for no name."""
        if not country:
            name, country = _country_apart(name)
        if not name:
            return None
        exact = self._within(self._names.exact(name), country)
        place = self._best(at, name, country, exact) if exact else self._asked(at, name, country)
        if country and not place["country"]:
            self._draft.fill(at, place, "country", country, str(place["name"]))
        return place

    def known(self, name: str) -> DraftRow | None:
        """The place that is known by exactly this name, if it is one."""
        found = self._names.exact(name)
        return found[0] if len(found) == 1 else None

    def alike(self, one: DraftRow | None, other: DraftRow | None) -> bool:
        """Whether two places may be the same one."""
        if one is None or other is None or one is other:
            return True
        return places_alike(str(one["name"]), str(other["name"]))

    def _within(self, places: Iterable[DraftRow], country: str) -> list[DraftRow]:
        return [
            place
            for place in places
            if any(not countries_clash(str(image.get("country") or ""), country) for image in place.images())
        ]

    def _best(self, at: RowBuilder, name: str, country: str, places: list[DraftRow]) -> DraftRow:
        """Of several places of one name, the one with the same country, or likewise without one; else it is asked."""
        fitting = [place for place in places if _country(place) == country_code(country)]
        if fitting or len(places) == 1:
            return (fitting or places)[0]
        return self._ask(at, name, country, places) or self._make(at, name, country)

    def _asked(self, at: RowBuilder, name: str, country: str) -> DraftRow:
        like = self._within(self._names.like(name), country)
        found = self._ask(at, name, country, like) if like else None
        if found:
            self._names.remember(at, found, name)
            return found
        return self._make(at, name, country)

    def _ask(self, at: RowBuilder, name: str, country: str, places: list[DraftRow]) -> DraftRow | None:
        answer = self._questions.answer(
            at,
            f"place/{spelling(name)}/{country_code(country)}".rstrip("/"),
            "same_place",
            "city",
            name,
            tr("Is “{name}” another spelling of a place that is there?").format(name=name),
            candidates_of(places, _described, tr("another place")),
            tr("It is added as a place of its own."),
        )
        found = chosen(places, answer) if answer and answer != NEW_ONE else None
        if not found:
            like = ", ".join(_described(place) for place in places)
            at.say(
                "possible_duplicate",
                tr("“{name}” is like {others}; added as a place of its own.").format(name=name, others=like),
                "city",
            )
        return found

    def _make(self, at: RowBuilder, name: str, country: str) -> DraftRow:
        place = self._draft.add(at, "place", spelling(name), name, name=name, country=country)
        self._names.add(place)
        return place


class Bodies:
    """Finds and makes organisations, and tells bodies from people."""

    def __init__(self, draft: Draft, questions: Questions) -> None:
        self._draft, self._questions = draft, questions
        self._names = Spellings(draft, "organisation", _rough, bodies_alike)

    def find(self, at: RowBuilder, text: str, field: str = "organisation") -> DraftRow | None:
        """The body of that name; made when there is none. ``Name (ABC)`` gives its short name too. None for no text."""
        if not text:
            return None
        found = _ABBREVIATED.match(text)
        short = found["short"] if found and is_acronym(found["short"]) else ""
        name = found["name"] if found and short else text
        exact = self._names.exact(text) or self._names.exact(name)
        body = exact[0] if exact else self._asked(at, name, short, field)
        if short:
            if not body["short_name"]:
                self._draft.fill(at, body, "short_name", short, str(body["name"]))
            self._names.add_name(body, short)
        return body

    def known(self, name: str) -> DraftRow | None:
        """The body that is known by exactly this name, if it is one."""
        found = self._names.exact(name)
        return found[0] if len(found) == 1 else None

    def is_body(self, text: str, names_of_people: frozenset[str] | set[str]) -> bool:
        """Whether who speaks is a body or a group: a body that is known, several of them, a word such as
        "participants" or "committee", or an acronym that is no part of a known person's name."""
        if self._names.exact(text) or is_collective(text):
            return True
        parts = [part for part in _TOGETHER.split(text) if part]
        if len(parts) > 1:
            return all(self.is_body(part, names_of_people) for part in parts)
        if is_acronym(text):
            return latin(text) not in names_of_people
        first = text.split()[0] if text.split() else ""
        rest = text.removeprefix(first).strip()
        of_a_body = bool(rest) and is_acronym(first) and bool(self._names.exact(first))
        return of_a_body and (" " not in rest or code_of("section", rest) is not None)

    def _asked(self, at: RowBuilder, name: str, short: str, field: str) -> DraftRow:
        like = list(dict.fromkeys([*(self._names.exact(short) if short else []), *self._names.like(name)]))
        if like:
            answer = self._questions.answer(
                at,
                f"organisation/{spelling(name)}",
                "same_organisation",
                field,
                name,
                tr("Is “{name}” another spelling of an organisation that is there?").format(name=name),
                candidates_of(like, _described, tr("another organisation")),
                tr("It is added as an organisation of its own."),
            )
            found = chosen(like, answer) if answer and answer != NEW_ONE else None
            if found:
                self._names.remember(at, found, name)
                return found
            others = ", ".join(_described(body) for body in like)
            at.say(
                "possible_duplicate",
                tr("“{name}” is like {others}; added as an organisation of its own.").format(
                    name=name, others=others
                ),
                field,
            )
        body = self._draft.add(at, "organisation", spelling(name), name, name=name, short_name=short)
        self._names.add(body)
        return body


def _country_apart(name: str) -> tuple[str, str]:
    """City and country of ``Sfax, Tunisia`` and ``Sfax (Tunisia)``."""
    found = _WITH_COUNTRY.match(name)
    if found and is_country(found["country"]):
        return found["city"].strip(), found["country"].strip()
    return name, ""


def _rough(name: str) -> list[str]:
    return [latin(name), *sorted(acronyms_of(name))]


def _country(place: DraftRow) -> str:
    return country_code(str(place["country"] or ""))


def _described(row: DraftRow) -> str:
    country = f", {row['country']}" if row["country"] else ""
    return f"“{row['name']}”{country} ({in_plan(row)})"
