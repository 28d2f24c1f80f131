"""The parts of the Plan stage and where they stand: side by side where there is room, else as tabs or stacked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from facilitator.kit.forms import scrolled
from facilitator.kit.settings import Settings
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
        self._names: dict[QWidget | None, str] = {picture: "picture"}
        self._chosen = settings.plan_part if settings else ""
        """The name of the part that the person chose last."""
        self._is_placing = False
        self._is_asked = False
        """Whether another part was asked for since."""
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(tr("Details of the plan"))
        self.tabs.tabBar().setUsesScrollButtons(True)
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
        self.tabs.currentChanged.connect(self._on_current_changed)

    def add_tab(self, widget: QWidget, title: str, name: str) -> None:
        """Add a part to the tabs; it is remembered by its name."""
        self._names[widget] = name
        with self._placing():
            self.tabs.addTab(widget, title)
            self._show_chosen()

    def show_tab(self, widget: QWidget) -> None:
        """Bring a part to the front; what the person chose is still remembered."""
        self._is_asked = True
        with self._placing():
            self.tabs.setCurrentIndex(self.tabs.indexOf(widget))

    def set_title(self, widget: QWidget, title: str) -> None:
        """Name a tab anew."""
        number = self.tabs.indexOf(widget)
        if number >= 0 and self.tabs.tabText(number) != title:
            self.tabs.setTabText(number, title)

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
        with self._placing():
            if self._is_wide:
                self.tabs.removeTab(self.tabs.indexOf(self._picture))
                self.splitter.insertWidget(1, self._picture)
                self._picture.show()
            else:
                self.tabs.insertTab(1, self._picture, tr("Picture"))
                self._show_chosen()
        shares = _WIDE_SHARES if self._is_wide else _SHARES
        for number, share in enumerate(shares):
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([self.width() * share // sum(shares) for share in shares])
        self.shown.emit()

    def _show_chosen(self) -> None:
        for number in range(self.tabs.count()):
            if self._names[self.tabs.widget(number)] == self._chosen and not self._is_asked:
                self.tabs.setCurrentIndex(number)

    @contextmanager
    def _placing(self) -> Iterator[None]:
        """What comes to the front meanwhile is not what the person chose."""
        before, self._is_placing = self._is_placing, True
        yield
        self._is_placing = before

    def _on_current_changed(self, number: int) -> None:
        if not self._is_placing and number >= 0:
            self._chosen, self._is_asked = self._names[self.tabs.widget(number)], False
            if self._settings:
                self._settings.plan_part = self._chosen
        self.shown.emit()
