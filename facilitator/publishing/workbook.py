"""The tables of a document as an Excel workbook: a sheet for each, its header frozen, its widths to what is in it.

Texts are written as texts, whatever they begin with: nothing becomes a formula, a link or a number by itself. Only in
numeric columns are plain whole numbers written as numbers. The file says of itself what the document says, and the
same document with the same date is the same file, byte by byte.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from facilitator.domain.errors import Refused
from facilitator.publishing.csv_table import no_table
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import Document, Rendering, Table
from facilitator.publishing.moments import moment
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.sheet_names import sheet_names
from facilitator.publishing.sheet_widths import widths
from facilitator.publishing.table_cells import heading_of, tables_of, texts_of
from facilitator.translation import tr

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

# What Excel can hold.
MOST_CHARACTERS = 32_767  # in a cell, in units of UTF-16
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
# Beyond 15 digits Excel would round.
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_PLAIN = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def render(document: Document) -> Rendering:
    """The tables as XLSX. Raises ``Refused`` when there is none, or one is larger than a sheet.

    A text longer than a cell can hold is cut, and a note tells so.
    """
    from xlsxwriter.workbook import Workbook

    tables = tables_of(document)
    if not tables:
        raise no_table()
    target = io.BytesIO()
    workbook = Workbook(target, _PLAIN)
    _describe(workbook, document)
    writer = _SheetWriter(workbook, rightward=language_level(document.language) == 1)
    for table, name in zip(tables, sheet_names(tables, document.title), strict=True):
        writer.write(table, name)
    workbook.close()
    return Rendering(target.getvalue(), notes=tuple(writer.notes))


def _describe(workbook: Workbook, document: Document) -> None:
    """Title, author, subject, keywords and date from the document alone, none of them from this machine."""
    workbook.set_properties(
        {
            "title": single_line(document.title),
            "author": single_line(document.author),
            "subject": single_line(document.subject),
            "keywords": ", ".join(filter(None, map(single_line, document.keywords))),
            "created": moment(),
        }
    )


class _SheetWriter:
    def __init__(self, workbook: Workbook, rightward: bool) -> None:
        self._workbook = workbook
        self._rightward = rightward
        self._cell = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._header = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.notes: dict[str, None] = {}

    def write(self, table: Table, name: str) -> None:
        """One table on a sheet of its own."""
        heading = heading_of(table)
        rows = texts_of(table)
        if len(rows) + bool(heading) > MOST_ROWS or len(table.columns) > MOST_COLUMNS:
            raise Refused(
                tr("“{name}” is larger than a sheet can be.").format(name=name),
                tr("A sheet has at most {rows} rows and {columns} columns.").format(
                    rows=MOST_ROWS, columns=MOST_COLUMNS
                ),
                tr("Nothing was written."),
            )
        sheet: Any = self._workbook.add_worksheet(name)
        if self._rightward:
            sheet.right_to_left()
        for column, width in enumerate(widths([heading, *rows])):
            sheet.set_column(column, column, width)
        if heading:
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(heading):
                sheet.write_string(0, column, self._fitting(title, name), self._header)
        numeric = [column.numeric for column in table.columns]
        for number, row in enumerate(rows, start=int(bool(heading))):
            for column, text in enumerate(row):
                if numeric[column] and _WHOLE_NUMBER.fullmatch(text):
                    sheet.write_number(number, column, int(text), self._cell)
                elif text:
                    sheet.write_string(number, column, self._fitting(text, name), self._cell)

    def _fitting(self, text: str, sheet: str) -> str:
        if len(text) <= MOST_CHARACTERS // 2 or _units(text) <= MOST_CHARACTERS:
            return text
        told = tr("A text on the sheet “{name}” is longer than a cell can hold, and was cut.")
        self.notes[told.format(name=sheet)] = None
        units = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)]
        return units.decode("utf-16-le", "ignore") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
