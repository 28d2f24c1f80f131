"""Writes of the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.storage.edits import DeleteRows, Reorder, SetFields, existing
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, BreakoutGroupRecord, PersonRecord
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class AddItem:
    """Add an item behind another one (``after``), or at the end."""

    session_id: str
    title: str = ""
    segment: str = ""
    minutes: int | None = None
    group_id: str | None = None
    after: str = ""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add agenda item")

    def apply(self, session: Session) -> None:
        order = _order(session, self.session_id)
        place = order.index(self.after) + 1 if self.after in order else len(order)
        session.add(
            AgendaItemRecord(
                id=self.id,
                session_id=self.session_id,
                group_id=self.group_id,
                title=self.title,
                segment=self.segment,
                minutes=self.minutes,
                position=place,
            )
        )
        session.flush()
        order.insert(place, self.id)
        _renumber(session, order)


def _order(session: Session, session_id: str) -> list[str]:
    return list(
        session.scalars(
            select(AgendaItemRecord.id)
            .where(AgendaItemRecord.session_id == session_id)
            .order_by(AgendaItemRecord.position, AgendaItemRecord.id)
        )
    )


def _renumber(session: Session, order: Sequence[str]) -> None:
    for position, item_id in enumerate(order):
        existing(session, AgendaItemRecord, item_id).position = position


@dataclass(frozen=True)
class MoveItems:
    """Move items, together and in their order, by a number of places up (negative) or down."""

    session_id: str
    item_ids: Sequence[str]
    places: int

    @property
    def label(self) -> str:
        return ntr("Move agenda item", "Move {count} agenda items", len(self.item_ids)).format(
            count=len(self.item_ids)
        )

    def apply(self, session: Session) -> None:
        order = _order(session, self.session_id)
        moving = [item_id for item_id in order if item_id in set(self.item_ids)]
        if not moving:
            return
        first = order.index(moving[0])
        rest = [item_id for item_id in order if item_id not in set(moving)]
        place = max(0, min(len(rest), first + self.places))
        _renumber(session, [*rest[:place], *moving, *rest[place:]])


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
        last = session.scalar(
            select(func.max(AppearanceRecord.position)).where(AppearanceRecord.session_id == self.session_id)
        )
        session.add(
            AppearanceRecord(
                id=self.id,
                session_id=self.session_id,
                agenda_item_id=self.item_id,
                person_id=person_id,
                role=self.role,
                position=0 if last is None else last + 1,
            )
        )


@dataclass(frozen=True)
class AddGroup:
    """Add a breakout group."""

    session_id: str
    name: str
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add group {name}").format(name=self.name)

    def apply(self, session: Session) -> None:
        count = session.scalar(select(func.count()).where(BreakoutGroupRecord.session_id == self.session_id))
        session.add(
            BreakoutGroupRecord(id=self.id, session_id=self.session_id, name=self.name, position=count or 0)
        )


def edit_item(item_id: str, **values: Any) -> SetFields:
    """Set columns of an item."""
    return SetFields(AgendaItemRecord, item_id, values, tr("Edit agenda item"))


def edit_appearance(appearance_id: str, **values: Any) -> SetFields:
    """Set columns of an appearance."""
    return SetFields(AppearanceRecord, appearance_id, values, tr("Edit speaker on the agenda"))


def edit_group(group_id: str, **values: Any) -> SetFields:
    """Set columns of a group."""
    return SetFields(BreakoutGroupRecord, group_id, values, tr("Edit group"))


def delete_items(item_ids: Sequence[str]) -> DeleteRows:
    """Delete items, and with them who appears on them."""
    label = ntr("Delete agenda item", "Delete {count} agenda items", len(item_ids))
    return DeleteRows(AgendaItemRecord, item_ids, label.format(count=len(item_ids)))


def delete_appearance(appearance_id: str) -> DeleteRows:
    """Take a person off an item."""
    return DeleteRows(AppearanceRecord, [appearance_id], tr("Remove speaker from the agenda"))


def delete_group(group_id: str) -> DeleteRows:
    """Delete a group; its items go back to the plenary."""
    return DeleteRows(BreakoutGroupRecord, [group_id], tr("Delete group"))


def reorder_items(item_ids: Sequence[str]) -> Reorder:
    """Put the items of a session into this order."""
    return Reorder(AgendaItemRecord, item_ids, tr("Reorder agenda"))
