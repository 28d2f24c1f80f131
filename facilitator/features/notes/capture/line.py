"""The line that notes are typed into: always ready, it grows with the text, and Enter keeps the note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from facilitator.features.notes.capture.reading_along import Reader, Taker
from facilitator.kit.history_keys import belongs_to_library

_MOST_LINES = 7
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_ROOMY_LINES = 60
"""Lines of text that the stage must be high for an empty line of two."""
_SHARE = 7
"""A long text takes at most so much of the height: a seventh."""


class CaptureLine(QPlainTextEdit):
    """Shift+Enter begins a new line. ``reader`` reads along, and is asked first what a key means. ``taker`` gets what
    is pasted or dropped."""

    begun = Signal()
    """The first key of a note was pressed."""
    emptied = Signal()
    """What was begun was taken back."""
    entered = Signal()
    left_at_top = Signal()
    """Up was pressed in the empty line."""
    split = Signal()
    """What stands before the caret is to be kept, and the rest to be gone on with."""
    changed_at = Signal(int, int, int)
    """Text changed: where, how many characters were removed, and how many added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reader: Reader | None = None
        self.taker: Taker | None = None
        self._is_begun = False
        self._composing = False
        self._height = 0
        self._fewest_lines, self._most_lines = 2, _MOST_LINES
        self.setTabChangesFocus(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.document().contentsChange.connect(self.changed_at)

    def show_text(self, text: str) -> None:
        """Show a text that was begun before, or none; nothing is told."""
        if self.reader:
            self.reader.forget()
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._is_begun = bool(text) or self._holds
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self._grow()

    def fit(self, room: int) -> None:
        """Take no more of the room (pixels of height of the whole stage) than is due."""
        lines = room // self.fontMetrics().lineSpacing()
        self._fewest_lines = 2 if lines > _ROOMY_LINES else 1
        self._most_lines = max(2, min(_MOST_LINES, lines // _SHARE))
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        lines = min(max(self._fewest_lines, round(self.document().size().height())), self._most_lines)
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, not self.document().isEmpty() or self._can_put_back):
            event.ignore()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._takes_tab(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_typed = bool(event.text()) and event.text().isprintable()
        if is_typed:
            self._begin()
        if self.reader and self.reader.take_key(event):
            self._end_when_empty()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event)
            return
        if event.key() == Qt.Key.Key_Up and self.document().isEmpty():
            self.left_at_top.emit()
            return
        super().keyPressEvent(event)
        self._end_when_empty()
        if self.reader and (is_typed or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)):
            self.reader.follow()
        elif self.reader and event.key() not in _MODIFIERS:
            self.reader.close()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing or event.commitString():
            self._begin()
        super().inputMethodEvent(event)
        self._end_when_empty()
        if self.reader and event.commitString():
            self.reader.follow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self.taker is not None and self.taker.can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.taker is not None:
            self.taker.take(source)

    def _grow(self) -> None:
        # Qt tells a size at each key, and a stage that is laid out anew takes as long as the key itself.
        if (height := self.sizeHint().height()) != self._height:
            self._height = height
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Else each key would have all painted that is behind: the stage, its tabs, the window.
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        super().paintEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.reader:
            self.reader.close()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.reader:
            self.reader.close()
        super().mousePressEvent(event)

    @property
    def _can_put_back(self) -> bool:
        return self.reader is not None and self.reader.can_put_back

    def _takes_tab(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() == Qt.Key.Key_Tab and self.reader is not None and self.reader.take_tab()

    def _on_enter(self, event: QKeyEvent) -> None:
        if self._composing:  # it ends what is composed
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif event.isAutoRepeat():
            return
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split.emit()
        else:
            self.entered.emit()

    def _begin(self) -> None:
        if not self._is_begun and not self.isReadOnly():
            self._is_begun = True
            self.begun.emit()

    @property
    def _holds(self) -> bool:
        return self.taker is not None and self.taker.holds

    def settle(self) -> None:
        """What the note has besides words has changed."""
        if self._holds:
            self._begin()
        else:
            self._end_when_empty()

    def _end_when_empty(self) -> None:
        if not self._is_begun or not self.document().isEmpty() or self._composing:
            return
        if not self._can_put_back and not self._holds:
            self._is_begun = False
            self.emptied.emit()

    def _on_text_changed(self) -> None:
        # Also by paste, drop, dictation and undo, which press no key.
        if not self.document().isEmpty():
            self._begin()
        elif not self._composing:
            self._end_when_empty()
