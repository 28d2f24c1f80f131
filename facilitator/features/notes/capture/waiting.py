"""The notes that were entered and that the library could not take yet: in sight above the line, in their order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain import moments
from facilitator.features.notes.commands import AddNote
from facilitator.kit.announcing import announce
from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import ElidedLabel
from facilitator.kit.library import Library
from facilitator.translation import ntr, tr

_MOST_ROWS, _LONGEST = 3, 300


class _Lines(QListWidget):
    """Ctrl+C copies the whole texts of those that are selected, or of all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._most_rows = _MOST_ROWS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Notes that are not saved yet"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def fit(self, rows: int) -> None:
        """Show at most so many rows."""
        if rows != self._most_rows:
            self._most_rows = rows
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().lineSpacing()
        rows = min(max(self.count(), 1), self._most_rows)
        return QSize(super().sizeHint().width(), rows * row + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def text(self) -> str:
        """What is selected, else all."""
        items = self.selectedItems() or [self.item(row) for row in range(self.count())]
        return "\n".join(item.data(Qt.ItemDataRole.UserRole) for item in items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)


class WaitingNotes(QWidget):
    """Hidden while all notes of the session are saved."""

    done = Signal()
    """All of them are saved while one of them had the focus."""

    def __init__(self, library: Library, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._session_id, self._zone = library, session_id, ""
        self._shown: tuple[AddNote, ...] = ()
        self._is_tight = False
        self._sign = QLabel(self)
        side = self.fontMetrics().height()
        self._sign.setPixmap(icon("warning", Tone.DANGER).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.words = ElidedLabel(self)
        self.lines = _Lines(self)
        self.retry = QPushButton(icon("redo"), tr("Save now"), self)
        self.retry.clicked.connect(lambda: library.retry())
        self.copy = QPushButton(icon("copy"), tr("Copy these notes"), self)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.lines.text()))
        for button in (self.retry, self.copy):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self.words, 1)
        head.addWidget(self.retry)
        head.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.lines)
        self.hide()
        library.catching_up.waiting_changed.connect(self.refresh)

    def fit(self, *, tight: bool) -> None:
        """Leave room for the line where the stage is low: one note is in sight then, and buttons are signs."""
        if tight == self._is_tight:
            return
        self._is_tight = tight
        self.lines.fit(1 if tight else _MOST_ROWS)
        self.retry.setText("" if tight else tr("Save now"))
        self.copy.setText("" if tight else tr("Copy these notes"))

    def show_zone(self, zone: str) -> None:
        """Tell moments in the zone of the session."""
        self._zone = zone
        self.refresh()

    def refresh(self) -> None:
        """Show the notes of the session that wait."""
        notes = [
            one.command
            for one in self._library.unsaved.waiting()
            if isinstance(one.command, AddNote) and one.command.session_id == self._session_id
        ]
        if tuple(notes) == self._shown:
            return
        before, self._shown = len(self._shown), tuple(notes)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.lines.clear()
        for note in notes:
            time, text = moments.minute(note.began_at, self._zone), " ".join(note.text[:_LONGEST].split())
            item = QListWidgetItem(tr("{time} · not saved yet · {text}").format(time=time, text=text))
            item.setData(Qt.ItemDataRole.UserRole, note.text)
            self.lines.addItem(item)
        words = ntr(
            "One note is not saved yet. Go on: it is saved by itself as soon as that is possible.",
            "{count} notes are not saved yet. Go on: they are saved by themselves as soon as that is possible.",
            len(notes),
        )
        self.words.setText(words.format(count=len(notes)))
        self.lines.updateGeometry()
        self.lines.scrollToBottom()
        self.setVisible(bool(notes))
        if had_focus and not notes:
            self.done.emit()
        if len(notes) > before:
            announce(self, tr("Not saved yet."))
