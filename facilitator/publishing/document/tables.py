"""Tables and labelled facts."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.publishing.document.text import Runs


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
