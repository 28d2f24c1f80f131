"""Read all that a paper on one session is made of."""

from __future__ import annotations

import dataclasses

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import AppearanceStatus, Vocabulary
from facilitator.features.briefing.queries.library import Library, one_of, read_library
from facilitator.features.briefing.queries.occasions import read_occasion
from facilitator.features.briefing.queries.said import read_cases, read_notes
from facilitator.features.briefing.queries.stored import read_sections
from facilitator.features.briefing.snapshot import AppearanceFact, Snapshot
from facilitator.features.briefing.templates import BRIEFING
from facilitator.publishing.gate.subjects import CaseSubject, Material, NoteSubject, PersonSubject
from facilitator.storage.edits import existing
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    NoteRecord,
)

_PARTNER_ROLES = {"partner", "discussant", "association_speaker"}
_PARTNER_SEGMENTS = {"partners", "association"}


def read_snapshot(
    session: Session,
    session_id: str,
    template: str = BRIEFING,
    language: str = "",
    library: Library | None = None,
) -> Snapshot:
    """Everything for a paper. ``language`` is that of the fixed texts (BCP 47), empty for the stored briefing's own
    or English. Raises ``Refused`` when there is no such session."""
    record = existing(session, LearningSessionRecord, session_id)
    shared = library or read_library(session)
    rule = one_of(Attribution, record.attribution, Attribution.NAMED, Attribution.PENDING)
    notes = read_notes(session, session_id, rule, shared)
    cases = read_cases(session, session_id, rule, shared, {note.case_id for note in notes})
    appearances = _appearances(session, session_id)
    present = _present(session, session_id, appearances, notes, cases)
    stored = read_sections(session, session_id, template)
    occasion = read_occasion(session, record, shared)
    return Snapshot(
        occasion,
        Material(
            language or stored.language or "en",
            tuple(_attending(person, appearances, rule, shared, present) for person in shared.people),
            tuple(notes),
            tuple(cases),
            tuple(shared.places.values()),
            tuple(shared.organisations.values()),
            (*occasion.hosts, *occasion.partners),
        ),
        template,
        stored.title,
        stored.sections,
        tuple(AppearanceFact(one.person_id, one.role, one.minutes) for one in appearances),
        _from_partners(session, session_id, appearances) | _by_voice(notes, occasion.partners),
    )


def _appearances(session: Session, session_id: str) -> list[AppearanceRecord]:
    record = AppearanceRecord
    wanted = select(record).where(
        record.session_id == session_id, record.status != AppearanceStatus.DECLINED.value
    )
    return list(session.scalars(wanted.order_by(record.position, record.id)))


def _present(
    session: Session,
    session_id: str,
    appearances: list[AppearanceRecord],
    notes: list[NoteSubject],
    cases: list[CaseSubject],
) -> set[str]:
    group = BreakoutGroupRecord
    leading = session.execute(
        select(group.moderator_id, group.rapporteur_id).where(group.session_id == session_id)
    )
    found = {one.person_id for one in appearances} | {person or "" for pair in leading for person in pair}
    return found | {note.speaker_id for note in notes} | {case.speaker_id for case in cases}


def _attending(
    person: PersonSubject,
    appearances: list[AppearanceRecord],
    rule: Attribution,
    library: Library,
    present: set[str],
) -> PersonSubject:
    if person.id not in present:
        return person
    roles = [
        library.label(Vocabulary.ROLE, one.role) or one.role_as_written
        for one in appearances
        if one.person_id == person.id
    ]
    role = next(filter(None, roles), "")
    return dataclasses.replace(person, present=True, session_rule=rule, role=role)


def _by_voice(notes: list[NoteSubject], partners: tuple[str, ...]) -> frozenset[str]:
    bodies = {folded(name) for name in partners}
    return frozenset(note.id for note in notes if note.voice and folded(note.voice) in bodies)


def _from_partners(session: Session, session_id: str, appearances: list[AppearanceRecord]) -> frozenset[str]:
    """Notes by people in a partner's role, and those taken in the partners' segments."""
    partners = {one.person_id for one in appearances if one.role in _PARTNER_ROLES}
    segments = select(AgendaItemRecord.id).where(
        AgendaItemRecord.session_id == session_id, AgendaItemRecord.segment.in_(_PARTNER_SEGMENTS)
    )
    wanted = select(NoteRecord.id).where(
        NoteRecord.session_id == session_id,
        or_(NoteRecord.speaker_id.in_(partners), NoteRecord.agenda_item_id.in_(segments)),
    )
    return frozenset(session.scalars(wanted))
