"""Read the tables of a file: what it is, is told by its first bytes, not by its name."""

from __future__ import annotations

from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading import limits
from facilitator.features.imports.reading.delimited import read_delimited
from facilitator.features.imports.reading.recognition import recognised
from facilitator.features.imports.reading.values import Sheet, Table, Watch
from facilitator.features.imports.reading.workbook import read_workbook
from facilitator.translation import tr

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_tables(path: Path, watch: Watch | None = None, encoding: str = "") -> list[Table]:
    """The tables of a CSV or XLSX file; sheets that were not recognised come along with the reason.

    ``encoding`` (a Python codec name) overrules the guess for text files. Raises ``Refused`` for a file that can't be
    read, exceeds the limits, or has no table of a known kind, and ``Cancelled`` when ``watch`` says so.
    """
    sheets = read_sheets(path, watch or Watch(), encoding)
    tables = [table for sheet in sheets if sheet.rows for table in recognised(sheet)]
    if not any(table.kind for table in tables):
        found = " ".join(table.why for table in tables) or tr("It is empty.")
        raise Refused(
            tr("“{file}” can't be imported.").format(file=path.name),
            found,
            tr("Nothing was changed."),
        )
    return tables


def read_sheets(path: Path, watch: Watch, encoding: str = "") -> list[Sheet]:
    """The cells of a file as they are. Raises ``Refused`` for a file that can't be read or exceeds the limits."""
    try:
        size = path.stat().st_size
        if size > limits.FILE_BYTES:
            megabytes = limits.FILE_BYTES // 1_000_000
            raise limits.too_much(
                path.name, tr("It is larger than {count} megabytes.").format(count=megabytes)
            )
        with path.open("rb") as opened:
            head = opened.read(8)
            if head.startswith(_ZIP):
                return read_workbook(path, watch)
            if head == _OLE:
                raise limits.too_much(
                    path.name,
                    tr("It is an old or protected workbook. Save it as XLSX without a password first."),
                )
            data = head + opened.read()
    except OSError as error:
        raise limits.too_much(path.name, str(error.strerror or error)) from error
    return [read_delimited(path.name, data, watch, encoding)]
