"""Where the parts of the Run stage stand: the capture line is always in sight, the notes above it have most of the
room, and tabs stand beside them, or take turns with the notes where the window is small or the text large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from facilitator.kit.settings import Settings
from facilitator.kit.sidetabs import SideTabs

_NARROW, _NARROW_CHARACTERS = 1000, 150
"""Pixels and characters across below which notes and tabs take turns."""
_SHARES = (3, 2)


class Stop(NamedTuple):
    """A part that F6 comes to, and what puts the focus into it."""

    part: QWidget
    enter: Callable[[], None]


class RunPanes(QWidget):
    """The notes above the capture line at the left, above them a line that is always to be seen, the tabs at the
    right."""

    sides_left = Signal()
    """The tabs were left for the notes while they had the focus."""
    sides_toggled = Signal(bool)
    """Whether the tabs are to be seen now."""

    def __init__(
        self,
        head: QWidget,
        listing: QWidget,
        capture: QWidget,
        tabs: SideTabs,
        settings: Settings | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._listing, self._tabs, self._settings = listing, tabs, settings
        self._are_beside = settings.run_sides if settings else True
        """Whether the tabs stand beside the notes where there is room."""
        self._in_front = False
        """Whether the tabs were asked for: they are shown where the person hid them, and in the place of the notes
        where there is no room beside them."""
        self.is_stacked = False
        self._stops: Sequence[Stop] = ()
        left = QWidget(self)
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(12, 1, 12, 3)
        self._column.setSpacing(4)
        self._column.addWidget(head)
        self._column.addWidget(listing, 1)
        self._column.addWidget(capture)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(tabs)
        for number, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(number, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        # Not at once: Qt would lose its way where parts change their places while it gives all of them another font.
        self._placing = QTimer(self, interval=0, singleShot=True)
        self._placing.timeout.connect(self._place)
        self._is_placed = False

    @property
    def are_sides_shown(self) -> bool:
        """Whether the tabs are to be seen."""
        return self._in_front or (self._are_beside and not self.is_stacked)

    def set_stops(self, stops: Sequence[Stop]) -> None:
        """Go round these parts; the tabs are one of them."""
        self._stops = stops

    def show_sides(self) -> None:
        """Bring the tabs into sight until they are left."""
        if not self._in_front:
            self._in_front = True
            self._arrange()

    def show_notes(self) -> None:
        """Take the tabs out of sight where they were asked for and have no place of their own."""
        if self._in_front:
            self._in_front = False
            self._arrange()

    def toggle_sides(self) -> None:
        """Show the tabs, or hide them; beside the notes they stay so."""
        shown = not self.are_sides_shown
        had_focus = self._has_focus(self._tabs)
        self._in_front = shown and self.is_stacked
        if not self.is_stacked:
            self._are_beside = shown
            if self._settings:
                self._settings.run_sides = shown
        self._arrange()
        if had_focus and not shown:
            self.sides_left.emit()

    def go_round(self, steps: int, *, over: bool = False) -> bool:
        """Put the focus into the next part (``steps`` 1) or the one before (-1). False behind the last one, unless it
        is to go ``over`` to the first."""
        stops = [stop for stop in self._stops if stop.part is not self._tabs or self._can_enter_tabs()]
        here = next((n for n, stop in enumerate(stops) if self._has_focus(stop.part)), None)
        target = (0 if steps > 0 else len(stops) - 1) if here is None else here + steps
        if not over and not 0 <= target < len(stops):
            return False
        stops[target % len(stops)].enter()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit = max(_NARROW, self.fontMetrics().averageCharWidth() * _NARROW_CHARACTERS)
        stacked = event.size().width() < limit
        if not self._is_placed:
            self._is_placed, self.is_stacked = True, stacked
            self._place()
        elif stacked != self.is_stacked:
            self.is_stacked = stacked
            self._placing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing in the tabs has taken goes back to the notes."""
        if event.key() == Qt.Key.Key_Escape and self._has_focus(self._tabs):
            self.show_notes()
            self.sides_left.emit()
        else:
            super().keyPressEvent(event)

    def _can_enter_tabs(self) -> bool:
        return self.is_stacked or self.are_sides_shown

    def _has_focus(self, part: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (part is focused or part.isAncestorOf(focused))

    def _place(self) -> None:
        focused = self.window().focusWidget()
        if self.is_stacked and self._column.indexOf(self._tabs) < 0:
            self._in_front = focused is not None and self._tabs.isAncestorOf(focused)
            self._column.insertWidget(self._column.indexOf(self._listing), self._tabs, 1)
        elif not self.is_stacked and self.splitter.indexOf(self._tabs) < 0:
            self.splitter.insertWidget(1, self._tabs)
        self._arrange()
        if focused is not None and self.isAncestorOf(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        shown = self.are_sides_shown
        self._tabs.setVisible(shown)
        self._listing.setVisible(not (shown and self.is_stacked))
        if not self.is_stacked and shown and min(self.splitter.sizes()) == 0:
            whole = sum(_SHARES)
            self.splitter.setSizes([self.width() * share // whole for share in _SHARES])
        self.sides_toggled.emit(shown)
