"""Writes of who appears on the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent
from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import ROLE_OF_SEGMENT
from facilitator.storage.edits import DeleteRows, SetFields, Together, existing
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, PersonRecord
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
        person_id = self.person_id or _add_person(session, self.name)
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
class AddAppearances:
    """Put several people of the library on an item, or into the session as a whole, in one role; without one
    (``role`` None) in that which those who speak in the item's segment usually have. Who is there already is not put
    there twice."""

    session_id: str
    item_id: str | None
    person_ids: Sequence[str]
    role: str | None = None

    @property
    def label(self) -> str:
        count = len(self.person_ids)
        return ntr("Add speaker", "Add {count} speakers", count).format(count=count)

    def apply(self, session: Session) -> None:
        there = set(
            session.scalars(
                select(AppearanceRecord.person_id).where(
                    AppearanceRecord.session_id == self.session_id,
                    AppearanceRecord.agenda_item_id == self.item_id,
                )
            )
        )
        role = self._usual_role(session) if self.role is None else self.role
        for person_id in dict.fromkeys(self.person_ids):
            if person_id not in there:
                AddAppearance(self.session_id, self.item_id, person_id, role=role).apply(session)
                session.flush()

    def _usual_role(self, session: Session) -> str:
        item = session.get(AgendaItemRecord, self.item_id) if self.item_id else None
        return ROLE_OF_SEGMENT.get(item.segment, "") if item else ""


@dataclass(frozen=True)
class StepAppearances:
    """Move those who appear on one item (or on none) by a number of places up (negative) or down among each other."""

    session_id: str
    item_id: str | None
    appearance_ids: Sequence[str]
    places: int

    @property
    def label(self) -> str:
        return tr("Change the order of speakers")

    def apply(self, session: Session) -> None:
        rows = session.scalars(
            select(AppearanceRecord)
            .where(
                AppearanceRecord.session_id == self.session_id,
                AppearanceRecord.agenda_item_id == self.item_id,
            )
            .order_by(AppearanceRecord.position, AppearanceRecord.id)
        ).all()
        moving = [row for row in rows if row.id in self.appearance_ids]
        if not moving:
            return
        rest = [row for row in rows if row not in moving]
        place = max(0, min(len(rest), rows.index(moving[0]) + self.places))
        first = min(row.position for row in rows)
        for number, row in enumerate([*rest[:place], *moving, *rest[place:]]):
            row.position = first + number


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


def _add_person(session: Session, name: str) -> str:
    person_id = new_id()
    session.add(PersonRecord(id=person_id, name=name, sort_name=name))
    session.flush()
    return person_id


def mark_asked(person_ids: Sequence[str]) -> Together:
    """Note that people were asked for consent and have not answered yet."""
    label = ntr("Mark as asked for consent", "Mark {count} people as asked for consent", len(person_ids))
    told = label.format(count=len(person_ids))
    asked = {"consent": Consent.PENDING.value}
    return Together([SetFields(PersonRecord, person_id, asked, told) for person_id in person_ids], told)


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
