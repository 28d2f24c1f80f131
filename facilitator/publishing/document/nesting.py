"""Blocks as part of a larger document: headings a level deeper, keys that are nobody else's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from facilitator.publishing.document.blocks import Block
from facilitator.publishing.document.prose import Heading
from facilitator.publishing.document.text import Run


def deeper(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each heading a level below the one that it has."""
    return tuple(_changed(block, _lower) for block in blocks)


def apart(blocks: Iterable[Block], prefix: str) -> tuple[Block, ...]:
    """The blocks with a prefix before the key of each heading, and before each link to one."""

    def rename(value: Any) -> Any:
        match value:
            case Heading():
                return dataclasses.replace(value, key=f"{prefix}{value.key}")
            case Run() if value.target:
                return dataclasses.replace(value, target=f"{prefix}{value.target}")
            case _:
                return value

    return tuple(_changed(block, rename) for block in blocks)


def _lower(value: Any) -> Any:
    return dataclasses.replace(value, level=value.level + 1) if isinstance(value, Heading) else value


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value with what it holds changed, however deep, and then itself."""
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        inner = {name: one for name, one in held.items() if isinstance(one, tuple) or _holds(one)}
        return change(
            dataclasses.replace(value, **{name: _changed(one, change) for name, one in inner.items()})
        )
    return value


def _holds(value: Any) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)
