"""Reads of case studies."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution
from facilitator.domain.naming import person_label
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import CaseStatus, Vocabulary
from facilitator.features.cases.rows import CaseDetail, CaseRow
from facilitator.storage.records import (
    CaseStudyRecord,
    CaseTermRecord,
    LearningSessionRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)

TABLES = ("case_study", "case_term", "place", "person", "learning_session", "term")
"""The tables whose changes show in a list of cases."""
TERM_VOCABULARIES = (Vocabulary.THEME, Vocabulary.DECALOGUE, Vocabulary.SDG, Vocabulary.TAG)


def list_cases(session: Session, learning_session_id: str = "") -> list[CaseRow]:
    """Every case study, or those heard in one session, by title and city."""
    terms = _terms(session)
    wanted = (
        select(
            CaseStudyRecord,
            PlaceRecord,
            LearningSessionRecord.label,
            LearningSessionRecord.title,
            PersonRecord.name,
            PersonRecord.office_title,
        )
        .outerjoin(PlaceRecord, PlaceRecord.id == CaseStudyRecord.place_id)
        .outerjoin(LearningSessionRecord, LearningSessionRecord.id == CaseStudyRecord.session_id)
        .outerjoin(PersonRecord, PersonRecord.id == CaseStudyRecord.speaker_id)
        .order_by(CaseStudyRecord.id)
    )
    if learning_session_id:
        wanted = wanted.where(CaseStudyRecord.session_id == learning_session_id)
    rows = [
        _row(case, place, label or title or "", _speaker(case, name, office), terms[case.id])
        for case, place, label, title, name, office in session.execute(wanted)
    ]
    return sorted(rows, key=lambda row: (folded(row.title), folded(row.city)))


def _speaker(case: CaseStudyRecord, name: str | None, office: str | None) -> str:
    return person_label(name or "", office or "") if case.speaker_id else ""


def _row(
    case: CaseStudyRecord,
    place: PlaceRecord | None,
    session_words: str,
    speaker: str,
    terms: dict[str, tuple[str, ...]],
) -> CaseRow:
    return CaseRow(
        id=case.id,
        title=case.title,
        city=place.name if place else "",
        country=case.country or (place.country if place else ""),
        section=case.section or (place.section if place else ""),
        territory=case.territory or (place.territory if place else ""),
        kind=case.kind,
        phase=case.phase,
        status=case.status or CaseStatus.HEARD.value,
        consent=case.consent or Attribution.NAMED.value,
        session_id=case.session_id or "",
        session=session_words,
        speaker=speaker,
        challenge=case.challenge,
        measures=case.measures,
        results=case.results,
        themes=terms.get(Vocabulary.THEME.value, ()),
        decalogue=terms.get(Vocabulary.DECALOGUE.value, ()),
        sdgs=terms.get(Vocabulary.SDG.value, ()),
        tags=terms.get(Vocabulary.TAG.value, ()),
        shared_on=case.shared_on,
        source_url=case.source_url,
    )


def _terms(session: Session) -> dict[str, dict[str, tuple[str, ...]]]:
    """Labels of the terms by case and vocabulary."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    rows = session.execute(
        select(CaseTermRecord.case_id, TermRecord.vocabulary, TermRecord.label)
        .join(TermRecord, TermRecord.id == CaseTermRecord.term_id)
        .order_by(TermRecord.position, TermRecord.label)
    )
    for case_id, vocabulary, label in rows:
        found[case_id][vocabulary] = (*found[case_id].get(vocabulary, ()), label)
    return found


def case_detail(session: Session, case_id: str) -> CaseDetail | None:
    """One case study with all columns and the ids of its terms; None when it was deleted."""
    case = session.get(CaseStudyRecord, case_id)
    if case is None:
        return None
    values: dict[str, Any] = {
        column.key: getattr(case, column.key) for column in inspect(CaseStudyRecord).column_attrs
    }
    values["status"] = case.status or CaseStatus.HEARD.value
    values["consent"] = case.consent or Attribution.NAMED.value
    values |= {vocabulary.value: () for vocabulary in TERM_VOCABULARIES}
    chosen = session.execute(
        select(TermRecord.vocabulary, TermRecord.id)
        .join(CaseTermRecord, CaseTermRecord.term_id == TermRecord.id)
        .where(CaseTermRecord.case_id == case_id)
        .order_by(TermRecord.position, TermRecord.label)
    )
    for vocabulary, term_id in chosen:
        values[vocabulary] = (*values.get(vocabulary, ()), term_id)
    zone = ""
    if case.session_id:
        zone = (
            session.scalar(
                select(LearningSessionRecord.zone).where(LearningSessionRecord.id == case.session_id)
            )
            or ""
        )
    return CaseDetail(case.id, case.title, values, zone)
