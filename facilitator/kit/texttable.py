"""The look of every table of rows, and room in it for texts as large as they are now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.kit.rowmodel import Column

STRETCHED_CHARACTERS = 26
"""What a column that takes the room left over has at least, also where a table must then be scrolled."""
_LINES_OF_ROW = 1.9


class TextTable(QTableView):
    """A table of whole rows whose columns and rows have room for their texts; its model is given by who makes it."""

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._sized_for: QFont | None = None
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def showEvent(self, event: QShowEvent) -> None:
        self._size_to_text()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._size_to_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch_columns()

    def wanted_width(self, number: int) -> int:
        """The pixels that a column is first given."""
        return self.fontMetrics().averageCharWidth() * (self._columns[number].width + 2)

    def _size_to_text(self) -> None:
        """Give rows and columns room for the texts as large as they are now, once for each size."""
        if self._sized_for == self.font():
            return
        self._sized_for = self.font()
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(int(metrics.lineSpacing() * _LINES_OF_ROW))
        header.setMinimumSectionSize(metrics.horizontalAdvance("0") * 4)
        for number in range(len(self._columns)):
            self.setColumnWidth(number, max(self.wanted_width(number), header.sectionSizeHint(number)))
        self._stretch_columns()

    def _stretch_columns(self) -> None:
        """Let the stretching columns take what is left, but never less than they can be read in."""
        header = self.horizontalHeader()
        stretching = [number for number, column in enumerate(self._columns) if column.stretch]
        least = self.fontMetrics().averageCharWidth() * STRETCHED_CHARACTERS
        others = sum(header.sectionSize(n) for n in range(header.count()) if n not in stretching)
        fits = self.viewport().width() - others >= least * len(stretching)
        modes = QHeaderView.ResizeMode
        for number in stretching:
            header.setSectionResizeMode(number, modes.Stretch if fits else modes.Interactive)
            if not fits:
                header.resizeSection(number, least)
