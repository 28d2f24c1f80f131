"""All notes with all their attributes, as the command line lists them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from facilitator.domain import moments
from facilitator.domain.consent import Disclosure
from facilitator.domain.naming import person_label
from facilitator.domain.vocabulary import Vocabulary, attribution_of
from facilitator.features.notes.rows import NoteRow, disclosure_of
from facilitator.storage.records import (
    AgendaItemRecord,
    CaseStudyRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)

_DISCLOSURES = {
    Disclosure.NAMED: "named",
    Disclosure.BY_ROLE: "by_role",
    Disclosure.CHATHAM_HOUSE: "chatham_house",
    Disclosure.WITHHELD: "withheld",
    Disclosure.OFF_THE_RECORD: "off_the_record",
}


def list_notes(session: Session, learning_session_id: str = "") -> list[NoteRow]:
    """All notes, or those of one session, by the session's date and as they were said."""
    speakers_place = aliased(PlaceRecord)
    wanted = (
        select(
            NoteRecord,
            LearningSessionRecord,
            PersonRecord,
            speakers_place.name,
            PlaceRecord.name,
            AgendaItemRecord.title,
            AgendaItemRecord.attribution,
            GuidingQuestionRecord.text,
            CaseStudyRecord.title,
        )
        .join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .outerjoin(PersonRecord, PersonRecord.id == NoteRecord.speaker_id)
        .outerjoin(speakers_place, speakers_place.id == PersonRecord.place_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == NoteRecord.place_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == NoteRecord.agenda_item_id)
        .outerjoin(GuidingQuestionRecord, GuidingQuestionRecord.id == NoteRecord.question_id)
        .outerjoin(CaseStudyRecord, CaseStudyRecord.id == NoteRecord.case_id)
        .order_by(
            LearningSessionRecord.date,
            LearningSessionRecord.label,
            LearningSessionRecord.id,
            func.coalesce(NoteRecord.began_at, -1),
            NoteRecord.position,
            NoteRecord.id,
        )
    )
    if learning_session_id:
        wanted = wanted.where(NoteRecord.session_id == learning_session_id)
    terms = _terms(session)
    return [_row(found, terms) for found in session.execute(wanted)]


def _terms(session: Session) -> dict[str, dict[str, tuple[str, ...]]]:
    """Labels of the terms by note and vocabulary."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    rows = session.execute(
        select(NoteTermRecord.note_id, TermRecord.vocabulary, TermRecord.label)
        .join(TermRecord, TermRecord.id == NoteTermRecord.term_id)
        .order_by(TermRecord.position, TermRecord.label)
    )
    for note_id, vocabulary, label in rows:
        found[note_id][vocabulary] = (*found[note_id].get(vocabulary, ()), label)
    return found


def _row(found: Any, terms: dict[str, dict[str, tuple[str, ...]]]) -> NoteRow:
    note, record, speaker, speakers_city, city, item, item_rule, question, case = found
    of_note = terms.get(note.id, {})
    consent = speaker.consent if speaker else None
    return NoteRow(
        id=note.id,
        session_id=record.id,
        session=record.label or record.title,
        kind=note.kind,
        text=note.text,
        speaker=person_label(speaker.name, speaker.office_title, speakers_city or "") if speaker else "",
        voice=note.voice,
        city=city or "",
        item=item or "",
        began_at=moments.iso(note.began_at),
        attribution=attribution_of(note.attribution, note.kind).value,
        disclosure=_DISCLOSURES[
            disclosure_of(note.attribution, note.kind, record.attribution, item_rule, consent)
        ],
        starred=note.starred,
        to_verify=note.to_verify,
        horizon=note.horizon,
        language=note.language,
        heard_from=note.heard_from,
        addressee=note.addressee,
        responsible=note.responsible,
        due=note.due,
        figure=note.figure,
        unit=note.unit,
        source=note.source,
        verified=note.verified,
        answer=note.answer,
        question=question or "",
        case=case or "",
        author=note.author,
        themes=of_note.get(Vocabulary.THEME.value, ()),
        decalogue=of_note.get(Vocabulary.DECALOGUE.value, ()),
        sdgs=of_note.get(Vocabulary.SDG.value, ()),
        tags=of_note.get(Vocabulary.TAG.value, ()),
        source_url=note.source_url,
    )
