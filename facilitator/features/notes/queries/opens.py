"""What is open in a session: counted by the library, and read as far as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from facilitator.domain import moments
from facilitator.domain.naming import person_label
from facilitator.features.notes.opens.rows import Code, OpenNote, OpenPerson, OpenQuestion, OpenRow
from facilitator.features.notes.queries.openings import (
    asks,
    concerns_nothing,
    counted,
    note_conditions,
    of_session,
    unsettled_consent,
)
from facilitator.features.notes.queries.questions import question_rows
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
    PlaceRecord,
)

OTHERS = (Code.CONSENT, Code.GUIDING, Code.UNLISTED)
"""Kinds of things that are open about people and questions, not about notes."""
_COLUMNS = (
    "id",
    "text",
    "kind",
    "attribution",
    "speaker_id",
    "voice",
    "figure",
    "unit",
    "source",
    "verified",
    "to_verify",
    "responsible",
    "due",
    "addressee",
    "answer",
    "case_id",
)


def count_open(session: Session, session_id: str) -> dict[Code, int]:
    """How many things of each kind are open in a session; kinds of which none is are left out."""
    found = count_notes(session, session_id)
    found |= {code: count_others(session, session_id, code) for code in OTHERS}
    return {code: found[code] for code in Code if found[code]}


def count_notes(session: Session, session_id: str) -> dict[Code, int]:
    """How many things of each kind are open about notes."""
    conditions = note_conditions()
    columns = [counted(code, condition) for code, condition in conditions.items()]
    wanted = of_session(select(*columns).select_from(NoteRecord), session_id).where(asks())
    return dict(zip(conditions, map(int, session.execute(wanted).one()), strict=True))


def count_others(session: Session, session_id: str, code: Code) -> int:
    """How many people or guiding questions something of a kind is open about."""
    if code is Code.GUIDING:
        return len(open_questions(session, session_id))
    return len(open_people(session, session_id, code))


def open_rows(session: Session, session_id: str, code: Code, most: int) -> Sequence[OpenRow]:
    """The first things of a kind that are open, as they came to pass."""
    if code is Code.GUIDING:
        return open_questions(session, session_id)[:most]
    if code in (Code.CONSENT, Code.UNLISTED):
        return open_people(session, session_id, code)[:most]
    return open_notes(session, session_id, code, most)


def open_notes(session: Session, session_id: str, code: Code, most: int) -> list[OpenNote]:
    """The first notes about which something of a kind is open."""
    note, person = NoteRecord, PersonRecord
    wanted = of_session(
        select(
            *(getattr(note, name) for name in _COLUMNS),
            note.began_at,
            LearningSessionRecord.zone,
            LearningSessionRecord.attribution.label("rule"),
            AgendaItemRecord.attribution.label("item_rule"),
            person.consent,
            person.name,
            person.office_title,
            PlaceRecord.name.label("city"),
        ),
        session_id,
    ).outerjoin(PlaceRecord, PlaceRecord.id == person.place_id)
    ordered = wanted.where(asks(), note_conditions()[code]).order_by(
        func.coalesce(note.began_at, -1), note.position, note.id
    )
    return [_note(row) for row in session.execute(ordered.limit(most))]


def _note(row: Any) -> OpenNote:
    who = person_label(row.name, row.office_title, row.city or "") if row.speaker_id else row.voice
    return OpenNote(
        **{name: getattr(row, name) for name in _COLUMNS},
        rule=row.rule,
        item_rule=row.item_rule or "",
        consent=row.consent,
        who=who,
        minute=moments.minute(row.began_at, row.zone),
    )


def open_people(session: Session, session_id: str, code: Code) -> list[OpenPerson]:
    """People of a session of whom something of a kind is open: whose consent notes hang on, those with most notes
    first; or who are in no list."""
    person = PersonRecord
    publishable = (
        select(NoteRecord.speaker_id, func.count().label("notes"))
        .join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == NoteRecord.agenda_item_id)
        .where(NoteRecord.session_id == session_id, NoteRecord.speaker_id.is_not(None), ~concerns_nothing())
        .group_by(NoteRecord.speaker_id)
        .subquery()
    )
    notes = func.coalesce(publishable.c.notes, 0)
    wanted = (
        select(
            person.id,
            person.name,
            person.office_title,
            person.consent,
            person.consent_note,
            person.unlisted,
            notes.label("notes"),
            PlaceRecord.name.label("city"),
        )
        .outerjoin(publishable, publishable.c.speaker_id == person.id)
        .outerjoin(PlaceRecord, PlaceRecord.id == person.place_id)
    )
    if code is Code.CONSENT:
        wanted = wanted.where(unsettled_consent(), notes > 0)
    else:
        spoke = select(NoteRecord.speaker_id).where(NoteRecord.session_id == session_id)
        appears = select(AppearanceRecord.person_id).where(AppearanceRecord.session_id == session_id)
        wanted = wanted.where(person.unlisted, or_(person.id.in_(spoke), person.id.in_(appears)))
    return [
        OpenPerson(
            row.id,
            person_label(row.name, row.office_title, row.city or ""),
            row.consent,
            row.consent_note,
            row.unlisted,
            row.notes,
        )
        for row in session.execute(wanted.order_by(notes.desc(), person.sort_name, person.id))
    ]


def open_questions(session: Session, session_id: str) -> list[OpenQuestion]:
    """The guiding questions of a session that no note answers."""
    rows = question_rows(session, session_id)
    return [OpenQuestion(row.id, row.number, row.question) for row in rows if not row.count]
