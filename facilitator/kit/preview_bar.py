"""Turning pages, zoom, and the text of a page: the buttons above a preview, each with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from facilitator.translation import tr


class PreviewBar(QWidget):
    """Says which page is shown, and asks for another."""

    turned = Signal(int)
    """By 1 or -1 page."""
    zoomed = Signal(int)
    """One step larger (1) or smaller (-1)."""
    width_wanted = Signal()
    text_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QLabel(self)
        self.before = self._button("‹", tr("Previous page"), "Ctrl+PgUp")
        self.after = self._button("›", tr("Next page"), "Ctrl+PgDown")
        self.smaller = self._button("−", tr("Smaller"), "Ctrl+-")
        self.larger = self._button("+", tr("Larger"), "Ctrl++")
        self.fitting = self._button(tr("Fit width"), tr("Fit width"), "Ctrl+0")
        self.as_text = self._button(tr("Text"), tr("Text of the page"), "Ctrl+T")
        for button in (self.fitting, self.as_text):
            button.setCheckable(True)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.fitting.clicked.connect(lambda: self.width_wanted.emit())
        self.as_text.clicked.connect(self.text_toggled)
        self._lay_out()

    def show_state(self, number: int, pages: int, fitting: bool) -> None:
        """Page ``number`` (0 is the first) of so many is shown; ``fitting`` says that it takes the pane's width."""
        told = tr("Page {number} of {count}").format(number=number + 1, count=pages)
        self.count.setText(told if pages else "")
        self.before.setEnabled(pages > 0 and number > 0)
        self.after.setEnabled(number + 1 < pages)
        for button in (self.smaller, self.larger, self.fitting, self.as_text):
            button.setEnabled(pages > 0)
        self.fitting.setChecked(fitting)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before, self.count, self.after, self.smaller, self.larger):
            row.addWidget(widget)
        row.addWidget(self.fitting)
        row.addWidget(self.as_text)
        row.addStretch(1)

    def _button(self, text: str, name: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name if text in name else f"{text} {name}")
        sequence = QKeySequence(keys)
        button.setToolTip(f"{name} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        action = QAction(name, self)
        action.setShortcut(sequence)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda *_: button.click())
        self.addAction(action)
        return button
