"""The people, places and bodies of the whole library as subjects of the gate."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent
from facilitator.domain.vocabulary import Gender, Vocabulary
from facilitator.publishing.gate.subjects import (
    OrganisationSubject,
    PersonSubject,
    PlaceSubject,
    TermSubject,
)
from facilitator.storage.records import OrganisationRecord, PersonRecord, PlaceRecord, TermRecord

E = TypeVar("E", bound=StrEnum)


def one_of(kind: type[E], value: str, empty: E, unknown: E) -> E:
    """The member of a value; what a merge or a later version may have written and is not known holds as ``unknown``."""
    if not value:
        return empty
    try:
        return kind(value)
    except ValueError:
        return unknown


def split(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


@dataclass
class Library:
    """What all papers of one library share; read once. ``people`` take part in nothing yet."""

    people: list[PersonSubject] = field(default_factory=list)
    places: dict[str, PlaceSubject] = field(default_factory=dict)
    place_sections: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, OrganisationSubject] = field(default_factory=dict)
    terms: dict[str, tuple[str, TermSubject]] = field(default_factory=dict)
    """Vocabulary and term by the id of the term."""
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    """Labels by vocabulary and code."""

    def label(self, vocabulary: Vocabulary, code: str) -> str:
        """The label of a code; the code itself where the vocabulary has none."""
        return self.labels.get((vocabulary.value, code), code)


def read_library(session: Session) -> Library:
    """Read what all papers share."""
    library = Library()
    for term in session.scalars(select(TermRecord).order_by(TermRecord.position)):
        library.terms[term.id] = (term.vocabulary, TermSubject(term.code, term.label))
        library.labels[term.vocabulary, term.code] = term.label
    for place in session.scalars(select(PlaceRecord)):
        library.places[place.id] = PlaceSubject(place.name, split(place.also_written), place.country)
        library.place_sections[place.id] = place.section
    for body in session.scalars(select(OrganisationRecord)):
        library.organisations[body.id] = OrganisationSubject(
            body.name, body.short_name, split(body.also_written)
        )
    for person in session.scalars(select(PersonRecord).order_by(PersonRecord.sort_name, PersonRecord.id)):
        library.people.append(_person(person, library))
    return library


def _person(person: PersonRecord, library: Library) -> PersonSubject:
    place_id = person.place_id or ""
    section = person.section or library.place_sections.get(place_id, "")
    return PersonSubject(
        person.id,
        person.name,
        person.sort_name,
        split(person.also_written),
        person.honorific,
        person.office,
        library.label(Vocabulary.OFFICE, person.office) if person.office != "other" else "",
        person.office_title,
        organisation=library.organisations.get(person.organisation_id or ""),
        place=library.places.get(place_id),
        country=person.country,
        section=library.label(Vocabulary.SECTION, section),
        gender=one_of(Gender, person.gender, Gender.NOT_STATED, Gender.NOT_STATED),
        email=person.email,
        phone=person.phone,
        biography=person.biography,
        consent=one_of(Consent, person.consent, Consent.NOT_ASKED, Consent.PENDING),
    )
