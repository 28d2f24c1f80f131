"""Writes of agenda items themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.times import length
from facilitator.features.agenda.commands.order import (
    KeepingOrder,
    keep_order,
    last_position,
    outline_of,
    put_behind,
)
from facilitator.storage.edits import DeleteRows, SetFields, Together, existing
from facilitator.storage.item_rules import KeepRules
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, Base, LearningSessionRecord
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class AddItem:
    """Add an item behind another one (``after``) of the same group, or at the end; into the plenary, or into a group
    (``group_id``), there among those that meet during the plenary's item ``holder``."""

    session_id: str
    title: str = ""
    segment: str = ""
    minutes: int | None = None
    group_id: str | None = None
    after: str = ""
    holder: str = ""
    pinned_start: int | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add agenda item")

    def apply(self, session: Session) -> None:
        session.add(
            AgendaItemRecord(
                id=self.id,
                session_id=self.session_id,
                group_id=self.group_id,
                title=self.title,
                segment=self.segment,
                minutes=self.minutes,
                pinned_start=self.pinned_start,
                position=last_position(session, self.session_id),
            )
        )
        outline = outline_of(session, self.session_id)
        if self.after or self.holder:
            outline.place([self.id], self.group_id or "", self.after, self.holder)
        keep_order(session, self.session_id, outline)


@dataclass(frozen=True)
class DuplicateItems:
    """Copy items, each copy behind its own, with who appears on it. A copy has no hard start of its own: two items
    can't begin at the same time."""

    session_id: str
    item_ids: Sequence[str]
    new_ids: Sequence[str]
    """The ids of the copies, as many as there are items."""

    @property
    def label(self) -> str:
        copied = ntr("Duplicate agenda item", "Duplicate {count} agenda items", len(self.item_ids))
        return copied.format(count=len(self.item_ids))

    def apply(self, session: Session) -> None:
        copies = dict(zip(self.item_ids, self.new_ids, strict=True))
        last = last_position(session, self.session_id)
        for item_id, copy_id in copies.items():
            item = existing(session, AgendaItemRecord, item_id)
            copy_item(session, item, id=copy_id, pinned_start=None, position=last)
        put_behind(session, self.session_id, {item_id: [copy_id] for item_id, copy_id in copies.items()})


def copy_item(session: Session, item: AgendaItemRecord, *, with_speakers: bool = True, **values: Any) -> None:
    """Add a copy of an item with some values of its own, and of who appears on it."""
    copy = AgendaItemRecord(**(_values(item) | values))
    session.add(copy)
    session.flush()
    if not with_speakers:
        return
    rows = session.scalars(select(AppearanceRecord).where(AppearanceRecord.agenda_item_id == item.id)).all()
    session.add_all(
        AppearanceRecord(**(_values(row) | {"id": new_id(), "agenda_item_id": copy.id})) for row in rows
    )


def _values(record: Base) -> dict[str, Any]:
    return {column.key: getattr(record, column.key) for column in inspect(type(record)).column_attrs}


def edit_item(item_id: str, **values: Any) -> SetFields | KeepingOrder:
    """Set columns of an item."""
    edit = SetFields(AgendaItemRecord, item_id, values, tr("Edit agenda item"))
    return KeepingOrder(edit, [item_id]) if values.keys() & {"segment", "group_id"} else edit


def edit_items(item_ids: Sequence[str], **values: Any) -> Together:
    """Set the same columns of several items."""
    label = ntr("Edit agenda item", "Edit {count} agenda items", len(item_ids)).format(count=len(item_ids))
    return Together([edit_item(item_id, **values) for item_id in item_ids], label)


def delete_items(item_ids: Sequence[str]) -> KeepingOrder:
    """Delete items, and with them who appears on them. What was noted under one that had a rule keeps to it."""
    label = ntr("Delete agenda item", "Delete {count} agenda items", len(item_ids))
    delete = DeleteRows(AgendaItemRecord, item_ids, label.format(count=len(item_ids)))
    return KeepingOrder(Together([KeepRules(item_ids=item_ids), delete], delete.label), item_ids)


def set_slot(session_id: str, minutes: int) -> SetFields:
    """Set the length of the session's slot."""
    label = tr("Set the slot to {length}").format(length=length(minutes))
    return SetFields(LearningSessionRecord, session_id, {"minutes": minutes}, label)
