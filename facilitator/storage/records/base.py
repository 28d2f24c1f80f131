"""What all records share: an id that any laptop can make, and columns that hold what people type.

No column is a floating-point number: the journal's row images are JSON, in which SQLite rounds them.
"""

from __future__ import annotations

from typing import Annotated, Any

from sqlalchemy import ForeignKey, Index, MetaData, String, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from facilitator.domain.identity import new_id
from facilitator.domain.text import storable


class Typed(TypeDecorator[str]):
    """Text as typed, without what SQLite can't hold (see ``domain.text.storable``)."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else storable(str(value))


Text = Annotated[str, mapped_column(Typed, default="", server_default="")]
Count = Annotated[int, mapped_column(default=0, server_default="0")]
Flag = Annotated[bool, mapped_column(default=False, server_default="0")]


class Base(DeclarativeBase):
    """A row that the journal follows."""

    id: Mapped[str] = mapped_column(String, primary_key=True, default=new_id)


def _checked_at_the_end(column: str, when_deleted: str) -> ForeignKey:
    """A reference that may point to nothing within a change: undo puts rows back one by one."""
    return ForeignKey(column, ondelete=when_deleted, deferrable=True, initially="DEFERRED")


def owned_by(column: str) -> Any:
    """A reference to the row that this one belongs to, and with which it is deleted."""
    return mapped_column(_checked_at_the_end(column, "CASCADE"))


def refers_to(column: str) -> Any:
    """A reference that is emptied when the other row is deleted."""
    return mapped_column(_checked_at_the_end(column, "SET NULL"), default=None)


def index_references(metadata: MetaData) -> None:
    """Index each reference, so that deleting what it points to is fast; empty ones cost nothing when written."""
    for table in metadata.tables.values():
        indexed = [
            next(iter(rule.columns)) for rule in table.constraints if isinstance(rule, UniqueConstraint)
        ]
        for column in table.columns:
            if column.foreign_keys and column not in indexed:
                given = column.is_not(None) if column.nullable else None
                Index(f"ix_{table.name}_{column.name}", column, sqlite_where=given)
