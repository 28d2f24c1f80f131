"""The order of the items in the file: always the one in which they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from facilitator.domain.agenda import Outline
from facilitator.reading.appearing import list_groups
from facilitator.reading.plan import placed, read_items
from facilitator.storage.records import AgendaItemRecord


class Command(Protocol):
    """A write with the name by which undo calls it."""

    @property
    def label(self) -> str: ...

    def apply(self, session: Session) -> None: ...


def outline_of(session: Session, session_id: str) -> Outline:
    """The order of a session's items as it is now."""
    session.flush()
    groups = [group.id for group in list_groups(session, session_id)]
    return Outline([placed(item) for item in read_items(session, session_id)], groups)


def keep_order(session: Session, session_id: str, outline: Outline) -> None:
    """Write what moved: positions, and the groups that items belong to now."""
    session.flush()
    stored = {item.id: item for item in read_items(session, session_id)}
    for position, item_id in enumerate(outline.order()):
        values: dict[str, object] = {}
        if stored[item_id].position != position:
            values["position"] = position
        if (stored[item_id].group_id or "") != outline.track_of(item_id):
            values["group_id"] = outline.track_of(item_id) or None
        if values:
            session.execute(update(AgendaItemRecord).where(AgendaItemRecord.id == item_id).values(values))
    session.expire_all()


def last_position(session: Session, session_id: str) -> int:
    """A position behind all items; those that were deleted leave gaps."""
    record = AgendaItemRecord
    last = session.scalar(select(func.max(record.position)).where(record.session_id == session_id))
    return 0 if last is None else last + 1


def put_behind(session: Session, session_id: str, new_ids: Mapping[str, Sequence[str]]) -> None:
    """Put added items each behind the one that they belong to; groups that meet during that one stay there."""
    outline = outline_of(session, session_id)
    for item_id, added in new_ids.items():
        for new_id in reversed(added):
            outline.place([new_id], outline.track_of(item_id), item_id)
    keep_order(session, session_id, outline)


@dataclass(frozen=True)
class KeepingOrder:
    """A write after which the items may be read in another order, because what holds groups is another item."""

    command: Command
    item_ids: Sequence[str]

    @property
    def label(self) -> str:
        return self.command.label

    def apply(self, session: Session) -> None:
        record = AgendaItemRecord
        found = session.scalars(
            select(record.session_id).where(record.id.in_(self.item_ids)).distinct()
        ).all()
        self.command.apply(session)
        for session_id in found:
            outline = outline_of(session, session_id)
            if outline.order() != [item.id for item in read_items(session, session_id)]:
                keep_order(session, session_id, outline)
