"""Finds the texts for people in the templates that ship (JSON), for `make texts`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

_KEYS = ("title", "about", "name", "heading", "guidance", "cue")

Message = tuple[int, str, str, list[str]]


def extract(
    file: BinaryIO,
    _keywords: Collection[str],
    _comment_tags: Collection[str],
    options: dict[str, Any],  # noqa: ARG001 - Babel gives it by its name
) -> Iterator[Message]:
    """Line, function, text and comments of each text, as Babel asks for them."""
    for text in dict.fromkeys(_texts(json.load(file))):
        yield 1, "", text, []


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in _KEYS and value:
                yield value
            else:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
