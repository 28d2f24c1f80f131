"""Collect the cells of one worksheet: shared and inline texts, numbers, dates, truths, stored results of formulas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from facilitator.features.imports.reading import limits
from facilitator.features.imports.reading.values import Cell
from facilitator.features.imports.reading.workbook_xml import NotAWorkbook, unescaped

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - nor have those of old Macs
_LAST_SERIAL = 2_958_466


class CellsOfSheet:
    """Takes the events of a worksheet part and keeps the cells that hold something, by row and column (from 0)."""

    def __init__(self, strings: list[str], styles: list[str], *, from_1904: bool, cells_left: int) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.hidden_rows: set[int] = set()
        self.merged: list[str] = []
        self.cells = 0
        self.formulas_without_value = 0
        self.unsolved: dict[int, set[int]] = {}
        self._strings, self._styles = strings, styles
        self._epoch = _EPOCH_1904 if from_1904 else _EPOCH
        self._cells_left = cells_left
        self._row = 0
        self._column = -1
        self._type = self._style = ""
        self._text: list[str] = []
        self._taking = self._in_reading = self._formula = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "v" or (name == "t" and not self._in_reading):
            self._taking = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = _whole(attributes.get("r"), self._row + 1)
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.hidden_rows.add(self._row)
        elif name == "rPh":
            self._in_reading = True
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in ("v", "t"):
            self._taking = False
        elif name == "rPh":
            self._in_reading = False

    def text(self, text: str) -> None:
        if self._taking:
            self._text.append(text)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        self._column = column_of(reference)[0] if reference else self._column + 1
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._text, self._formula = [], False

    def _end_cell(self) -> None:
        text = "".join(self._text)
        if not text:
            self.formulas_without_value += self._formula
        value = self._value(text) if text else None
        if value is None or value == "":
            if (self._formula or self._type == "e") and self._column < limits.COLUMNS:
                self.unsolved.setdefault(self._row, set()).add(self._column)
            return
        if self._column >= limits.COLUMNS:
            raise FarCell(self._row, self._column)
        self.cells += 1
        if self.cells > self._cells_left or len(self.rows) > limits.ROWS:
            raise TooManyCells
        self.rows.setdefault(self._row, {})[self._column] = value

    def _value(self, text: str) -> Cell:
        if self._type == "s":
            index = _whole(text, -1)
            return self._strings[index].strip() if 0 <= index < len(self._strings) else None
        if self._type in ("str", "inlineStr"):
            return unescaped(text).strip()[: limits.CELL_CHARACTERS]
        if self._type == "b":
            return text.strip() in ("1", "true")
        if self._type == "e":
            return None
        if self._type == "d":
            return text.strip()
        return self._of_number(text)

    def _of_number(self, text: str) -> Cell:
        try:
            number = float(text)
        except ValueError:
            return text.strip()
        if number != number or abs(number) == float("inf"):
            return None
        style = _whole(self._style, -1)
        kind = self._styles[style] if 0 <= style < len(self._styles) else ""
        if kind and 0 <= number < _LAST_SERIAL:
            return self._of_serial(number, kind)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _of_serial(self, number: float, kind: str) -> Cell:
        elapsed = timedelta(seconds=round(number * 86_400))
        if kind == "elapsed":
            return elapsed
        if kind == "time" or number < 1:
            return (self._epoch + elapsed % timedelta(days=1)).time()
        # The 1900 system counts a 29 February 1900 that never was, so earlier days are one off (ECMA-376, 18.17.4.1).
        before_march_1900 = self._epoch == _EPOCH and number < 60
        moment = self._epoch + elapsed + timedelta(days=before_march_1900)
        return moment.date() if kind == "date" or moment.time() == time() else moment


class FarCell(NotAWorkbook):
    """A value stands further right than an import reads."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(f"R{row}C{column + 1}")
        self.row, self.column = row, column + 1


class TooManyCells(NotAWorkbook):
    """More cells than an import reads."""


def column_of(reference: str) -> tuple[int, int]:
    """Column (from 0) and row (from 1) of a reference such as ``AB12``; the row is 0 where none is given."""
    column = 0
    for position, letter in enumerate(reference):
        if not letter.isalpha():
            return column - 1, _whole(reference[position:], 0)
        column = column * 26 + ord(letter.upper()) - 64
        if column > 1_000_000:
            break
    return column - 1, 0


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and len(text) < 10 and text.isdecimal() else otherwise
