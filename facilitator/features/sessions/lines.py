"""A list of a session's that is edited in place: a line for each row, and one that adds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.icons import icon
from facilitator.storage.store import Command


class _Row(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Row)


class RowLine(QWidget, Generic[Row]):
    """The line of a row. ``parts`` are its fields, the main one first."""

    parts: Sequence[QWidget]

    def __init__(self, panel: LinesPanel[Row], row: Row) -> None:
        super().__init__(panel)
        self.row, self._panel = row, panel

    def show_row(self, row: Row) -> None:
        """Show what is stored, but for what is being typed."""
        self.row = row

    def made_buttons(self, up: str, down: str, delete: str) -> list[QToolButton]:
        """What can be done to the row, each by its name."""
        made = []
        for icon_name, name, act in (
            ("up", up, lambda: self._panel.move_row(self.row.id, -1)),
            ("down", down, lambda: self._panel.move_row(self.row.id, 1)),
            ("delete", delete, lambda: self._panel.delete(self.row.id)),
        ):
            button = QToolButton(self)
            button.setIcon(icon(icon_name))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            made.append(button)
        return made


class LinesPanel(QWidget, Generic[Row]):
    """The heading, the lines, and the line that adds one. What the rows are, and how they are written, is told by those
    that build on it."""

    def __init__(self, context: Context, session_id: str, heading: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._lines: list[RowLine[Row]] = []
        title = QLabel(heading, self)
        title.setObjectName("formHeading")
        self.new_line = LineField(parent=self)
        self.new_line.committed.connect(self._on_new_committed)
        self._box = QVBoxLayout(self)
        self._box.addWidget(title)
        self._box.addWidget(self.new_line)
        self.setEnabled(not context.library.read_only)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, keeping lines and focus of those that stay where they are."""
        if [line.row.id for line in self._lines] != [row.id for row in rows]:
            self._rebuild(rows)
        for line, row in zip(self._lines, rows, strict=True):
            line.show_row(row)

    def delete(self, row_id: str) -> None:
        """Delete a row."""
        command, words = self._deleting(row_id)
        if self._context.library.run(command):
            self._context.notices.tell(words, offer_undo=True)

    def move_row(self, row_id: str, places: int) -> None:
        """Move a row up or down."""
        order = [line.row.id for line in self._lines]
        here = order.index(row_id)
        if 0 <= here + places < len(order):
            order.insert(here + places, order.pop(here))
            self._context.library.run(self._ordering(order))

    def focus_behind(self, row_id: str) -> None:
        """Go to the line behind a row's."""
        order = [line.row.id for line in self._lines]
        following = order.index(row_id) + 1 if row_id in order else len(order)
        part = self._lines[following].parts[0] if following < len(order) else self.new_line
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_line(self, row: Row, number: int) -> RowLine[Row]:
        raise NotImplementedError

    def _adding(self, text: str) -> Command:
        raise NotImplementedError

    def _deleting(self, row_id: str) -> tuple[Command, str]:
        """The command, and what is told when it is done."""
        raise NotImplementedError

    def _ordering(self, row_ids: Sequence[str]) -> Command:
        raise NotImplementedError

    def _rebuild(self, rows: Sequence[Row]) -> None:
        row_id, place = self._focused()
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._made_line(row, number) for number, row in enumerate(rows, 1)]
        before = self._box.indexOf(self.new_line)
        for number, line in enumerate(self._lines):
            self._box.insertWidget(before + number, line)
            line.show()
        order = [*self._lines, self.new_line]
        for previous, following in pairwise(order):
            QWidget.setTabOrder(previous, following)
        for line in self._lines:
            if line.row.id == row_id:
                line.parts[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[str, int]:
        """The row that has the focus, and in which of its fields; in the first where it is on a button."""
        focus = self.window().focusWidget()
        for line in self._lines:
            if focus is not None and line.isAncestorOf(focus):
                return line.row.id, next((n for n, part in enumerate(line.parts) if part is focus), 0)
        return "", 0

    def _on_new_committed(self, text: str) -> None:
        if text and self._context.library.run(self._adding(text)):
            self.new_line.show_value("")
