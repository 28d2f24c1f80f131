"""Writes of breakout groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.features.agenda.commands.order import keep_order, outline_of
from facilitator.reading.appearing import list_groups
from facilitator.storage.edits import Reorder, SetFields, existing
from facilitator.storage.records import BreakoutGroupRecord, PersonRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class AddGroup:
    """Add a breakout group behind the others."""

    session_id: str
    name: str
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add group {name}").format(name=self.name)

    def apply(self, session: Session) -> None:
        record = BreakoutGroupRecord
        last = session.scalar(select(func.max(record.position)).where(record.session_id == self.session_id))
        position = 0 if last is None else last + 1
        session.add(record(id=self.id, session_id=self.session_id, name=self.name, position=position))


@dataclass(frozen=True)
class MoveGroup:
    """Move a group among the groups, to the left (negative) or right; its items go along."""

    session_id: str
    group_id: str
    places: int

    @property
    def label(self) -> str:
        return tr("Move group")

    def apply(self, session: Session) -> None:
        order = [group.id for group in list_groups(session, self.session_id)]
        place = max(0, min(len(order) - 1, order.index(self.group_id) + self.places))
        order.remove(self.group_id)
        order.insert(place, self.group_id)
        Reorder(BreakoutGroupRecord, order, self.label).apply(session)
        keep_order(session, self.session_id, outline_of(session, self.session_id))


@dataclass(frozen=True)
class DeleteGroup:
    """Delete a group; its items go back to the plenary, behind the item during which they met."""

    group_id: str

    @property
    def label(self) -> str:
        return tr("Delete group")

    def apply(self, session: Session) -> None:
        group = existing(session, BreakoutGroupRecord, self.group_id)
        outline = outline_of(session, group.session_id)
        for item_id in reversed(outline.order()):
            if outline.track_of(item_id) == self.group_id:
                outline.place([item_id], "", outline.holder_of(item_id))
        keep_order(session, group.session_id, outline)
        session.delete(existing(session, BreakoutGroupRecord, self.group_id))


@dataclass(frozen=True)
class NameLead:
    """Have a new person lead a group or report from it; ``field`` is ``moderator_id`` or ``rapporteur_id``."""

    group_id: str
    field: str
    name: str

    @property
    def label(self) -> str:
        return tr("Edit group")

    def apply(self, session: Session) -> None:
        person = PersonRecord(id=new_id(), name=self.name, sort_name=self.name)
        session.add(person)
        session.flush()
        setattr(existing(session, BreakoutGroupRecord, self.group_id), self.field, person.id)


def edit_group(group_id: str, **values: Any) -> SetFields:
    """Set columns of a group: name, room, link, moderator_id, rapporteur_id."""
    return SetFields(BreakoutGroupRecord, group_id, values, tr("Edit group"))
