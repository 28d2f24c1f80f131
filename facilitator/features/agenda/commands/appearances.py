"""Writes of who appears on the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.storage.edits import DeleteRows, SetFields, existing
from facilitator.storage.records import AppearanceRecord, PersonRecord
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class AddAppearance:
    """Put a person on an item, or into the session as a whole; a ``name`` that is not known yet becomes a person."""

    session_id: str
    item_id: str | None
    person_id: str = ""
    name: str = ""
    role: str = ""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add speaker")

    def apply(self, session: Session) -> None:
        person_id = self.person_id
        if not person_id:
            person_id = new_id()
            session.add(PersonRecord(id=person_id, name=self.name, sort_name=self.name))
            session.flush()
        session.add(
            AppearanceRecord(
                id=self.id,
                session_id=self.session_id,
                agenda_item_id=self.item_id,
                person_id=person_id,
                role=self.role,
                position=_next_position(session, self.session_id),
            )
        )


@dataclass(frozen=True)
class PutOnItem:
    """Move appearances to an item, or off all items (``item_id`` None); behind those who are there."""

    session_id: str
    appearance_ids: Sequence[str]
    item_id: str | None

    @property
    def label(self) -> str:
        return tr("Move speaker on the agenda")

    def apply(self, session: Session) -> None:
        position = _next_position(session, self.session_id)
        for number, appearance_id in enumerate(self.appearance_ids):
            record = existing(session, AppearanceRecord, appearance_id)
            record.agenda_item_id, record.position = self.item_id, position + number


def _next_position(session: Session, session_id: str) -> int:
    record = AppearanceRecord
    last = session.scalar(select(func.max(record.position)).where(record.session_id == session_id))
    return 0 if last is None else last + 1


def edit_appearance(appearance_id: str, **values: Any) -> SetFields:
    """Set columns of an appearance."""
    return SetFields(AppearanceRecord, appearance_id, values, tr("Edit speaker on the agenda"))


def delete_appearances(appearance_ids: Sequence[str]) -> DeleteRows:
    """Take people off their items, or out of the session."""
    label = ntr(
        "Remove speaker from the agenda", "Remove {count} speakers from the agenda", len(appearance_ids)
    )
    return DeleteRows(AppearanceRecord, appearance_ids, label.format(count=len(appearance_ids)))
