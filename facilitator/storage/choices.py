"""What a person may choose from in forms: (id, label) of people, places and the like, and the terms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.naming import person_label, session_label
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage.records import (
    CaseStudyRecord,
    LearningSessionRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)
from facilitator.translation import tr

Choices = list[tuple[str, str]]
"""Ids (or codes) and labels."""


@dataclass(frozen=True)
class Term:
    """A word of a vocabulary."""

    id: str
    vocabulary: str
    code: str
    label: str


def terms(session: Session, *vocabularies: Vocabulary) -> list[Term]:
    """The terms of some vocabularies, each in its order; all of them when none is named."""
    wanted = select(TermRecord).order_by(TermRecord.vocabulary, TermRecord.position, TermRecord.label)
    if vocabularies:
        wanted = wanted.where(TermRecord.vocabulary.in_([vocabulary.value for vocabulary in vocabularies]))
    return [Term(term.id, term.vocabulary, term.code, term.label) for term in session.scalars(wanted)]


def codes(session: Session, vocabulary: Vocabulary) -> Choices:
    """Code and label of each term of a vocabulary."""
    return [(term.code, term.label) for term in terms(session, vocabulary)]


def people(session: Session) -> Choices:
    """Everyone, by name as sorted; those without a name by office and place, at the end. Namesakes are told apart."""
    offices = dict(codes(session, Vocabulary.OFFICE))
    wanted = (
        select(
            PersonRecord.id,
            PersonRecord.name,
            PersonRecord.office_title,
            PersonRecord.office,
            PlaceRecord.name,
        )
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .order_by(PersonRecord.name == "", PersonRecord.sort_name, PersonRecord.name, PersonRecord.id)
    )
    rows = session.execute(wanted).all()
    names = Counter(name for _, name, *_ in rows)
    found = []
    for row_id, name, title, office, place in rows:
        words = title or offices.get(office, office)
        label = person_label(name, words, place or "")
        apart = words or place or ""
        found.append((row_id, _apart(label, apart) if name and names[name] > 1 else label))
    return found


def places(session: Session) -> Choices:
    """Every city and territory, with its country where two have the same name."""
    rows = session.execute(
        select(PlaceRecord.id, PlaceRecord.name, PlaceRecord.country).order_by(
            PlaceRecord.name, PlaceRecord.id
        )
    ).all()
    names = [row[1] for row in rows]
    twice = {name for name, count in Counter(names).items() if count > 1}
    return [(row_id, _apart(name, country) if name in twice else name) for row_id, name, country in rows]


def _apart(name: str, by: str) -> str:
    return tr("{name} ({by})").format(name=name, by=by) if by else name


def organisations(session: Session) -> Choices:
    """Every organisation."""
    wanted = select(OrganisationRecord.id, OrganisationRecord.name, OrganisationRecord.short_name).order_by(
        OrganisationRecord.name, OrganisationRecord.id
    )
    return [(row_id, name or short_name) for row_id, name, short_name in session.execute(wanted)]


def sessions(session: Session) -> Choices:
    """Every learning session by date, those without a date at the end."""
    wanted = select(
        LearningSessionRecord.id, LearningSessionRecord.label, LearningSessionRecord.title
    ).order_by(LearningSessionRecord.date == "", LearningSessionRecord.date, LearningSessionRecord.label)
    return [(row_id, session_label(label, title)) for row_id, label, title in session.execute(wanted)]


def cases(session: Session) -> Choices:
    """Every case study by title."""
    wanted = (
        select(CaseStudyRecord.id, CaseStudyRecord.title, PlaceRecord.name)
        .outerjoin(PlaceRecord, PlaceRecord.id == CaseStudyRecord.place_id)
        .order_by(CaseStudyRecord.title, CaseStudyRecord.id)
    )
    return [
        (row_id, " · ".join(filter(None, (title, place or ""))))
        for row_id, title, place in session.execute(wanted)
    ]
