"""Send speakers what is attributed to them, and settle it when it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import attribution_of
from facilitator.storage.edits import existing, insert
from facilitator.storage.records import (
    ClearanceSheetRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
)
from facilitator.translation import ntr, tr

_UNSETTLED = {Consent.PENDING.value, Consent.NOT_ASKED.value, ""}


@dataclass(frozen=True)
class MarkSent:
    """Keep that people were sent their sheets on a day (ISO date; empty takes it back)."""

    session_id: str
    person_ids: tuple[str, ...]
    on: str

    @property
    def label(self) -> str:
        count = len(self.person_ids)
        return ntr("{count} sheet sent", "{count} sheets sent", count).format(count=count)

    def apply(self, session: Session) -> None:
        for person_id in self.person_ids:
            _set(session, self.session_id, person_id, {"sent_on": self.on})


@dataclass(frozen=True)
class SettleSheet:
    """Keep that a sheet came back on a day (ISO date), and settle what was pending in it as its person wants it.

    The person's notes in the session that are pending become ``attribution``. Where they were not asked yet, or
    their consent is pending, ``consents`` makes it theirs from now on.
    """

    session_id: str
    person_id: str
    on: str
    attribution: Attribution
    remark: str = ""
    consents: bool = True

    @property
    def label(self) -> str:
        return tr("Sheet came back")

    def apply(self, session: Session) -> None:
        person = existing(session, PersonRecord, self.person_id)
        _set(session, self.session_id, self.person_id, {"back_on": self.on, "remark": self.remark})
        if self.attribution is Attribution.PENDING:
            return
        record = NoteRecord
        wanted = select(record).where(
            record.session_id == self.session_id, record.speaker_id == self.person_id
        )
        for note in session.scalars(wanted):
            if attribution_of(note.attribution, note.kind) is Attribution.PENDING:
                note.attribution = self.attribution.value
        if self.consents and person.consent in _UNSETTLED:
            person.consent = Consent(self.attribution.value).value


def _set(session: Session, session_id: str, person_id: str, values: Mapping[str, str]) -> None:
    record = ClearanceSheetRecord
    wanted = select(record).where(record.session_id == session_id, record.person_id == person_id)
    found = session.scalars(wanted).first()
    if found is None:
        existing(session, LearningSessionRecord, session_id)
        existing(session, PersonRecord, person_id)
        told = {"id": new_id(), "session_id": session_id, "person_id": person_id}
        insert(session, record, told | dict(values))
    else:
        for name, value in values.items():
            setattr(found, name, value)
