"""All that bears on a paper about one session, as the gate wants it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, of_attribution, rule_of, strictest
from facilitator.domain.vocabulary import AppearanceStatus, Vocabulary
from facilitator.publishing.gate.subjects import Audience, CaseSubject, Material, NoteSubject, PersonSubject
from facilitator.reading.library import Library
from facilitator.reading.said import item_rules, read_cases, read_notes
from facilitator.storage.records import AppearanceRecord, BreakoutGroupRecord, LearningSessionRecord


def read_material(
    session: Session,
    record: LearningSessionRecord,
    library: Library,
    language: str,
    told_anyhow: Iterable[str] = (),
    audience: Audience = Audience.PUBLIC,
    given_to: Collection[str] = (),
) -> Material:
    """People, notes and cases of a session for a paper. ``language`` is that of the paper's fixed texts (BCP 47),
    ``given_to`` are the ids of people whose own paper it is."""
    rule = rule_of(record.attribution)
    notes = read_notes(session, record.id, rule, library)
    cases = read_cases(session, record.id, rule, library, notes)
    rules = item_rules(session, record.id)
    appearances = read_appearances(session, record.id)
    present = _present(session, record.id, appearances, notes, cases)
    return Material(
        language,
        tuple(_attending(person, appearances, rule, rules, library, present) for person in library.people),
        tuple(notes),
        tuple(cases),
        tuple(library.places.values()),
        tuple(library.organisations.values()),
        tuple(told_anyhow),
        audience,
        frozenset(given_to),
    )


def read_appearances(session: Session, session_id: str) -> list[AppearanceRecord]:
    """Who appears in a session, in order; those who declined are left out."""
    record = AppearanceRecord
    wanted = select(record).where(
        record.session_id == session_id, record.status != AppearanceStatus.DECLINED.value
    )
    return list(session.scalars(wanted.order_by(record.position, record.id)))


def _present(
    session: Session,
    session_id: str,
    appearances: Sequence[AppearanceRecord],
    notes: Sequence[NoteSubject],
    cases: Sequence[CaseSubject],
) -> set[str]:
    group = BreakoutGroupRecord
    leading = session.execute(
        select(group.moderator_id, group.rapporteur_id).where(group.session_id == session_id)
    )
    found = {one.person_id for one in appearances} | {person or "" for pair in leading for person in pair}
    return found | {note.speaker_id for note in notes} | {case.speaker_id for case in cases}


def _attending(
    person: PersonSubject,
    appearances: Sequence[AppearanceRecord],
    rule: Attribution,
    rules: Mapping[str, Attribution],
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
    # Who appears under the rule of an item alone would be known as one who spoke there. Of several the mildest holds.
    own = [
        rules.get(one.agenda_item_id or "", Attribution.NAMED)
        for one in appearances
        if one.person_id == person.id
    ]
    mildest = min(own, key=of_attribution, default=Attribution.NAMED)
    return dataclasses.replace(person, present=True, session_rule=strictest(rule, mildest), role=role)
