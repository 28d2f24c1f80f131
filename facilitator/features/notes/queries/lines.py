"""Notes as lists show them: first their ids in order, then the lines that are in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent
from facilitator.domain.naming import person_label, session_label
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes.lacking import lacks_of
from facilitator.features.notes.queries.pictures import picture_counts
from facilitator.features.notes.rows import NoteLine, NotePlace, disclosure_of
from facilitator.storage.records import (
    AgendaItemRecord,
    LearningSessionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)

_MOST_IDS = 500
_MOMENT = func.coalesce(NoteRecord.began_at, -1)


@dataclass(frozen=True)
class Filters:
    """Which notes are asked for; what is empty asks for nothing."""

    session_id: str = ""
    kind: str = ""
    speaker_id: str = ""

    def __bool__(self) -> bool:
        return bool(self.session_id or self.kind or self.speaker_id)


def places_of(session: Session, session_id: str, ids: Sequence[str] | None = None) -> list[NotePlace]:
    """Where the notes of a session stand, in order; of all of them, or of some by their ids."""
    wanted = select(
        _MOMENT,
        NoteRecord.position,
        NoteRecord.id,
        func.coalesce(NoteRecord.agenda_item_id, ""),
        func.coalesce(NoteRecord.speaker_id, ""),
        NoteRecord.voice,
    ).where(NoteRecord.session_id == session_id)
    parts = [None] if ids is None else [ids[n : n + _MOST_IDS] for n in range(0, len(ids), _MOST_IDS)]
    found = []
    for part in parts:
        chosen = wanted if part is None else wanted.where(NoteRecord.id.in_(part))
        found += [NotePlace(*row) for row in session.execute(chosen)]
    return sorted(found)


def how_many(session: Session, session_id: str) -> int:
    """How many notes a session has."""
    wanted = select(func.count()).select_from(NoteRecord).where(NoteRecord.session_id == session_id)
    return session.scalar(wanted) or 0


def note_ids(session: Session, filters: Filters) -> list[str]:
    """The ids of the notes that are asked for, of the latest session first, within a session as they were said."""
    wanted = (
        select(NoteRecord.id)
        .join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .order_by(
            LearningSessionRecord.date.desc(),
            LearningSessionRecord.label,
            LearningSessionRecord.id,
            _MOMENT,
            NoteRecord.position,
            NoteRecord.id,
        )
    )
    for column, value in (
        (NoteRecord.session_id, filters.session_id),
        (NoteRecord.kind, filters.kind),
        (NoteRecord.speaker_id, filters.speaker_id),
    ):
        if value:
            wanted = wanted.where(column == value)
    return list(session.scalars(wanted))


def note_lines(session: Session, ids: Sequence[str]) -> list[NoteLine]:
    """The lines of some notes, in any order; those that were deleted are left out."""
    if not ids:
        return []
    rows = session.execute(
        select(
            NoteRecord.id,
            NoteRecord.session_id,
            NoteRecord.kind,
            NoteRecord.text,
            NoteRecord.speaker_id,
            NoteRecord.voice,
            NoteRecord.began_at,
            NoteRecord.attribution,
            NoteRecord.starred,
            NoteRecord.to_verify,
            NoteRecord.verified,
            NoteRecord.case_id,
            NoteRecord.agenda_item_id,
            NoteRecord.question_id,
            NoteRecord.answer,
            NoteRecord.responsible,
            NoteRecord.due,
            NoteRecord.addressee,
            NoteRecord.figure,
            NoteRecord.unit,
            NoteRecord.source,
            LearningSessionRecord.label,
            LearningSessionRecord.title,
            LearningSessionRecord.zone,
            LearningSessionRecord.attribution.label("rule"),
            AgendaItemRecord.title.label("item"),
            AgendaItemRecord.attribution.label("item_rule"),
            PersonRecord.name.label("person"),
            PersonRecord.office_title,
            PersonRecord.consent,
            PlaceRecord.name.label("city"),
        )
        .join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == NoteRecord.agenda_item_id)
        .outerjoin(PersonRecord, PersonRecord.id == NoteRecord.speaker_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .where(NoteRecord.id.in_(ids))
    )
    tags, pictures = _tags(session, ids), picture_counts(session, ids)
    return [replace(_line(row, tags.get(row.id, ())), pictures=pictures.get(row.id, 0)) for row in rows]


def terms_of_all(session: Session, ids: Sequence[str]) -> tuple[str, ...]:
    """The ids of the terms that all of the notes have."""
    wanted = (
        select(NoteTermRecord.term_id)
        .where(NoteTermRecord.note_id.in_(ids))
        .group_by(NoteTermRecord.term_id)
        .having(func.count() == len(ids))
        .order_by(NoteTermRecord.term_id)
    )
    return tuple(session.scalars(wanted))


def _tags(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The labels of themes and tags by note."""
    found: dict[str, tuple[str, ...]] = {}
    wanted = (
        select(NoteTermRecord.note_id, TermRecord.label)
        .join(TermRecord, TermRecord.id == NoteTermRecord.term_id)
        .where(
            NoteTermRecord.note_id.in_(ids),
            TermRecord.vocabulary.in_([Vocabulary.THEME.value, Vocabulary.TAG.value]),
        )
        .order_by(TermRecord.vocabulary, TermRecord.position, TermRecord.label)
    )
    for note_id, label in session.execute(wanted):
        found[note_id] = (*found.get(note_id, ()), label)
    return found


def _line(row: Any, tags: tuple[str, ...]) -> NoteLine:
    speaker = row.voice
    if row.speaker_id:
        speaker = person_label(row.person, row.office_title, row.city or "")
    return NoteLine(
        id=row.id,
        session_id=row.session_id,
        session=session_label(row.label, row.title),
        zone=row.zone,
        kind=row.kind,
        text=row.text,
        speaker=speaker,
        speaker_id=row.speaker_id or "",
        item=row.item or "",
        began_at=row.began_at,
        attribution=row.attribution,
        disclosure=disclosure_of(row.attribution, row.kind, row.rule, row.item_rule, row.consent),
        starred=row.starred,
        to_verify=row.to_verify,
        consent=(row.consent or Consent.NOT_ASKED.value) if row.speaker_id else "",
        verified=row.verified,
        answer=row.answer,
        case_id=row.case_id or "",
        item_id=row.agenda_item_id or "",
        question_id=row.question_id or "",
        tags=tags,
        lacks=lacks_of(row),
    )


def session_of(session: Session, note_id: str) -> str:
    """The id of the session that a note belongs to; empty when the note was deleted."""
    return session.scalar(select(NoteRecord.session_id).where(NoteRecord.id == note_id)) or ""
