"""Who is meant by the texts in which agendas, cases and notes name people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.called import meant, meant_whole, split_name
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies, Places
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.who import Who, office_code
from facilitator.features.imports.reading.words import (
    honorific_and_name,
    is_collective,
    is_country,
    listed,
    names,
    word_key,
)

_OF = re.compile(r"\s+(?:of|for|on|to|de|du|des|del|para)\s+|\s+d['’]")
_APART = re.compile(r"[,;:/|()\[\]]|\s[–—-]\s")


@dataclass(frozen=True)
class Mentions:
    """Reads names with what is added to them ("Emilia Saiz, Secretary General"), offices without a name, bodies."""

    draft: Draft
    people_: People
    bodies: Bodies
    places: Places
    terms: Terms

    def people(
        self, at: RowBuilder, field: str, session: DraftRow, there: Sequence[DraftRow] = ()
    ) -> list[DraftRow]:
        """The people whom a cell lists. ``there`` are those whom the library has in that place already: a text that
        may mean one of them does."""
        text = at.text(field)
        if whole := meant_whole(text, there):
            return [whole]
        parts = listed(text)
        if len(parts) == 1 and "," in text and self._is_list(text.split(",")):
            parts = [part.strip() for part in text.split(",") if part.strip()]
        named = [part for part in parts if has_letters(part)]
        found = [meant(self.draft, part, there) or self.person(at, part, session) for part in named]
        return [person for person in found if person]

    def person(
        self,
        at: RowBuilder,
        text: str,
        session: DraftRow | None,
        office: str = "",
        place: DraftRow | None = None,
    ) -> DraftRow | None:
        """The person whom a text names. A body or a city stands for somebody of it whose name is not known."""
        name, added = split_name(text)
        inside, named = honorific_and_name(added)[1], self.people_.is_named
        if inside and named(inside) and not named(honorific_and_name(name)[1]):
            return self.people_.mentioned(at, Who(inside, office, place=place, session=session))
        if self.is_body(text):
            return self.people_.mentioned(at, Who("", office, self.bodies.find(at, text), session=session))
        if office_code(self.terms, name) and all(self._is_addition(part) for part in [name, *apart(added)]):
            return self.people_.mentioned(at, Who("", text, session=session))
        if (city := self.places.known(text)) and not self.people_.is_named(text):
            there = self.people_.attendance.one_of_place(city, session)
            return there or self.people_.mentioned(at, Who("", office, place=city, session=session))
        honorific, bare = honorific_and_name(name)
        if added and not self.people_.is_named(bare) and not all(map(self._is_addition, apart(added))):
            # It can't be told which part is the name, and a name must not be printed as an office or a body.
            added = ""
            honorific, bare = honorific_and_name(text)
        who = Who(bare, office or added, place=place, honorific=honorific, session=session)
        if added and not self.people_.is_named(bare):
            who = self._with_added(who, added, office)
        return self.people_.mentioned(at, who)

    def _with_added(self, who: Who, added: str, office: str) -> Who:
        """Of somebody who is new, what stands beside the name may be a city or a body rather than an office."""
        there, body = self.places.known(added), self.bodies.known(added)
        title = office or ("" if there or body else added)
        return replace(who, office_title=title, organisation=body, place=who.place or there)

    def _is_addition(self, text: str) -> bool:
        """Whether a text beside a name is surely an office, a place or a body, and no name."""
        return bool(
            self.places.known(text) or is_country(text) or self._is_office(text) or self.is_body(text)
        )

    def _is_office(self, text: str) -> bool:
        """Whether a text is an office, perhaps with what it is of, and no name beside it."""
        head, _, of = _OF.sub("\0", text, count=1).partition("\0")
        if self.terms.code(Vocabulary.OFFICE, text):
            return True
        if not all(word in names("office_word") for word in word_key(head).split()):
            return False
        words = [word for word in of.split() if not word.islower()]
        known = self.places.known(of) or self.bodies.known(of) or is_collective(of) or is_country(of)
        return not of or bool(known) or (len(words) <= 2 and not self.people_.is_named(of))

    def is_body(self, text: str) -> bool:
        """Whether a text names a body or a group rather than a person, with no name beside it."""
        parts = apart(text)
        if len(parts) > 1 and not self.bodies.known(text):
            bodies = [self.is_body(part) for part in parts]
            return any(bodies) and all(
                body or self._is_addition(part) for body, part in zip(bodies, parts, strict=True)
            )
        return not self.people_.is_named(text) and self.bodies.is_body(
            text, self.people_.attendance.words_of_names
        )

    def _is_list(self, parts: list[str]) -> bool:
        """Whether all parts look like names: cities that are known, or two to five words with a capital, none of them
        an office or a body."""
        names = [part.strip() for part in parts if part.strip()]
        return all(
            self.places.known(name)
            or (
                2 <= len(name.split()) <= 5
                and name[0].isupper()
                and not office_code(self.terms, name)
                and not self.is_body(name)
            )
            for name in names
        )


def apart(text: str) -> list[str]:
    """The parts of a text between commas, dashes and brackets."""
    return [part.strip() for part in _APART.split(text) if part.strip()]


def has_letters(text: str) -> bool:
    """Whether a text can be a name at all: numbers and dashes are none."""
    return any(letter.isalpha() for letter in text)
