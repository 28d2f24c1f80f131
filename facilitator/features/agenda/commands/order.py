"""The order of the items in the file: always the one in which they are read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from facilitator.domain.agenda import Outline
from facilitator.reading.plan import list_groups, placed, read_items
from facilitator.storage.records import AgendaItemRecord


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


def renumber(session: Session, session_id: str, order: Sequence[str]) -> None:
    """Give the items their positions in this order."""
    session.flush()
    stored = {item.id: item.position for item in read_items(session, session_id)}
    for position, item_id in enumerate(order):
        if stored[item_id] != position:
            session.execute(
                update(AgendaItemRecord).where(AgendaItemRecord.id == item_id).values(position=position)
            )
    session.expire_all()
