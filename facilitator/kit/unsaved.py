"""What the file could not take: it is tried again in its order, and what was typed in it can be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from facilitator.storage.clock import wall_milliseconds
from facilitator.storage.edits import SetFields
from facilitator.storage.rescue import Kept
from facilitator.storage.store import Command


@dataclass
class Waiting:
    """A command that waits. ``since``: milliseconds since 1970-01-01 UTC. ``hopeless`` says that the library itself
    refused it when it was tried again, or that it can't be read any more: then its text can only be copied."""

    command: Command | None
    text: str
    since: int
    hopeless: bool = False

    @property
    def is_note(self) -> bool:
        """Whether it adds a note."""
        return bool(getattr(self.command, "adds_note", False))


class Unsaved:
    """Commands in the order in which they were refused, and the latest state of drafts."""

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self.drafts: dict[str, str] = {}
        """Texts that are being typed, by their keys; an empty one is to be forgotten."""

    def __bool__(self) -> bool:
        return bool(self._waiting or self.drafts)

    def add(self, command: Command) -> None:
        """Remember a command, in place of an older one that sets the same fields."""
        if not self.has(command):
            self.done(command)
            self._waiting.append(Waiting(command, text_of(command), wall_milliseconds()))

    def add_hopeless(self, kept: Sequence[Kept]) -> None:
        """Remember what was found elsewhere, and what the library does not take."""
        self._waiting += [Waiting(one.command, one.text, one.at, hopeless=True) for one in kept]

    def done(self, command: Command) -> None:
        """A command was applied: it, and what it replaces, need not be tried again."""
        target = _target(command)
        self._waiting = [
            known for known in self._waiting if known.hopeless or _target(known.command) != target
        ]

    def give_up(self, command: Command) -> None:
        """The library refused it for what it is: trying again does not help, its text is still here."""
        for known in self._waiting:
            known.hopeless = known.hopeless or known.command is command

    def forget_hopeless(self) -> None:
        """The person does not want any more what the library does not take."""
        self._waiting = [known for known in self._waiting if not known.hopeless]

    def has(self, command: Command) -> bool:
        """Whether this very command waits."""
        return any(known.command is command for known in self._waiting)

    def commands(self) -> tuple[Command, ...]:
        """What is to be tried again."""
        return tuple(known.command for known in self._waiting if known.command and not known.hopeless)

    def waiting(self) -> tuple[Waiting, ...]:
        """All that is not in the library, in order."""
        return tuple(self._waiting)

    def text(self) -> str:
        """What was typed, one piece a line; empty where there is nothing to copy."""
        return "\n".join(filter(None, (known.text for known in self._waiting)))

    def kept(self) -> list[Kept]:
        """All of it as it is written down elsewhere."""
        return [Kept(known.command, known.text, known.since) for known in self._waiting]


def text_of(command: Command) -> str:
    """What a person typed in a command, one piece a line."""
    return "\n".join(_texts(command))


def _target(command: object) -> object:
    if isinstance(command, SetFields):
        return command.record, command.row_id, tuple(command.values)
    return id(command)


def _texts(command: Any) -> Iterator[str]:
    for part in getattr(command, "commands", ()):
        yield from _texts(part)
    values: Mapping[str, Any] = getattr(command, "values", None) or _fields_of(command)
    typed = getattr(command, "typed", tuple(values))
    for name, value in values.items():
        if name in typed and isinstance(value, str) and value.strip() and name != "id" and name[-3:] != "_id":
            yield value


def _fields_of(command: Any) -> dict[str, Any]:
    if not is_dataclass(command):
        return {}
    return {field.name: getattr(command, field.name) for field in fields(command) if field.name != "label"}
