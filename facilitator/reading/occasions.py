"""The session, its series, programme and guiding questions as facts for a paper."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import Vocabulary
from facilitator.reading.facts import AgendaLine, MaterialFact, SessionFacts
from facilitator.reading.library import Library, split
from facilitator.storage.records import (
    AgendaItemRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    MaterialRecord,
    SeriesRecord,
    SessionOrganisationRecord,
    SessionTermRecord,
)

HOST, PARTNER = "host", "partner"


def read_occasion(session: Session, record: LearningSessionRecord, library: Library) -> SessionFacts:
    """The facts of one session."""
    series = session.get(SeriesRecord, record.series_id) if record.series_id else None
    question = GuidingQuestionRecord
    questions = session.scalars(
        select(question.text).where(question.session_id == record.id).order_by(question.position, question.id)
    )
    return SessionFacts(
        record.id,
        record.label,
        record.title,
        record.theme,
        record.date,
        record.date_as_written,
        record.start,
        record.zone,
        record.minutes,
        tuple(library.label(Vocabulary.LANGUAGE, code) for code in record.languages.split()),
        tuple(library.label(Vocabulary.LANGUAGE, code) for code in record.interpretation.split()),
        record.about,
        record.objectives,
        record.concept,
        record.link,
        record.source_url,
        series.title if series else "",
        series.hashtag if series else "",
        series.about if series else "",
        series.contact if series else "",
        series.accent if series else "",
        _bodies(session, record.id, HOST, library) or split(series.hosts if series else ""),
        _bodies(session, record.id, PARTNER, library),
        tuple(filter(None, questions)),
        _materials(session, record.id),
        _themes(session, record.id, library),
        _programme(session, record.id, library),
        record.attribution,
    )


def _bodies(session: Session, session_id: str, part: str, library: Library) -> tuple[str, ...]:
    link = SessionOrganisationRecord
    wanted = select(link.organisation_id).where(link.session_id == session_id, link.part == part)
    found = [
        library.organisations.get(one) for one in session.scalars(wanted.order_by(link.position, link.id))
    ]
    return tuple(body.name or body.short_name for body in found if body)


def _materials(session: Session, session_id: str) -> tuple[MaterialFact, ...]:
    record = MaterialRecord
    wanted = select(record).where(record.session_id == session_id).order_by(record.position, record.id)
    return tuple(MaterialFact(one.title, one.link, one.for_participants) for one in session.scalars(wanted))


def _themes(session: Session, session_id: str, library: Library) -> tuple[str, ...]:
    link = SessionTermRecord
    linked = set(session.scalars(select(link.term_id).where(link.session_id == session_id)))
    return tuple(
        term.label
        for term_id, (vocabulary, term) in library.terms.items()
        if term_id in linked and vocabulary == Vocabulary.THEME.value
    )


def _programme(session: Session, session_id: str, library: Library) -> tuple[AgendaLine, ...]:
    item = AgendaItemRecord
    wanted = select(item).where(item.session_id == session_id, item.group_id.is_(None))
    return tuple(
        AgendaLine(
            found.title,
            library.label(Vocabulary.SEGMENT, found.segment) or found.segment_as_written,
            found.minutes,
        )
        for found in session.scalars(wanted.order_by(item.position, item.id))
    )
