"""The cells of tables, for every format that shows tables."""

from __future__ import annotations

from facilitator.publishing.document import Document, Run, Runs, Table
from facilitator.publishing.plain_text import printable


def squared(cells: tuple[Runs, ...], count: int) -> list[Runs]:
    """As many cells as there are columns: empty ones added, those too many put into the last."""
    if len(cells) <= count:
        return [*cells, *((),) * (count - len(cells))]
    overflow: list[Run] = list(cells[count - 1])
    for extra in cells[count:]:
        overflow.extend((Run("\n"), *extra))
    return [*cells[: count - 1], tuple(overflow)]


def tables_of(document: Document) -> list[Table]:
    """The tables that have columns, in order."""
    return [block for block in document.blocks if isinstance(block, Table) and block.columns]


def heading_of(table: Table) -> list[str]:
    """The columns' titles; empty when none has one."""
    titles = [printable(column.title) for column in table.columns]
    return titles if any(title.strip() for title in titles) else []


def texts_of(table: Table) -> list[list[str]]:
    """The rows as printable texts without style, each as long as there are columns."""
    return [
        [
            "".join(printable(run.text or run.link) for run in cell)
            for cell in squared(row, len(table.columns))
        ]
        for row in table.rows
    ]
