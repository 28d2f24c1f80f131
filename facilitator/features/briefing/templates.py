"""The templates of papers: their parts in order, and which notes feed them. They are data in resources/templates."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator import assets

BRIEFING, FLASH = "briefing", "flash"
TEMPLATES = (BRIEFING, FLASH)


@dataclass(frozen=True)
class Group:
    """Notes of some kinds under one heading. ``by`` is ``theme``, ``horizon`` or empty; ``speakers`` is ``partners``,
    ``others`` or empty for all; a ``fallback`` is used when the groups before it have no notes."""

    kinds: tuple[str, ...]
    heading: str = ""
    by: str = ""
    speakers: str = ""
    fallback: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a paper. ``generated`` parts are made from the records at every export, the others hold paragraphs."""

    key: str
    heading: str
    guidance: str = ""
    generated: bool = False
    groups: tuple[Group, ...] = ()
    limit: int = 0
    """The most paragraphs that are drafted; 0 for all."""
    most_words: int = 0
    most_items: int = 0
    least_items: int = 0
    """How long the part is to be: words, and paragraphs without subheadings; 0 for any length."""


@dataclass(frozen=True)
class Template:
    """A kind of paper. Headings and guidance are marked for translation in the data."""

    name: str
    title: str
    parts: tuple[Part, ...]

    def part(self, key: str) -> Part | None:
        """The part of a key; None when the template has none."""
        return next((part for part in self.parts if part.key == key), None)

    @property
    def drafted(self) -> tuple[Part, ...]:
        """The parts that hold paragraphs."""
        return tuple(part for part in self.parts if not part.generated)


@cache
def template(name: str) -> Template:
    """A template that ships; raises FileNotFoundError for one that does not."""
    data = json.loads(assets.read_text("templates", f"{name}.json"))
    return Template(data["name"], data["title"], tuple(_part(part) for part in data["parts"]))


def _part(data: dict[str, Any]) -> Part:
    groups = tuple(Group(**(group | {"kinds": tuple(group["kinds"])})) for group in data.get("groups", ()))
    generated = data.get("source") == "record"
    return Part(
        data["key"],
        data["heading"],
        data.get("guidance", ""),
        generated,
        groups,
        data.get("limit", 0),
        data.get("most_words", 0),
        data.get("most_items", 0),
        data.get("least_items", 0),
    )
