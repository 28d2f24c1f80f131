"""Commands that the file refused: they can be tried again, and what was typed in them can be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from facilitator.storage.edits import SetFields
from facilitator.storage.store import Command


class Unsaved:
    """In the order in which they were refused."""

    def __init__(self) -> None:
        self._commands: list[Command] = []

    def add(self, command: Command) -> None:
        """Remember a command, in place of an older one that sets the same fields."""
        self.done(command)
        self._commands.append(command)

    def done(self, command: Command) -> None:
        """A command was applied: it, and what it replaces, need not be tried again."""
        target = _target(command)
        self._commands = [known for known in self._commands if _target(known) != target]

    def commands(self) -> tuple[Command, ...]:
        """What is to be tried again."""
        return tuple(self._commands)

    def text(self) -> str:
        """What was typed, one piece a line; empty where there is nothing to copy."""
        return "\n".join(piece for command in self._commands for piece in _texts(command))


def _target(command: Command) -> object:
    if isinstance(command, SetFields):
        return command.record, command.row_id, tuple(command.values)
    return id(command)


def _texts(command: Any) -> Iterator[str]:
    values: Mapping[str, Any] = getattr(command, "values", None) or _fields_of(command)
    for name, value in values.items():
        if isinstance(value, str) and value.strip() and name != "id" and not name.endswith("_id"):
            yield value


def _fields_of(command: Any) -> dict[str, Any]:
    if not is_dataclass(command):
        return {}
    return {field.name: getattr(command, field.name) for field in fields(command) if field.name != "label"}
