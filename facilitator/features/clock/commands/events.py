"""Keeping what happens to the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event
from facilitator.storage.edits import insert
from facilitator.storage.records import RunEventRecord


@dataclass(frozen=True)
class AddEvents:
    """Keep events that happened to the clock of a session; ``author`` is who steers it."""

    session_id: str
    events: Sequence[Event]
    author: str
    label: str

    def apply(self, session: Session) -> None:
        for event in self.events:
            insert(
                session,
                RunEventRecord,
                {
                    "id": event.id,
                    "session_id": self.session_id,
                    "at": event.at,
                    "kind": event.kind.value,
                    "group_id": event.track or None,
                    "agenda_item_id": event.item_id or None,
                    "person_id": event.person_id or None,
                    "minutes": event.minutes,
                    "author": self.author,
                },
            )


def with_ids(events: Sequence[Event]) -> list[Event]:
    """The events with new ids by which they sort as they stand: those of one moment count in the order of their ids,
    and ids made within a millisecond come in any order."""
    ids = sorted(new_id() for _ in events)
    return [replace(event, id=event_id) for event, event_id in zip(events, ids, strict=True)]
