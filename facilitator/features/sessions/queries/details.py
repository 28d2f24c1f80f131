"""Reads of the details of a session, and of its series."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.sessions.queries.listing import HOST, PARTNER, names_of
from facilitator.features.sessions.rows import (
    Choices,
    LogoRow,
    MaterialRow,
    QuestionRow,
    SeriesDetails,
    SessionDetails,
)
from facilitator.storage.records import (
    AttachmentRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    MaterialRecord,
    OrganisationRecord,
    SeriesRecord,
    SessionOrganisationRecord,
    TermRecord,
)


def session_details(session: Session, session_id: str) -> SessionDetails | None:
    """One session whole; None when it is not there."""
    found = session.get(LearningSessionRecord, session_id)
    if found is None:
        return None
    link = SessionOrganisationRecord
    organisations = session.execute(
        select(link.part, link.organisation_id)
        .where(link.session_id == session_id)
        .order_by(link.position, link.id)
    ).all()
    question = GuidingQuestionRecord
    questions = session.execute(
        select(question.id, question.text)
        .where(question.session_id == session_id)
        .order_by(question.position, question.id)
    ).all()
    return SessionDetails(
        id=found.id,
        label=found.label,
        title=found.title,
        theme=found.theme,
        series_id=found.series_id,
        date=found.date,
        date_as_written=found.date_as_written,
        start=found.start,
        zone=found.zone,
        zones=tuple(found.zones.split()),
        minutes=found.minutes,
        languages=tuple(found.languages.split()),
        interpretation=tuple(found.interpretation.split()),
        attribution=found.attribution,
        about=found.about,
        objectives=found.objectives,
        concept=found.concept,
        link=found.link,
        hosts=tuple(row.organisation_id for row in organisations if row.part == HOST),
        partners=tuple(row.organisation_id for row in organisations if row.part == PARTNER),
        host_names=tuple(names_of(session, HOST, session_id).get(session_id, ())),
        questions=tuple(QuestionRow(row.id, row.text) for row in questions),
        materials=_materials(session, session_id),
    )


def series_details(session: Session, series_id: str) -> SeriesDetails | None:
    """One series with its logos; None when it is not there."""
    found = session.get(SeriesRecord, series_id)
    if found is None:
        return None
    logo = AttachmentRecord
    logos = session.execute(
        select(logo.id, logo.name, logo.media_type, logo.description, logo.sha256)
        .where(logo.series_id == series_id)
        .order_by(logo.position, logo.id)
    )
    texts = (found.title, found.hashtag, found.hosts, found.contact, found.about, found.accent)
    return SeriesDetails(found.id, *texts, tuple(LogoRow(*row) for row in logos))


def editor_choices(session: Session) -> Choices:
    """What the editor of a session offers."""
    series = session.execute(select(SeriesRecord.id, SeriesRecord.title).order_by(SeriesRecord.title))
    organisation = OrganisationRecord
    organisations = session.execute(
        select(organisation.id, organisation.name, organisation.short_name).order_by(organisation.name)
    )
    return Choices(
        series=tuple((row.id, row.title) for row in series),
        organisations=tuple((row.id, row.short_name or row.name) for row in organisations),
        themes=tuple(label for _, label in _terms(session, Vocabulary.THEME)),
        languages=tuple(_terms(session, Vocabulary.LANGUAGE)),
    )


def _materials(session: Session, session_id: str) -> tuple[MaterialRow, ...]:
    material = MaterialRecord
    rows = session.execute(
        select(material.id, material.title, material.link, material.for_participants)
        .where(material.session_id == session_id)
        .order_by(material.position, material.id)
    )
    return tuple(MaterialRow(*row) for row in rows)


def _terms(session: Session, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    term = TermRecord
    rows = session.execute(
        select(term.code, term.label)
        .where(term.vocabulary == vocabulary.value)
        .order_by(term.position, term.label)
    )
    return [(row.code, row.label) for row in rows]
