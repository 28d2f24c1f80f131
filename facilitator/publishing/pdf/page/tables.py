"""Tables and labelled facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.publishing.document import Facts, Table
from facilitator.publishing.pdf.look import HAIRLINE, Look
from facilitator.publishing.pdf.page.piece import Gap, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.structure.nodes import COLUMN, ROW, Node
from facilitator.publishing.table_cells import squared

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_LEAST_SHARE = 0.05
_TALLEST_ROW = 300.0  # points: room for writing that any page has
_MANY_COLUMNS = 9
_DENSE = 0.86  # of the usual size, for tables of many columns


def table_pieces(table: Table, typesetter: Typesetter) -> Iterator[Piece]:
    """The caption, the header, then each row, made as it is asked for."""
    if not table.columns:
        return
    if len(table.columns) > _MANY_COLUMNS:
        typesetter = typesetter.with_look(replace(typesetter.look, scale=typesetter.look.scale * _DENSE))
    look = typesetter.look
    node = Node("Table")
    if table.caption:
        yield typesetter.plain(table.caption, look.caption, node.child("Caption"))
    if table.lead:
        yield typesetter.text(table.lead, look.caption)
    typesetter.parent.kids.append(node)
    tracks = [Track(share=max(column.weight, _LEAST_SHARE)) for column in table.columns]
    header = None
    if any(column.title.strip() for column in table.columns):
        header = _header(table, typesetter, tracks, node.child("TR"))
        yield header
    styles = [look.number if column.numeric else look.told_cell for column in table.columns]
    shape = replace(row_style(look), least=min(table.row_height, _TALLEST_ROW))
    count = len(table.rows)
    for number, cells in enumerate(table.rows, start=1):
        told = node.child("TR")
        row = Row(
            [
                typesetter.text(runs, style, told.child("TD"))
                for runs, style in zip(squared(cells, len(styles)), styles, strict=True)
            ],
            tracks,
            shape,
        )
        row.repeated = header
        # The first two rows stay with the heading, and the last is not left alone: up to three rows are one.
        row.keep_with_next = number < count and number in (1, count - 1)
        yield row
    yield _closing(look)


class HeaderRow(Row):
    """The header, which is told where it stands first and only shown where it is repeated."""

    _is_told = False

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        if not self._is_told:
            super().draw(canvas, x, top)
            self._is_told = True
            return
        with canvas.marking.untold():
            super().draw(canvas, x, top)


def _header(table: Table, typesetter: Typesetter, tracks: list[Track], node: Node) -> Row:
    look = typesetter.look
    cells = [
        typesetter.plain(
            column.title,
            look.number_title if column.numeric else look.column_title,
            node.child("TH", attributes=COLUMN),
        )
        for column in table.columns
    ]
    header = HeaderRow(cells, tracks, row_style(look, header=True))
    header.keep_with_next = True
    header.space_before = look.points(4)
    return header


def row_style(look: Look, header: bool = False) -> RowStyle:
    """The padding and rule of a table's rows."""
    return RowStyle(
        vertical=look.points(4.4),
        horizontal=look.points(5.0),
        rule=look.accent if header else HAIRLINE,
        thickness=1.1 if header else 0.5,
        mirrored=look.mirrored,
    )


def fact_pieces(facts: Facts, typesetter: Typesetter) -> Iterator[Piece]:
    """Each fact a row: the label muted, the value beside it."""
    look = typesetter.look
    style = RowStyle(
        vertical=look.points(4.0), horizontal=look.points(6.0), rule=HAIRLINE, mirrored=look.mirrored
    )
    tracks = [Track(share=0.27), Track(share=0.73)]
    table = typesetter.parent.child("Table")
    for label, value in facts.rows:
        row = table.child("TR")
        cells = [
            typesetter.plain(label, look.fact_label, row.child("TH", attributes=ROW)),
            typesetter.text(value, look.fact_value, row.child("TD")),
        ]
        yield Row(cells, tracks, style)
    if facts.rows:
        yield _closing(look)


def _closing(look: Look) -> Piece:
    gap = Gap(0)
    gap.space_after = look.points(12.0)
    return gap
