"""Paints the cells of the agenda, and opens what they are edited with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.domain.times import DAY, clock, length, parse_minutes, parse_start
from facilitator.features.agenda.listing.cells import Cell, ChoiceCell, LineCell
from facilitator.features.agenda.listing.columns import FIELDS, Col
from facilitator.features.agenda.listing.model import AgendaModel
from facilitator.features.agenda.listing.painting import paint_cell, paint_heading
from facilitator.kit.library import Library
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr

Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back by itself from these."""


class AgendaDelegate(QStyledItemDelegate):
    """Its list says with ``commit`` what a new value of an item's column does."""

    refused = Signal(object)
    """A ``Refused``: what is typed in the open cell can't be read, and stays there."""
    settled = Signal()
    """Nothing unreadable is left."""
    began = Signal(object)
    """A ``Cell`` was opened."""

    def __init__(
        self, library: Library, commit: Callable[[AgendaItemRow, Col, Any], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library, self._commit = library, commit
        self.segments: list[tuple[str, str]] = []
        self.groups: list[tuple[str, str]] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ROW_ROLE)
        if isinstance(line, AgendaItemRow):
            model = index.model()
            assert isinstance(model, AgendaModel)
            paint_cell(painter, option, line, Col(index.column()), model.text(line, index.column()))
        elif line is not None and index.column() == 0:
            paint_heading(painter, option, line)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.fontMetrics.averageCharWidth() * 6, option.fontMetrics.lineSpacing())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.data(ROW_ROLE), Col(index.column())
        cell: Cell
        if column in FIELDS:
            cell = self._make_line(parent, row, column)
        else:
            named = self.segments if column == Col.SEGMENT else self.groups
            none = tr("Not stated") if column == Col.SEGMENT else tr("Plenary")
            cell = ChoiceCell(
                row.id, [("", none), *named], lambda value: self._commit(row, column, value), parent
            )
        title = index.model().headerData(column, Qt.Orientation.Horizontal)
        cell.setAccessibleName(
            tr("{column} of {item}").format(column=title, item=row.title or tr("Untitled item"))
        )
        self.began.emit(cell)
        return cell

    def _make_line(self, parent: QWidget, row: AgendaItemRow, column: Col) -> LineCell:
        day = 0 if row.start is None else row.start // DAY
        parse: Callable[[str], Any] = {
            Col.START: lambda text: parse_start(text, day),
            Col.MINUTES: parse_minutes,
        }.get(column, str.strip)
        show: Callable[[Any], str] = {Col.START: clock, Col.MINUTES: length}.get(column, str)
        key = f"agenda_item:{row.id}:{FIELDS[column]}"
        cell = LineCell(
            self._library, key, lambda value: self._commit(row, column, value), parse, show, parent
        )
        if column == Col.MINUTES:
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cell.refused.connect(self.refused)
        cell.typed.connect(lambda _: self.settled.emit())
        return cell

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the item's value, unless something typed waits in the cell."""
        row, column = index.data(ROW_ROLE), Col(index.column())
        if isinstance(editor, LineCell) and not editor.is_dirty:
            value = row.start if column == Col.START else getattr(row, FIELDS[column])
            editor.show_value(value)
        elif isinstance(editor, ChoiceCell) and not editor.is_dirty:
            editor.show_value(row.segment if column == Col.SEGMENT else row.group_id)

    def setModelData(self, editor: QWidget, _model: object, _index: Index) -> None:
        if isinstance(editor, LineCell | ChoiceCell):
            self.finish(editor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def finish(self, cell: Cell) -> bool:
        """Commit what an open cell holds; False where it must stay open."""
        if not cell.finish():
            return False
        self.settled.emit()
        return True

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, LineCell | ChoiceCell):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(editor, event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not _comes_back(editor, event):
            self._leave(editor, _Hint.NoHint)
        return False

    def _leave(self, cell: Cell, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self.finish(cell):
            self.closeEditor.emit(cell, hint)

    def _take_key(self, cell: Cell, event: QKeyEvent) -> bool:
        hints = {
            Qt.Key.Key_Tab: _Hint.EditNextItem,
            Qt.Key.Key_Backtab: _Hint.EditPreviousItem,
            Qt.Key.Key_Return: _Hint.NoHint,
            Qt.Key.Key_Enter: _Hint.NoHint,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            cell.give_up()
            self.settled.emit()
            self.closeEditor.emit(cell, _Hint.RevertModelCache)
        elif key in hints and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._leave(cell, hints[key])
        else:
            return False
        return True


def _comes_back(cell: Cell, event: QFocusEvent) -> bool:
    """Whether a cell loses the focus only for a while: to a menu, another window, or its own list of choices."""
    return event.reason() in _PASSING or (isinstance(cell, ChoiceCell) and cell.view().isVisible())
