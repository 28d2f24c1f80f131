"""The parts of the Plan stage and where they stand: side by side where there is room, else as tabs or stacked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from facilitator.kit.forms import scrolled
from facilitator.kit.settings import Settings
from facilitator.kit.sidetabs import SideTabs
from facilitator.translation import tr

_WIDE, _NARROW = 205, 95
"""Characters from which on the picture stands beside the list, and up to which the parts stand below each other."""
_STACKED_LINES = 40
_SHARES, _WIDE_SHARES = (2, 1), (9, 6, 5)


class Panes(QWidget):
    """The list at the left; the picture beside it in a wide window; tabs with everything else at the right."""

    shown = Signal()
    """Other parts are to be seen."""
    escaped = Signal()
    """The person wants to go on in the list."""

    def __init__(
        self, listing: QWidget, picture: QWidget, settings: Settings | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._settings = picture, settings
        self.tabs = SideTabs(tr("Details of the plan"), settings.plan_part if settings else "", self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for widget in (listing, self.tabs):
            self.splitter.addWidget(widget)
        self._area = scrolled(self.splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._is_wide: bool | None = None
        # Not at once: Qt would lose its way where parts change their places while it gives all of them another font.
        self._putting = QTimer(self, interval=0, singleShot=True)
        self._putting.timeout.connect(self._put_picture)
        self.tabs.chose.connect(self._on_chose)
        self.tabs.fronted.connect(self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing in the tabs has taken goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.tabs.isAncestorOf(self.focusWidget() or self):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def arrange(self, width: int) -> None:
        """Put the parts where they have room."""
        metrics = self.fontMetrics()
        characters = width / max(1, metrics.averageCharWidth())
        narrow = characters < _NARROW
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.splitter.setMinimumHeight(metrics.lineSpacing() * _STACKED_LINES if narrow else 0)
        was_wide, self._is_wide = self._is_wide, characters >= _WIDE
        if was_wide is None:
            self._put_picture()
        elif was_wide != self._is_wide:
            self._putting.start()

    def _put_picture(self) -> None:
        if self._is_wide:
            self.tabs.take_out(self._picture)
            self.splitter.insertWidget(1, self._picture)
            self._picture.show()
        else:
            self.tabs.add(self._picture, tr("Picture"), "picture", 1)
        shares = _WIDE_SHARES if self._is_wide else _SHARES
        for number, share in enumerate(shares):
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([self.width() * share // sum(shares) for share in shares])
        self.shown.emit()

    def _on_chose(self, name: str) -> None:
        if self._settings:
            self._settings.plan_part = name
