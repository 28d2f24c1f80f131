"""Tables of every kind: those that say something row by row, and those that only set things side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.publishing.document import Facts, KeyFigures, Table
from facilitator.publishing.docx.text import Shape, Texts, attribute
from facilitator.publishing.table_cells import squared

_LEAST_SHARE = 0.05
_TALLEST_ROW = 300.0
"""Points."""
_HAIRLINE = "CCD2D9"


@dataclass(frozen=True)
class Cell:
    """A cell: paragraphs, how many columns it spans, its ground (RRGGBB), and the rule below it."""

    inside: str
    span: int = 1
    ground: str = ""
    rule: str = ""
    thin: bool = False
    bottom: bool = False


@dataclass(frozen=True)
class Frame:
    """Widths of a table's columns in twentieths of a point, and what it says to those who don't see it."""

    widths: tuple[int, ...]
    mirrored: bool = False
    caption: str = ""
    description: str = ""
    padding: tuple[int, int] = (80, 90)
    indent: int = 0


def table(frame: Frame, rows: Sequence[str]) -> str:
    """A table of rows, and the space below it."""
    above, beside = frame.padding
    said = f"<w:tblCaption w:val={attribute(frame.caption)}/>" if frame.caption.strip() else ""
    more = f"<w:tblDescription w:val={attribute(frame.description)}/>" if frame.description.strip() else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.widths)
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if frame.mirrored else ''}"
        f'<w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/><w:tblInd w:w="{frame.indent}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="{beside}" w:type="dxa"/>'
        f'<w:bottom w:w="{above}" w:type="dxa"/><w:right w:w="{beside}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{said}{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row(
    cells: Sequence[Cell],
    widths: Sequence[int],
    *,
    header: bool = False,
    whole: bool = True,
    height: int = 0,
    exact: bool = False,
) -> str:
    """A row; ``height`` in twentieths of a point is the least, or just that where it is ``exact``."""
    rule = "exact" if exact else "atLeast"
    properties = "".join(
        [
            "<w:cantSplit/>" if whole else "",
            f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else "",
            "<w:tblHeader/>" if header else "",
        ]
    )
    made, at = [], 0
    for one in cells:
        made.append(_cell(one, sum(widths[at : at + one.span])))
        at += one.span
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(made)}</w:tr>"


def _cell(one: Cell, width: int) -> str:
    borders = ""
    if one.rule:
        size = 9 if one.rule != _HAIRLINE else 4
        borders = f'<w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="{one.rule}"/>'
    elif one.thin:
        edge = 'w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"'
        borders = f"<w:top {edge}/><w:bottom {edge}/>"
    parts = [
        f'<w:tcW w:w="{width}" w:type="dxa"/>',
        f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else "",
        f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{one.ground}"/>' if one.ground else "",
        '<w:vAlign w:val="bottom"/>' if one.bottom else "",
    ]
    return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{one.inside}</w:tc>"


def widths_of(shares: Sequence[float], inside: int) -> tuple[int, ...]:
    """Widths that fill ``inside`` by their shares; any share has some room."""
    known = [share if 0 < share < 1e6 else _LEAST_SHARE for share in shares]
    total = sum(max(share, _LEAST_SHARE) for share in known)
    return tuple(int(max(share, _LEAST_SHARE) / total * inside) for share in known)


def data_table(block: Table, texts: Texts, accent: str, inside: int) -> str:
    """Rows under a header that repeats on each page."""
    widths = widths_of([column.weight for column in block.columns], inside)
    ends = [column.numeric for column in block.columns]
    rows = []
    if any(column.title.strip() for column in block.columns):
        heads = [
            Cell(texts.plain(column.title, Shape("TableHeading", keep=True, end=column.numeric)), rule=accent)
            for column in block.columns
        ]
        rows.append(row(heads, widths, header=True))
    height = int(min(max(block.row_height, 0.0), _TALLEST_ROW) * 20)
    for cells in block.rows:
        made = [
            Cell(texts.paragraph(runs, Shape("TableText", end=end)), rule=_HAIRLINE)
            for runs, end in zip(squared(cells, len(ends)), ends, strict=True)
        ]
        rows.append(row(made, widths, whole=False, height=height))
    if not rows:
        return ""
    said = block.caption or block.name
    return table(Frame(widths, bool(texts.level), said, ", ".join(c.title for c in block.columns)), rows)


def facts_table(block: Facts, texts: Texts, inside: int) -> str:
    """Each fact a row: the label muted, the value beside it."""
    widths = widths_of((0.27, 0.73), inside)
    rows = [
        row(
            [
                Cell(texts.plain(label, Shape("FactLabel")), rule=_HAIRLINE),
                Cell(texts.paragraph(value, Shape("TableText")), rule=_HAIRLINE),
            ],
            widths,
        )
        for label, value in block.rows
    ]
    description = ", ".join(label for label, _ in block.rows)
    return table(Frame(widths, bool(texts.level), description=description), rows) if rows else ""


def figures_table(block: KeyFigures, texts: Texts, accent: str, tint: str, inside: int) -> list[str]:
    """Tiles side by side, four at most in a row, each with a bar at its start."""
    found = []
    for first in range(0, len(block.figures), 4):
        shown = block.figures[first : first + 4]
        places = max(3, len(shown))
        bar, gap = 44, 160
        tile = inside // places - bar - gap
        widths = (bar, tile, gap) * places
        cells = []
        for one in shown:
            words = texts.plain(one.value, Shape("KeyFigure", keep=True)) + texts.plain(
                one.label, Shape("KeyFigureLabel")
            )
            empty = texts.paragraph((), Shape("Tight"))
            cells += [Cell(empty, ground=accent), Cell(words, ground=tint), Cell(empty)]
        cells += [Cell(texts.paragraph((), Shape("Tight")))] * (len(widths) - len(cells))
        said = ", ".join(f"{one.value} {one.label}" for one in shown)
        found.append(
            table(Frame(widths, bool(texts.level), description=said, padding=(120, 0)), [row(cells, widths)])
        )
    return found
