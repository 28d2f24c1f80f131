"""What gives a person away besides the name: office, place, organisation, and office and place together."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from facilitator.publishing.gate.everyday import is_common, is_everyday, names_elsewhere
from facilitator.publishing.gate.finds import Sought, What
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.names import given_names, name_spellings, spelling_variants
from facilitator.publishing.gate.spellings import Spelling, Sureness, Word, phrase, spelled, words_of
from facilitator.publishing.gate.subjects import OrganisationSubject, PersonSubject, PlaceSubject
from facilitator.publishing.gate.titles import GENERIC_OFFICES, OFFICE_WORDS, TITLES

_PARTS = re.compile(r"[;,/()\n]| and | et | y | & ")
_OF_PLACE = re.compile(r" (?:of|de|del|du|da|do|di|von|for|at|in) ", re.IGNORECASE)
_GENERIC = GENERIC_OFFICES | {
    word.letters for offices in OFFICE_WORDS.values() for office in offices for word in words_of(office)
}
_CODES = {"uk", "uae", "drc", "ksa"}
"""Short names of countries that are no other words."""
_TELLING = 12
"""Letters of a title from which on it tells a person by itself, such as "Special Rapporteur on housing"."""


def by_name(person: PersonSubject, *, given: bool) -> Iterator[Sought]:
    """The spellings of the name, and addresses that are the person's own. ``given``: also given names alone."""
    spellings = name_spellings(person)
    if given:
        spellings |= given_names(person)
    for spelling in spellings:
        common = not spelling.spaced and is_everyday(spelling.letters)
        one = dataclasses.replace(spelling, everyday=True) if common else spelling
        yield Sought(one, What.NAME, person.id)
    yield from _phrases((person.email,), What.NAME, person.id)
    if sum(sign.isdigit() for sign in person.phone) >= 6:
        yield from _phrases((person.phone,), What.NAME, person.id)


def by_office_and_place(person: PersonSubject) -> Iterator[Sought]:
    """Office and place together, in any paper: "the Mayor of Sfax", "Sfax's mayor"."""
    places = [*place_names(person.place), *organisation_names(person.organisation)] or [person.country]
    telling = [part for part in titles(person) if len(letters_of(part)) >= _TELLING and len(part.split()) > 2]
    yield from _phrases(telling, What.OFFICE, person.id)
    words = {letters_of(office) for office in _office_words(person)}
    offices = tuple(sorted(words, key=lambda word: (-len(word), word)))
    for place in filter(None, places if offices else ()):
        if spelling := phrase(place):
            yield Sought(dataclasses.replace(spelling, beside=offices), What.OFFICE, person.id)


def by_whereabouts(person: PersonSubject) -> Iterator[Sought]:
    """Place, country and organisation, and the office where its title says more than that it is one."""
    country = person.place.country if person.place else ""
    places = (*place_names(person.place), *country_names(person.country, country))
    yield from _phrases(places, What.PLACE, person.id)
    yield from _phrases(organisation_names(person.organisation), What.ORGANISATION, person.id)
    telling = [title for title in titles(person) if any(not _is_generic(word) for word in words_of(title))]
    yield from _phrases(telling, What.OFFICE, person.id)
    yield from of_words_of(person)


def of_words_of(person: PersonSubject) -> Iterator[Sought]:
    """The distinctive words of place, organisation and office: "Zorbaville" of "Zorbaville City Council"."""
    places = (person.place.name, *person.place.also_written) if person.place else ()
    yield from of_words(places, What.PLACE, person.id)
    yield from of_words(organisation_names(person.organisation), What.ORGANISATION, person.id)
    yield from of_words(titles(person), What.PLACE, person.id)


def of_words(texts: Iterable[str], what: What, row_id: str = "") -> Iterator[Sought]:
    """The distinctive words of texts, with their names in other languages, where they have a capital."""
    for word in _with_other_names(distinctive_words(*texts)):
        if words := words_of(word):
            yield Sought(dataclasses.replace(spelled(words, Sureness.PART, 0), capital=0), what, row_id)


def by_anything(person: PersonSubject) -> Iterator[Sought]:
    """Office, place and organisation, each alone: for what the person said under the Chatham House rule."""
    yield from by_office_and_place(person)
    yield from _phrases((*_office_words(person), *titles(person)), What.OFFICE, person.id)
    yield from by_whereabouts(person)


def of_place(place: PlaceSubject | None, country: str = "", row_id: str = "") -> Iterator[Sought]:
    """The names of a place and its country."""
    yield from _phrases((*place_names(place), *country_names(country)), What.PLACE, row_id)
    yield from of_words((place.name, *place.also_written) if place else (), What.PLACE, row_id)


def of_texts(texts: Iterable[str], what: What, row_id: str = "") -> Iterator[Sought]:
    """Texts as they stand."""
    return _phrases(texts, what, row_id)


def place_names(place: PlaceSubject | None) -> list[str]:
    """All ways to write a place; what stands in brackets is another way."""
    return _with_other_names(_split(place.name, *place.also_written)) if place else []


def country_names(*countries: str) -> list[str]:
    """All ways to write countries, as far as they are known."""
    return _with_other_names([country for country in countries if country])


def _with_other_names(names: list[str]) -> list[str]:
    # Short codes are other words too: "us", "eau".
    found = [*names]
    for name in names:
        for written in spelling_variants(name):
            others = names_elsewhere(written)
            found += [
                written,
                *(one.title() for one in others if len(one) > 3 or one in _CODES or not one.isascii()),
            ]
    return list(dict.fromkeys(found))


def distinctive_words(*texts: str) -> list[str]:
    """The words with a capital that are neither offices nor common words: what a body or an office is named after."""
    found = []
    for text in texts:
        for written in re.split(r"[\s\-–—/,;:()\[\]&|]+|[dl]['’]", text):
            letters = letters_of(written)
            kept = len(letters) > 3 and written.title()[:1] == written[:1]
            if kept and letters not in _GENERIC and letters not in TITLES and not is_common(letters):
                found.append(written)
    return list(dict.fromkeys(found))


def organisation_names(body: OrganisationSubject | None) -> list[str]:
    """All ways to write the name of a body."""
    return _split(body.name, body.short_name, *body.also_written) if body else []


def _is_generic(word: Word) -> bool:
    return word.letters in _GENERIC or len(word.letters) < 3


def _split(*names: str) -> list[str]:
    found = []
    for name in names:
        found += [name, *(part.strip() for part in re.split(r"[()\[\]/;]", name))]
    return [name for name in dict.fromkeys(found) if letters_of(name)]


def titles(person: PersonSubject) -> list[str]:
    """The office as the person writes it, whole and in its parts."""
    title = person.office_title
    return [part.strip() for part in (title, *_PARTS.split(title)) if letters_of(part)]


def _office_words(person: PersonSubject) -> list[str]:
    found = [person.office] if person.office_code != "other" else []
    found += OFFICE_WORDS.get(person.office_code, ())
    for title in titles(person):
        head = _OF_PLACE.split(title)[0].strip()
        found.append(head)
        letters = {letters_of(part) for part in re.split(r"\W+", title)}
        for words in OFFICE_WORDS.values():
            if any(letters_of(word) in letters for word in words):
                found += words
    return [word for word in dict.fromkeys(found) if letters_of(word)]


def _phrases(texts: Iterable[str], what: What, row_id: str) -> Iterator[Sought]:
    seen: set[Spelling] = set()
    for text in texts:
        spelling = phrase(text)
        if spelling and spelling not in seen:
            seen.add(spelling)
            yield Sought(spelling, what, row_id)
