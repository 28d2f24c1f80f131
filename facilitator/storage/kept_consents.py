"""What was said by a person, heard in a session, or waits for clearance is told no more freely when that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, as_attribution, rule_of, strictest
from facilitator.domain.vocabulary import attribution_of
from facilitator.storage.records import CaseStudyRecord, LearningSessionRecord, NoteRecord, PersonRecord

_MOST_AT_ONCE = 500
"""Ids in one statement; SQLite has a limit."""


@dataclass(frozen=True)
class KeepConsents:
    """Give notes and cases the consent of their speaker as their own, and cases the rule of the session in which they
    were heard, where it is the stricter. To be applied before people or sessions are deleted, or before ``case_ids``
    go to another session."""

    person_ids: Sequence[str] = ()
    session_ids: Sequence[str] = ()
    case_ids: Sequence[str] = ()
    label: str = ""

    def apply(self, session: Session) -> None:
        note, case, person, meeting = NoteRecord, CaseStudyRecord, PersonRecord, LearningSessionRecord
        said = select(note, person.consent).join(person, person.id == note.speaker_id)
        for found, consent in _rows(session, said, person.id, self.person_ids):
            own = attribution_of(found.attribution, found.kind)
            if (held := strictest(own, as_attribution(consent))) is not own:
                found.attribution = held.value
        told = select(case, person.consent).join(person, person.id == case.speaker_id)
        for found, consent in _rows(session, told, person.id, self.person_ids):
            _hold(found, as_attribution(consent).value)
        heard = select(case, meeting.attribution).join(meeting, meeting.id == case.session_id)
        for found, rule in _rows(session, heard, meeting.id, self.session_ids):
            _hold(found, rule)
        for found, rule in _rows(session, heard, case.id, self.case_ids):
            _hold(found, rule)
        session.flush()


@dataclass(frozen=True)
class KeepPending:
    """Have notes that wait for clearance because of their kind, as quotes do, go on waiting. To be applied before they
    are given another kind: a slip of a key would publish them."""

    note_ids: Sequence[str]
    label: str = ""

    def apply(self, session: Session) -> None:
        note = NoteRecord
        wanted = select(note, note.kind).where(note.attribution == "")
        for found, kind in _rows(session, wanted, note.id, self.note_ids):
            if attribution_of("", kind) is Attribution.PENDING:
                found.attribution = Attribution.PENDING.value
        session.flush()


def _hold(case: CaseStudyRecord, rule: str) -> None:
    own = rule_of(case.consent)
    if (held := rule_of(case.consent, rule)) is not own:
        case.consent = held.value


def _rows(session: Session, wanted: Select[Any, str], column: Any, ids: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for first in range(0, len(ids), _MOST_AT_ONCE):
        found += session.execute(wanted.where(column.in_(ids[first : first + _MOST_AT_ONCE])))
    return found
