"""Giving the floor to whoever begins to speak."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.domain.running import EventKind
from facilitator.storage.edits import insert
from facilitator.storage.records import RunEventRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class GiveFloor:
    """Keep that a person has the floor from a moment on (``at``: milliseconds since 1970-01-01 UTC), or that nobody has
    (``person_id`` empty). ``group_id`` is empty in the plenary; ``author`` is who noticed it, ``name`` the person's."""

    id: str
    session_id: str
    at: int
    group_id: str
    person_id: str
    author: str
    name: str

    @property
    def label(self) -> str:
        if not self.person_id:
            return tr("Nobody has the floor")
        return tr("{name} has the floor").format(name=self.name)

    def apply(self, session: Session) -> None:
        values = {
            "id": self.id,
            "session_id": self.session_id,
            "at": self.at,
            "kind": EventKind.FLOOR.value,
            "group_id": self.group_id or None,
            "person_id": self.person_id or None,
            "author": self.author,
        }
        insert(session, RunEventRecord, values)
