"""What a paper says, for programs: named values in their order, written as JSON once the gate has cleaned each."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_COLUMN = re.compile("[a-z]+(?:_[a-z]+)*")


@dataclass(frozen=True)
class Reference:
    """The id of a row of the library."""

    uid: str


@dataclass(frozen=True)
class Field:
    """A value and its name, which the program gave it. Raises ValueError for a name that may be a person's text."""

    column: str
    value: Value

    def __post_init__(self) -> None:
        if not _COLUMN.fullmatch(self.column):
            raise ValueError(f"not the name of a field: {self.column!r}")


@dataclass(frozen=True)
class Record:
    """Fields that belong together."""

    fields: tuple[Field, ...] = ()


Value = str | int | bool | None | Reference | Record | tuple["Value", ...]


def record(**values: Value) -> Record:
    """A record of these fields, in this order."""
    return Record(tuple(Field(column, value) for column, value in values.items()))


def as_json(data: Record) -> str:
    """The record as JSON, two blanks to a level, all characters as they are."""
    return json.dumps(_plain(data), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Value) -> Any:
    match value:
        case Record():
            return {field.column: _plain(field.value) for field in value.fields}
        case Reference():
            return value.uid
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value
