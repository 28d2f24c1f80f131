"""The palette: type a few letters of a command, a name or anything that was written, and press Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout

from facilitator.domain.errors import Refused
from facilitator.kit.announcing import announce
from facilitator.kit.icons import Tone, icon
from facilitator.shell.entries import Entries, Entry
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.palette_delegate import ENTRY_ROLE, EntryDelegate
from facilitator.shell.window import MainWindow
from facilitator.translation import ntr, tr

_PAUSE_MS = 60
"""A pause in typing after which the library is searched."""
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class EntriesModel(QAbstractListModel):
    """The entries that were found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.detail, entry.keys) if part)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(entry.icon, Tone.QUIET)
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        usual = super().flags(index)
        enabled = index.isValid() and self.entries[index.row()].enabled
        return usual if enabled else usual & ~Qt.ItemFlag.ItemIsEnabled


class Palette(QFrame):
    """A frameless window over the main one; it closes when it is left."""

    def __init__(self, window: MainWindow, opened: OpenedLibrary) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._most = window.height() - 96
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Command palette"))
        self.setAccessibleName(tr("Command palette"))
        self._entries = Entries(window, opened.context)
        self._notices = opened.context.notices
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(tr("Type a command, a name, or words from any note"))
        self.query.setAccessibleName(tr("Find or do anything"))
        self.query.installEventFilter(self)
        self.model = EntriesModel(self)
        self.list = QListView(self, uniformItemSizes=True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setAccessibleName(tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(lambda _: self.run_current())
        self.none = QLabel(tr("Nothing found"), self)
        self.none.setObjectName("emptyText")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.query)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.search)
        self.query.textEdited.connect(lambda _: self._timer.start())
        self.search()

    def open_over_window(self) -> None:
        """Show it in the upper middle of the main window."""
        character, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        width = min(character * 95, self._window.width() - 48)
        self.setFixedWidth(width)
        self._most = min(line * 24, self._window.height() - 96)
        self._fit()
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - width) // 2, 56)))
        self.show()
        self.activateWindow()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def search(self) -> None:
        """Find what was typed so far."""
        self._timer.stop()
        try:
            found = self._entries.find(self.query.text())
        except Refused as refusal:
            self._notices.refuse(refusal)
            found = []
        self.model.show_entries(found)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            first = next((number for number, entry in enumerate(found) if entry.enabled), 0)
            self.list.setCurrentIndex(self.model.index(first, 0))
        self._fit()
        if self.query.text():
            announce(self, ntr("{count} found", "{count} found", len(found)).format(count=len(found)))

    def run_current(self) -> None:
        """Close, and do what is chosen."""
        if self._timer.isActive():
            self.search()
        index = self.list.currentIndex()
        entry: Entry | None = index.data(ENTRY_ROLE) if index.isValid() else None
        if entry is None or not entry.enabled:
            return
        self.close()
        # Behind the return of the focus to the main window.
        QTimer.singleShot(0, self._window, entry.act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run_current()
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def _fit(self) -> None:
        """Be as high as what was found, up to what fits the window."""
        rows = max(self.model.rowCount(), 2) * self.list.sizeHintForRow(0) if self.model.rowCount() else 60
        self.resize(self.width(), min(rows + self.query.sizeHint().height() + 24, self._most))

    def _move(self, steps: int) -> None:
        count = self.model.rowCount()
        if not count:
            return
        number = self.list.currentIndex().row() + steps
        number = number % count if abs(steps) == 1 else min(max(number, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(number, 0))
        announce(self, str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
