"""A list and the editor of its row: side by side where there is room, else one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from facilitator.translation import tr

NARROW = 900
"""Pixels below which list and editor take turns; with large text earlier."""
_NARROW_CHARACTERS = 125


class _EditorSide(QWidget):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field has taken goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class ListAndEditor(QWidget):
    """Selecting a row shows its editor beside the list. Narrow, ``show_editor`` puts the editor in the list's place,
    with a way back; Escape goes back too. With ``on_demand`` there is no editor until it is asked for."""

    went_back = Signal()

    def __init__(
        self, listing: QWidget, editor: QWidget, parent: QWidget | None = None, *, on_demand: bool = False
    ) -> None:
        super().__init__(parent)
        self._listing, self._editor = listing, _EditorSide(self)
        self._stacked = False
        self._on_demand = on_demand
        self._editing = False
        self.back = QPushButton(tr("‹ Back to the list"), self._editor)
        self.back.setObjectName("link")
        self.back.hide()
        self.back.clicked.connect(self.show_list)
        self._editor.escaped.connect(self.show_list)
        inner = QVBoxLayout(self._editor)
        inner.setContentsMargins(6, 6, 0, 0)
        inner.setSpacing(2)
        inner.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeading)
        inner.addWidget(editor, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(listing)
        self.splitter.addWidget(self._editor)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether list and editor take turns."""
        return self._stacked

    @property
    def is_editor_shown(self) -> bool:
        """Whether the editor is asked for, or stands beside the list anyway."""
        return self._editing or not (self._stacked or self._on_demand)

    def show_editor(self) -> None:
        """Bring the editor to the front, where it is not beside the list already."""
        self._editing = True
        self._arrange()

    def show_list(self) -> None:
        """Go back to the list; ``went_back`` tells it where the focus was in the editor."""
        focused = self.window().focusWidget()
        leaves_editor = focused is not None and self._editor.isAncestorOf(focused)
        self._editing = False
        self._arrange()
        if leaves_editor:
            self.went_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit = max(NARROW, self.fontMetrics().averageCharWidth() * _NARROW_CHARACTERS)
        stacked = event.size().width() < limit
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()

    def _arrange(self) -> None:
        self.back.setVisible(self._stacked or self._on_demand)
        self._listing.setVisible(not self._stacked or not self._editing)
        self._editor.setVisible(self.is_editor_shown)
