"""Read XLSX workbooks as their files are, within limits.

An own reader, because openpyxl's streaming mode knows neither merged cells nor hidden rows, its full mode makes an
object of each cell that only has a style, and both stop at workbooks whose styles are not to their liking.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading import limits
from facilitator.features.imports.reading.values import Cell, Sheet, Watch
from facilitator.features.imports.reading.workbook_sheet import CellsOfSheet, FarCell, TooManyCells, column_of
from facilitator.features.imports.reading.workbook_xml import NotAWorkbook, SharedStrings, Styles, stream
from facilitator.translation import tr


def read_workbook(path: Path, watch: Watch) -> list[Sheet]:
    """All worksheets that hold something. Raises ``Refused`` for what is damaged, protected, or beyond the limits."""
    file = path.name
    try:
        with ZipFile(path) as archive:
            return _Workbook(file, archive, watch).sheets()
    except FarCell as far:
        why = tr("Row {row} holds a value in column {column}; up to {count} columns are read.")
        raise limits.too_much(file, why.format(row=far.row, column=far.column, count=limits.COLUMNS)) from far
    except TooManyCells as many:
        raise limits.too_much(
            file, tr("It has more than {count} cells.").format(count=limits.CELLS)
        ) from many
    except (NotAWorkbook, BadZipFile, RuntimeError, NotImplementedError, OSError, KeyError) as error:
        why = tr("It is no workbook, or a damaged or protected one ({reason}).").format(reason=error)
        raise limits.too_much(file, why) from error


class _Workbook:
    def __init__(self, file: str, archive: ZipFile, watch: Watch) -> None:
        self._file, self._archive, self._watch = file, archive, watch
        self._names = {name.lstrip("/"): name for name in archive.namelist()}
        self._bytes_left = limits.UNPACKED_BYTES
        self._cells_left = limits.CELLS
        self._strings: list[str] = []
        self._styles: list[str] = []
        self._from_1904 = False

    def sheets(self) -> list[Sheet]:
        self._refuse_other_kinds()
        main = self._main_part()
        targets = self._relations(main)
        for part in targets.values():
            if part.endswith("sharedStrings.xml") and part in self._names:
                strings = SharedStrings()
                self._stream(part, strings)
                self._strings = strings.texts
            elif part.endswith("styles.xml") and part in self._names:
                styles = Styles()
                self._stream(part, styles)
                self._styles = styles.kinds
        names = _SheetNames()
        self._stream(main, names)
        self._from_1904 = names.from_1904
        if len(names.found) > limits.SHEETS:
            raise limits.too_much(
                self._file, tr("It has more than {count} sheets.").format(count=limits.SHEETS)
            )
        return [
            self._sheet(name, targets[relation], hidden)
            for name, relation, hidden in names.found
            if targets.get(relation, "") in self._names and "chartsheets" not in targets[relation]
        ]

    def _refuse_other_kinds(self) -> None:
        if len(self._names) > limits.PARTS:
            raise limits.too_much(
                self._file, tr("It has more than {count} parts.").format(count=limits.PARTS)
            )
        if "mimetype" in self._names or "xl/workbook.bin" in self._names:
            raise Refused(
                tr("“{file}” can't be imported.").format(file=self._file),
                tr("It is a spreadsheet of another format. Save it as XLSX or CSV first."),
                tr("Nothing was changed."),
            )

    def _main_part(self) -> str:
        for kind, target in self._typed_relations("").values():
            if kind.endswith("/officeDocument") and target in self._names:
                return target
        if "xl/workbook.xml" in self._names:
            return "xl/workbook.xml"
        raise NotAWorkbook(tr("there is no workbook in it"))

    def _relations(self, part: str) -> dict[str, str]:
        return {key: target for key, (_, target) in self._typed_relations(part).items()}

    def _typed_relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        relations = _Relations(folder)
        if (listing := posixpath.join(folder, "_rels", f"{name}.rels")) in self._names:
            self._stream(listing, relations)
        return relations.found

    def _sheet(self, name: str, part: str, hidden: bool) -> Sheet:
        self._watch.step(0, 0)
        collected = CellsOfSheet(
            self._strings, self._styles, from_1904=self._from_1904, cells_left=self._cells_left
        )
        self._stream(part, collected)
        self._cells_left -= collected.cells
        rows_left = limits.ROWS
        for reference in collected.merged:
            rows_left -= _fill_merged(collected.rows, reference, rows_left)
        rows = tuple((number, _in_order(cells)) for number, cells in sorted(collected.rows.items()))
        return Sheet(
            self._file,
            name,
            rows,
            frozenset(collected.hidden_rows),
            hidden,
            formulas_without_value=collected.formulas_without_value,
            unsolved=collected.unsolved,
        )

    def _stream(
        self, part: str, taker: SharedStrings | Styles | CellsOfSheet | _Relations | _SheetNames
    ) -> None:
        # zipfile never unpacks more of a part than its directory declares, so the declared size is a true limit.
        self._bytes_left -= self._archive.getinfo(self._names[part]).file_size
        if self._bytes_left < 0:
            megabytes = limits.UNPACKED_BYTES // 1_000_000
            raise limits.too_much(
                self._file, tr("Unpacked it is larger than {count} megabytes.").format(count=megabytes)
            )
        with self._archive.open(self._names[part]) as opened:
            stream(opened, taker.start, taker.end, taker.text)


class _Relations:
    """Which parts a part refers to: relation id to (type, path in the archive)."""

    def __init__(self, folder: str) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", "")))
            self.found[attributes.get("Id", "")] = (attributes.get("Type", ""), target.lstrip("/"))

    def end(self, name: str) -> None:
        """Relations have nothing inside."""

    def text(self, text: str) -> None:
        """Relations hold no text."""


class _SheetNames:
    """Name, relation id and whether it is hidden, of each sheet in order; and from which year days are counted."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.found.append((attributes.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, text: str) -> None:
        """Nothing to do."""


def _in_order(cells: dict[int, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(column) for column in range(max(cells) + 1))


def _fill_merged(rows: dict[int, dict[int, Cell]], reference: str, rows_left: int) -> int:
    """Give each row of a merged area the area's value, in its first column: sideways it would fill other fields.

    Returns how many rows were looked at, at most ``rows_left``.
    """
    first, _, last = reference.partition(":")
    (column, top), (_, bottom) = column_of(first), column_of(last or first)
    value = rows.get(top, {}).get(column)
    if value is None:
        return 0
    area = range(top + 1, min(bottom, top + rows_left) + 1)
    for row in area:
        if row in rows:
            rows[row].setdefault(column, value)
    return len(area)
