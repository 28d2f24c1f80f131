"""Where a person appears and what was noted of them, one line each; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import NOTE_KIND_LABELS
from facilitator.features.people.rows import TraceRow
from facilitator.translation import mark, tr

_MOST_LINES = 8
_NOTE = mark("Note")
_KINDS = {kind.value: label for kind, label in NOTE_KIND_LABELS.items()}


class _TraceList(QListWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class TracePanel(QWidget):
    """The list, with a sentence in its place when there is nothing."""

    opened = Signal(object)
    """A ``TraceRow``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TraceRow, ...] = ()
        self.list = _TraceList(self)
        self.list.setAccessibleName(tr("Appearances and notes"))
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self._on_activated())
        self._none = QLabel(tr("This person appears in no agenda and spoke in no note yet."), self)
        self._none.setObjectName("quiet")
        self._none.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self._none)

    def show_rows(self, rows: Sequence[TraceRow]) -> None:
        """Show these, keeping the current line."""
        if tuple(rows) != self._rows:
            number = self.list.currentRow()
            self._rows = tuple(rows)
            self.list.clear()
            for row in rows:
                self.list.addItem(QListWidgetItem(_line(row)))
            self.list.setCurrentRow(min(max(number, 0), len(rows) - 1))
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        lines = min(len(rows), _MOST_LINES)
        self.list.setFixedHeight(lines * (self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 8)

    def _on_activated(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._rows):
            self.opened.emit(self._rows[number])


def _line(row: TraceRow) -> str:
    what = row.what
    if row.stage == "notes":
        what = tr(_KINDS.get(row.what, _NOTE))
    text = " ".join(row.text.split())
    if what and text:
        return tr("{session}: {what}, {text}").format(session=row.session, what=what, text=text)
    return tr("{session}: {what}").format(session=row.session, what=what or text or tr("in the session"))
