"""Headings, paragraphs, lists and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.publishing.document.text import Runs


class Voice(StrEnum):
    """How a paragraph speaks; the renderer gives each its look."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a part. ``key`` is unique in the document, for contents, bookmarks and links."""

    level: int
    runs: Runs
    key: str


@dataclass(frozen=True)
class Paragraph:
    """Prose. ``evidence`` holds the ids of the notes behind it; it is never printed."""

    runs: Runs
    voice: Voice = Voice.BODY
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One entry of a list."""

    runs: Runs
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list, numbered when ``ordered``."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Quotation:
    """Words as they were said, set apart. ``attribution`` is empty where consent gives none."""

    runs: Runs
    attribution: Runs = ()
    evidence: tuple[str, ...] = ()
