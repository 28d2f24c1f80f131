"""A whole paper: its cover, its blocks, how it looks, what the file says of itself, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.publishing.document.blocks import Block
from facilitator.publishing.document.data import Record
from facilitator.publishing.document.figures import Picture


@dataclass(frozen=True)
class Cover:
    """The title: series above, kind of paper and title large, theme, date and hosts below, contact at the foot."""

    series: str
    kind: str
    title: str
    theme: str = ""
    date: str = ""
    hosts: str = ""
    contact: str = ""
    hashtag: str = ""
    logos: tuple[Picture, ...] = ()


class Front(StrEnum):
    """How a paper begins."""

    PAGE = "page"
    """With the cover on a page of its own."""
    BAND = "band"
    """With a compact band on top of its first page."""
    NONE = "none"
    """With its first block: cards and signs."""


@dataclass(frozen=True)
class Attachment:
    """A file that a paper carries: what it says, as JSON for programs. ``stem`` is its name without the ending; all of
    it passes the gate, value by value, before it is written."""

    stem: str
    data: Record
    description: str


@dataclass(frozen=True)
class Document:
    """A whole paper. ``accent`` is ``#RRGGBB``; ``stem`` is a safe file name without its ending.

    ``one_page`` papers (the flash note) are set smaller, within limits that stay legible, until they fit one page.
    ``landscape`` turns the pages. ``typeface`` is the name of a family that ships (``publishing.typefaces``), empty for
    the usual. ``attachments`` are carried by formats that can (PDF).
    """

    title: str
    language: str
    cover: Cover
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    header: str = ""
    footer: str = ""
    accent: str = "#0F6A8B"
    stem: str = "document"
    one_page: bool = False
    front: Front = Front.PAGE
    landscape: bool = False
    typeface: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Rendering:
    """A rendered paper: its bytes, its number of pages (1 for unpaged formats), and what could not be shown as meant.

    ``missing`` holds the characters that no embedded font has; each was printed as its visible code point, such as
    ``<U+1F9FF>``, never as a box or a blank. ``overfull`` says that a one-page paper needed more than one page.
    ``notes`` say in words what was left out or cut, such as a damaged logo.
    """

    data: bytes
    pages: int = 1
    missing: tuple[str, ...] = ()
    overfull: bool = False
    notes: tuple[str, ...] = ()
