"""Writes that every feature needs: change fields of a row, delete rows, put rows in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.storage.records import Base
from facilitator.translation import tr

R = TypeVar("R", bound=Base)


def existing(session: Session, record: type[R], row_id: str) -> R:
    """The record of an id; raises ``Refused`` when it was deleted meanwhile."""
    found = session.get(record, row_id)
    if found is None:
        raise Refused(
            tr("The change could not be made."),
            tr("What it belongs to was deleted meanwhile."),
            tr("Nothing was changed; undo brings it back."),
        )
    return found


@dataclass(frozen=True)
class SetFields:
    """Set columns of one row."""

    record: type[Base]
    row_id: str
    values: Mapping[str, Any]
    label: str

    def apply(self, session: Session) -> None:
        found = existing(session, self.record, self.row_id)
        for name, value in self.values.items():
            setattr(found, name, value)


@dataclass(frozen=True)
class AddRow:
    """Add one row, with its id among the values so that the caller knows it."""

    record: type[Base]
    values: Mapping[str, Any]
    label: str

    def apply(self, session: Session) -> None:
        session.add(self.record(**self.values))


@dataclass(frozen=True)
class DeleteRows:
    """Delete rows, and with them what belongs to them."""

    record: type[Base]
    row_ids: Sequence[str]
    label: str

    def apply(self, session: Session) -> None:
        for row_id in self.row_ids:
            found = session.get(self.record, row_id)
            if found is not None:
                session.delete(found)
                session.flush()


@dataclass(frozen=True)
class Reorder:
    """Give rows their positions in the order of the ids."""

    record: type[Base]
    row_ids: Sequence[str]
    label: str

    def apply(self, session: Session) -> None:
        for position, row_id in enumerate(self.row_ids):
            existing(session, self.record, row_id).position = position  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Together:
    """Several writes as one step of undo."""

    commands: Sequence[Any]
    label: str

    def apply(self, session: Session) -> None:
        for command in self.commands:
            command.apply(session)
            session.flush()
