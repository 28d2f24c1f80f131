"""The document tree: what a report says, before anyone decides how it looks.

A report builds a ``Document`` from what the gate cleared; a renderer (PDF, Markdown) draws it and knows no feature.
All texts here are plain: no markup is parsed, whatever a person typed is printed as typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style. A line feed in ``text`` starts a new line.

    ``link`` is an address to open (http, https, mailto); every other scheme is printed as text only.
    ``target`` is the ``key`` of a heading in the same document. ``language`` is a BCP 47 code where it differs
    from the document's.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    target: str = ""
    language: str = ""


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """One unstyled run, or none for an empty text."""
    return (Run(text),) if text else ()


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


@dataclass(frozen=True)
class Column:
    """A table column; ``weight`` is its share of the width, ``numeric`` sets it flush at the end of the line."""

    title: str
    weight: float = 1.0
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells; each cell is runs. The header repeats on each page; a row may be longer than a page.

    ``row_height`` is the least height of a row in points, for what is written by hand. ``name`` is that of the sheet
    where the table becomes one. ``lead`` is a line above the table that is kept with it and may hold links.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    row_height: float = 0.0
    name: str = ""
    lead: Runs = ()


@dataclass(frozen=True)
class Facts:
    """Short labelled facts, such as date and hosts, label and value side by side."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class KeyFigure:
    """One large number and what it counts, such as ``("8", "cities heard")``."""

    value: str
    label: str


@dataclass(frozen=True)
class KeyFigures:
    """Two to four large numbers side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its length and the text that tells the length (such as ``"12 (48 %)"``)."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Bars:
    """A horizontal bar chart. ``alternative`` says in words what the picture shows; ``whole`` is the value of a bar of
    full length, such as the total of which the bars are shares (0: the largest of the bars)."""

    title: str
    bars: tuple[Bar, ...]
    alternative: str
    whole: float = 0.0


@dataclass(frozen=True)
class Sign:
    """A page that is held up: a few letters as large as the page allows, such as ``5``, and a line below them.

    ``urgency`` is 0 for a calm ground up to 3 for the most urgent; the words say the same.
    """

    text: str
    line: str = ""
    urgency: int = 0


@dataclass(frozen=True)
class NameCard:
    """What stands on a table before a person: the name as large as it fits, and smaller lines below it."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameCards:
    """Cards to fold so that the name is read from both sides, two on a page, with marks to cut and fold."""

    cards: tuple[NameCard, ...]


@dataclass(frozen=True)
class Event:
    """An entry of a calendar. ``start`` and ``end`` are moments in UTC. ``uid`` is the same for the same entry in each
    export, so that a calendar that has it replaces it."""

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    text: str = ""
    link: str = ""


@dataclass(frozen=True)
class Contents:
    """The table of contents, made from the headings of levels 1 and 2."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Quotation
    | Table
    | Facts
    | KeyFigures
    | Bars
    | Sign
    | NameCards
    | Event
    | Contents
    | PageBreak
)


@dataclass(frozen=True)
class Picture:
    """A picture as PNG or JPEG bytes. ``alternative`` says in words what it shows."""

    data: bytes
    alternative: str


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
class Document:
    """A whole paper. ``accent`` is ``#RRGGBB``; ``stem`` is a safe file name without its ending.

    ``one_page`` papers (the flash note) are set smaller, within limits that stay legible, until they fit one page.
    ``landscape`` turns the pages.
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


def runs_of(block: Block) -> Iterator[Runs]:
    """Each sequence of runs in a block that has runs, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.runs
        case Quotation():
            yield block.runs
            yield block.attribution
        case Bullets():
            yield from (item.runs for item in block.items)
        case Table():
            yield block.lead
            yield from (cell for row in block.rows for cell in row)
        case Facts():
            yield from (value for _, value in block.rows)
        case _:
            return
