"""The tables of a document as CSV: RFC 4180 with commas, in UTF-8 with a byte order mark, which Excel needs to see.

All tables stand in one file, one after the other, each below a line with its name where there are several. Cells that
a spreadsheet might work out as formulas are marked, see ``formulas``. What is not in a table is left out, and so are
bold letters and links.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from facilitator.domain.errors import Refused
from facilitator.publishing.document import Document, Rendering, Table
from facilitator.publishing.formulas import marked
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.table_cells import heading_of, tables_of, texts_of
from facilitator.translation import tr

_LINE_END = "\r\n"
# A cell with another separator is quoted as well, for readers that guess which one is meant.
_QUOTED = re.compile(r'[",;\t|\r\n]|^\s|\s$')


def render(document: Document) -> Rendering:
    """The tables as CSV. Raises ``Refused`` when there is none."""
    tables = tables_of(document)
    if not tables:
        raise no_table()
    parts = []
    for table in tables:
        name = single_line(table.name or table.caption)
        title = [name] if len(tables) > 1 and name else []
        parts.append(_LINE_END.join([*map(_cell, title), *_lines(table)]) + _LINE_END)
    return Rendering(codecs.BOM_UTF8 + _LINE_END.join(parts).encode())


def no_table() -> Refused:
    """Why a paper without tables cannot be opened by a spreadsheet."""
    return Refused(
        tr("This paper has no table that a spreadsheet could show."),
        tr("Only its tables are written to CSV and XLSX."),
        tr("Nothing was written."),
    )


def _lines(table: Table) -> Iterable[str]:
    heading = heading_of(table)
    for row in [*([heading] if heading else []), *texts_of(table)]:
        # A line of one empty cell would be no row to those who read it.
        yield ",".join(map(_cell, row)) or '""'


def _cell(text: str) -> str:
    shown = marked(text)
    return '"{}"'.format(shown.replace('"', '""')) if _QUOTED.search(shown) else shown
