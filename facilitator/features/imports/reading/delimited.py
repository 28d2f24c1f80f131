"""Read text tables (CSV and its kin) as they are: any usual encoding and separator, quoted line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from facilitator.features.imports.reading import headings, limits
from facilitator.features.imports.reading.encodings import decoded
from facilitator.features.imports.reading.values import Sheet, Watch
from facilitator.publishing.formulas import unmarked
from facilitator.translation import tr

_SEPARATORS = ",;\t|"
_EXAMINED = 60
"""Rows that are looked at to find the separator."""


def read_delimited(file: str, data: bytes, watch: Watch, encoding: str = "") -> Sheet:
    """The rows of a text table; ``encoding`` overrules the guess. Raises ``Refused`` for what is no text table."""
    try:
        text, used = (data.decode(encoding, errors="replace"), encoding) if encoding else decoded(data)
    except (ValueError, LookupError) as error:
        raise limits.too_much(file, tr("It is no text: {reason}.").format(reason=error)) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, separator = _separator(text)
    rows = []
    for number, cells in enumerate(_records(file, text, separator), start=1):
        if number % 2_000 == 0:
            watch.step(0, 0)
        if number > limits.ROWS:
            raise limits.too_much(file, tr("It has more than {count} rows.").format(count=limits.ROWS))
        if any(cells):
            rows.append((number, tuple(cells)))
    return Sheet(file, "", tuple(rows), encoding=used, separator=separator)


def _separator(text: str) -> tuple[str, str]:
    """The text without an Excel line such as ``sep=;``, and the separator with which its headings make most sense."""
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"').lower()
    if stated.startswith("sep=") and len(stated) == 5:
        return "\n" + rest, stated[4]
    start = text[: 1_000 * _EXAMINED]
    best, best_score = ",", (-1, 0)
    for separator in _SEPARATORS:
        if separator not in start:
            continue
        rows = _first_records(start, separator)
        score = (headings.best_score(rows), sum(len(row) for row in rows))
        if score > best_score:
            best, best_score = separator, score
    return text, best


def _first_records(text: str, separator: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            found.append(tuple(cell.strip() for cell in cells))
            if len(found) == _EXAMINED:
                break
    except csv.Error:
        pass
    return found


def _records(file: str, text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(limits.CELL_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    cells_read = 0
    try:
        for cells in reader:
            cells_read += len(cells)
            if len(cells) > limits.COLUMNS and any(cells[limits.COLUMNS :]):
                raise limits.too_much(
                    file, tr("It has more than {count} columns.").format(count=limits.COLUMNS)
                )
            if cells_read > 4 * limits.CELLS:
                raise limits.too_much(
                    file, tr("It has more than {count} cells.").format(count=4 * limits.CELLS)
                )
            # What our own tables mark so that no spreadsheet works it out comes back as it was.
            yield [unmarked(cell).strip() for cell in cells[: limits.COLUMNS]]
    except csv.Error as error:
        why = tr("Around line {line} a cell never ends: perhaps a quotation mark is not closed.").format(
            line=reader.line_num
        )
        raise limits.too_much(file, why) from error
