"""Notes and cases of a session as subjects of the gate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, rule_of, strictest
from facilitator.domain.vocabulary import HeardFrom, Horizon, NoteKind, Vocabulary, attribution_of
from facilitator.publishing.gate.subjects import CaseSubject, NoteSubject, TermSubject
from facilitator.reading.library import Library, one_of
from facilitator.storage.records import (
    AgendaItemRecord,
    CaseStudyRecord,
    CaseTermRecord,
    NoteRecord,
    NoteTermRecord,
)

Terms = dict[str, dict[str, list[TermSubject]]]


def read_notes(session: Session, session_id: str, rule: Attribution, library: Library) -> list[NoteSubject]:
    """All notes of a session in the order of their moments, those without one as they are placed."""
    record = NoteRecord
    links = select(NoteTermRecord.note_id, NoteTermRecord.term_id).join(record).where(
        record.session_id == session_id
    )  # fmt: skip
    terms = _terms(session, links, library)
    wanted = select(record).where(record.session_id == session_id)
    order = (record.began_at.is_(None), record.began_at, record.position, record.id)
    rules = item_rules(session, session_id)
    return [
        _note(note, strictest(rule, rules.get(note.agenda_item_id or "", rule)), library, terms)
        for note in session.scalars(wanted.order_by(*order))
    ]


def item_rules(session: Session, session_id: str) -> dict[str, Attribution]:
    """The rules of those agenda items of a session that have one of their own, by id."""
    record = AgendaItemRecord
    wanted = select(record.id, record.attribution).where(
        record.session_id == session_id, record.attribution != ""
    )
    return {row.id: rule_of(row.attribution) for row in session.execute(wanted)}


def _note(note: NoteRecord, rule: Attribution, library: Library, terms: Terms) -> NoteSubject:
    # A kind that is not known may be one that is never published.
    kind = one_of(NoteKind, note.kind, NoteKind.LOGISTICS, NoteKind.LOGISTICS) if note.kind else None
    return NoteSubject(
        note.id,
        kind,
        note.text,
        attribution_of(note.attribution, note.kind),
        rule,
        note.speaker_id or "",
        note.voice,
        library.places.get(note.place_id or ""),
        note.case_id or "",
        one_of(Horizon, note.horizon, Horizon.NONE, Horizon.NONE),
        note.language,
        one_of(HeardFrom, note.heard_from, HeardFrom.NOT_STATED, HeardFrom.NOT_STATED),
        note.starred,
        note.to_verify,
        note.verified,
        note.addressee,
        note.responsible,
        note.due,
        note.figure,
        note.unit,
        note.source,
        note.answer,
        note.source_url,
        tuple(terms[note.id][Vocabulary.THEME.value]),
        tuple(terms[note.id][Vocabulary.DECALOGUE.value]),
    )


def read_cases(
    session: Session, session_id: str, rule: Attribution, library: Library, notes: Sequence[NoteSubject]
) -> list[CaseSubject]:
    """The cases heard in a session, and those that its notes are about. A case that was heard under the rule of an
    agenda item is under that rule too: the strictest of those of its notes."""
    record = CaseStudyRecord
    rules: dict[str, Attribution] = defaultdict(lambda: rule)
    for note in notes:
        rules[note.case_id] = strictest(rules[note.case_id], note.session_rule)
    wanted = select(record).where(or_(record.session_id == session_id, record.id.in_(list(rules))))
    found = list(session.scalars(wanted.order_by(record.heard_at.is_(None), record.heard_at, record.id)))
    link = CaseTermRecord
    links = select(link.case_id, link.term_id).where(link.case_id.in_([case.id for case in found]))
    terms = _terms(session, links, library)
    return [_case(case, rules[case.id], library, terms) for case in found]


def read_cases_of_no_session(session: Session, library: Library) -> list[CaseSubject]:
    """The cases that are tied to no session; notes may be about them nevertheless."""
    record, link = CaseStudyRecord, CaseTermRecord
    found = list(session.scalars(select(record).where(record.session_id.is_(None)).order_by(record.id)))
    links = select(link.case_id, link.term_id).join(record).where(record.session_id.is_(None))
    terms = _terms(session, links, library)
    return [_case(case, Attribution.NAMED, library, terms) for case in found]


def _case(case: CaseStudyRecord, rule: Attribution, library: Library, terms: Terms) -> CaseSubject:
    return CaseSubject(
        case.id,
        case.title,
        one_of(Attribution, case.consent, Attribution.NAMED, Attribution.PENDING),
        rule,
        case.speaker_id or "",
        library.places.get(case.place_id or ""),
        case.country,
        library.label(Vocabulary.SECTION, case.section),
        case.challenge,
        case.objectives,
        case.measures,
        case.results,
        case.evidence,
        case.obstacles,
        case.lessons,
        case.period,
        case.links,
        case.contact,
        case.source_url,
        tuple(terms[case.id][Vocabulary.THEME.value]),
    )


def _terms(session: Session, links: Any, library: Library) -> Terms:
    found: Terms = defaultdict(lambda: defaultdict(list))
    place = {term_id: number for number, term_id in enumerate(library.terms)}
    linked = [link for link in session.execute(links) if link.term_id in library.terms]
    for row_id, term_id in sorted(linked, key=lambda link: place[link.term_id]):
        vocabulary, term = library.terms[term_id]
        found[row_id][vocabulary].append(term)
    return found
