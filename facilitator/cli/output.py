"""Results to standard output, words for the person to standard error."""

from __future__ import annotations

import dataclasses
import enum
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any


def tell(message: str) -> None:
    """Say something to the person, not to the script."""
    print(message, file=sys.stderr)


def say(line: str) -> None:
    """Print one line of the result."""
    print(line)


def emit(value: Any) -> None:
    """Print the result as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_jsonable))


def print_table(rows: Iterable[Any], columns: Sequence[str]) -> None:
    """Print rows with tabs between the columns, one row a line, their names above."""
    print("\t".join(columns))
    for row in rows:
        print("\t".join(_cell(getattr(row, column)) for column in columns))


def utf8() -> None:
    """Write UTF-8 whatever the console's encoding, so that no name stops a script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _jsonable(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def _cell(value: Any) -> str:
    if isinstance(value, tuple | list):
        return "; ".join(_cell(entry) for entry in value)
    return "" if value is None else " ".join(str(value).split())
