"""One note with all its attributes, and what a session offers to take notes by."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, rule_of
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes.rows import NoteDetail, RunFrame, consent_of
from facilitator.storage import choices
from facilitator.storage.choices import Choices
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    TermRecord,
)
from facilitator.translation import tr

TERM_VOCABULARIES = (Vocabulary.THEME, Vocabulary.DECALOGUE, Vocabulary.SDG, Vocabulary.TAG)
_NOT_SPEAKING = ("technical_host", "note_taker", "interpreter", "chat_monitor")


def exists(session: Session, note_id: str) -> bool:
    """Whether the library has the note."""
    return session.scalar(select(NoteRecord.id).where(NoteRecord.id == note_id)) is not None


def note_detail(session: Session, note_id: str) -> NoteDetail | None:
    """One note with all columns and the ids of its terms; None when it was deleted."""
    note = session.get(NoteRecord, note_id)
    record = session.get(LearningSessionRecord, note.session_id) if note else None
    if note is None or record is None:
        return None
    values: dict[str, Any] = {
        column.key: getattr(note, column.key) for column in inspect(NoteRecord).column_attrs
    }
    values |= {vocabulary.value: () for vocabulary in TERM_VOCABULARIES}
    chosen = session.execute(
        select(TermRecord.vocabulary, TermRecord.id)
        .join(NoteTermRecord, NoteTermRecord.term_id == TermRecord.id)
        .where(NoteTermRecord.note_id == note_id)
        .order_by(TermRecord.position, TermRecord.label)
    )
    for vocabulary, term_id in chosen:
        values[vocabulary] = (*values.get(vocabulary, ()), term_id)
    speaker = session.get(PersonRecord, note.speaker_id) if note.speaker_id else None
    item = session.get(AgendaItemRecord, note.agenda_item_id) if note.agenda_item_id else None
    return NoteDetail(
        id=note.id,
        session_id=note.session_id,
        values=values,
        session_rule=rule_of(record.attribution, item.attribution if item else ""),
        speakers_consent=consent_of(speaker.consent) if speaker else None,
        zone=record.zone,
        day=record.date,
    )


def run_frame(session: Session, session_id: str) -> RunFrame:
    """The agenda items and speakers of a session, and what may be published of them."""
    record = session.get(LearningSessionRecord, session_id)
    segments = dict(choices.codes(session, Vocabulary.SEGMENT))
    items = session.execute(
        select(
            AgendaItemRecord.id,
            AgendaItemRecord.title,
            AgendaItemRecord.segment,
            AgendaItemRecord.segment_as_written,
            AgendaItemRecord.attribution,
        )
        .where(AgendaItemRecord.session_id == session_id)
        .order_by(AgendaItemRecord.position, AgendaItemRecord.id)
    ).all()
    words = {
        row.id: row.title or segments.get(row.segment, row.segment_as_written) or tr("Item without a title")
        for row in items
    }
    appearing = session.execute(
        select(AppearanceRecord.agenda_item_id, AppearanceRecord.person_id, AppearanceRecord.role)
        .where(AppearanceRecord.session_id == session_id)
        .order_by(AppearanceRecord.position, AppearanceRecord.id)
    ).all()
    of_items: dict[str, list[str]] = defaultdict(list)
    for item_id, person_id, role in appearing:
        if role not in _NOT_SPEAKING:
            of_items[item_id or ""].append(person_id)
    in_order = [person_id for item_id in (*words, "") for person_id in of_items.get(item_id, ())]
    return RunFrame(
        items=tuple(words.items()),
        speakers=tuple(dict.fromkeys(in_order)),
        speakers_of_items={item_id: tuple(dict.fromkeys(ids)) for item_id, ids in of_items.items()},
        consents={
            row_id: consent_of(consent)
            for row_id, consent in session.execute(select(PersonRecord.id, PersonRecord.consent))
        },
        session_rule=rule_of(record.attribution) if record else Attribution.NAMED,
        zone=record.zone if record else "",
        item_rules={row.id: rule_of(row.attribution) for row in items if row.attribution},
    )


def question_choices(session: Session, session_id: str) -> Choices:
    """The guiding questions of a session."""
    wanted = (
        select(GuidingQuestionRecord.id, GuidingQuestionRecord.text)
        .where(GuidingQuestionRecord.session_id == session_id)
        .order_by(GuidingQuestionRecord.position)
    )
    return [(row_id, text) for row_id, text in session.execute(wanted)]
