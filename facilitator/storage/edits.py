"""Writes that every feature needs: add a row, change fields of one, delete rows, put rows in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Boolean, delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.text import storable
from facilitator.storage.records import Base
from facilitator.storage.records.base import Typed
from facilitator.translation import tr

R = TypeVar("R", bound=Base)

_MOST_AT_ONCE = 500
"""Ids in one statement; SQLite has a limit."""


def existing(session: Session, record: type[R], row_id: str) -> R:
    """The record of an id; raises ``Refused`` when it was deleted meanwhile."""
    found = session.get(record, row_id)
    if found is None:
        raise _deleted_meanwhile()
    return found


def exists(session: Session, record: type[Base], row_id: str) -> bool:
    """Whether there is a row of an id; far faster than reading it. ``session`` is as for ``insert``."""
    sql = f'SELECT 1 FROM "{record.__tablename__}" WHERE id = ?'
    return session.info["raw"].execute(sql, (row_id,)).fetchone() is not None


def _deleted_meanwhile() -> Refused:
    return Refused(
        tr("The change could not be made."),
        tr("What it belongs to was deleted meanwhile."),
        tr("Nothing was changed; undo brings it back."),
    )


def insert(session: Session, record: type[Base], values: Mapping[str, Any]) -> None:
    """Add one row as ``session.add`` and a flush would, but far faster; columns not named get their default.

    ``session`` is one that the store gave to a command.
    """
    sql, fillers = _insertion(record)
    unknown = values.keys() - fillers.keys()
    if unknown:
        raise TypeError(f"{record.__name__} has no {', '.join(sorted(unknown))}")
    row = tuple(fill(values[name]) if name in values else fill() for name, fill in fillers.items())
    try:
        session.info["raw"].execute(sql, row)
    except sqlite3.IntegrityError as error:  # as SQLAlchemy would
        raise IntegrityError(sql, row, error) from error


@cache
def _insertion(record: type[Base]) -> tuple[str, dict[str, Callable[..., Any]]]:
    columns: list[Any] = list(record.__table__.columns)
    names = ", ".join(f'"{column.name}"' for column in columns)
    sql = f'INSERT INTO "{record.__tablename__}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    return sql, {column.name: _filler(column) for column in columns}


def _filler(column: Any) -> Callable[..., Any]:
    """What makes the value that is stored of the value that is given, or of none."""
    default = column.default.arg if column.default is not None else None
    if callable(default):
        made: Callable[..., Any] = default
        return lambda *given: given[0] if given and given[0] is not None else made(None)
    if isinstance(column.type, Typed):
        return lambda value=default: None if value is None else storable(str(value))
    if isinstance(column.type, Boolean):
        return lambda value=default: None if value is None else int(value)
    return lambda value=default: value


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
class SetFieldsOfAll:
    """Set the same columns of many rows, some hundred at once: none of them is read. Refused where one is gone."""

    record: type[Base]
    row_ids: Sequence[str]
    values: Mapping[str, Any]
    label: str

    def apply(self, session: Session) -> None:
        ids = list(dict.fromkeys(self.row_ids))
        for first in range(0, len(ids), _MOST_AT_ONCE):
            some = ids[first : first + _MOST_AT_ONCE]
            found: Any = session.execute(
                update(self.record).where(self.record.id.in_(some)).values(**self.values)
            )
            if found.rowcount != len(some):
                raise _deleted_meanwhile()


@dataclass(frozen=True)
class AddRow:
    """Add one row, with its id among the values so that the caller knows it."""

    record: type[Base]
    values: Mapping[str, Any]
    label: str

    def apply(self, session: Session) -> None:
        insert(session, self.record, self.values)


@dataclass(frozen=True)
class DeleteRows:
    """Delete rows, and with them what belongs to them. Those that are gone already are passed over."""

    record: type[Base]
    row_ids: Sequence[str]
    label: str

    def apply(self, session: Session) -> None:
        for first in range(0, len(self.row_ids), _MOST_AT_ONCE):
            ids = self.row_ids[first : first + _MOST_AT_ONCE]
            session.execute(delete(self.record).where(self.record.id.in_(ids)))


@dataclass(frozen=True)
class Reorder:
    """Give rows their positions in the order of the ids."""

    record: type[Base]
    row_ids: Sequence[str]
    label: str

    def apply(self, session: Session) -> None:
        for position, row_id in enumerate(self.row_ids):
            existing(session, self.record, row_id).position = position  # type: ignore[attr-defined]  # of an ordered record


@dataclass(frozen=True)
class Together:
    """Several writes as one step of undo."""

    commands: Sequence[Any]
    label: str

    def apply(self, session: Session) -> None:
        for command in self.commands:
            command.apply(session)
            session.flush()
