"""A pane that shows a paper as it will print: the pages of its very bytes, or the text of what has no pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.kit.announcing import announce
from facilitator.kit.jobs import Jobs, Progress
from facilitator.kit.labels import plain_label
from facilitator.kit.preview_bar import PreviewBar
from facilitator.kit.preview_page import PageArea
from facilitator.kit.preview_pages import POINTS_TO_INCH, Box, Leaf, boxes_of, draw_page, words_at
from facilitator.translation import tr

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_SETTLE_MS = 60
_MARGIN = 24
"""Pixels beside a page that fits the width."""


class PreviewPane(QWidget):
    """Shows one page at a time. Nothing is drawn on the window's thread."""

    pointed = Signal(int, str, str)
    """A click on a page (1 being the first): the words before and behind the place."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._data = b""
        self._leaves: tuple[Leaf, ...] = ()
        self._number = 0
        self._zoom = 0.0
        """0 fits the width."""
        self._wanted = 0
        """Counts the requests for pictures: only the latest is shown."""
        self._drawn: tuple[int, float] | None = None
        self._marked = ""
        self.area = PageArea(self)
        self.text = QPlainTextEdit(self, readOnly=True)
        self.message = plain_label(self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._draw)
        self._stack = QStackedWidget(self)
        for widget in (self.message, self.area, self.text):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.bar = PreviewBar(self)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.turned.connect(self.turn)
        self.bar.zoomed.connect(self.zoom)
        self.bar.width_wanted.connect(self.fit_width)
        self.bar.text_toggled.connect(self._on_text_toggled)
        self.area.turned.connect(self.turn)
        self.area.view.pointed.connect(self._on_pointed)
        self.area.resized.connect(self._fit)
        self._show_state()

    @property
    def page_number(self) -> int:
        """The page that is shown, 1 being the first; 0 when none is."""
        return self._number + 1 if self._leaves else 0

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._leaves)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()

    def show_pages(self, data: bytes, leaves: tuple[Leaf, ...]) -> None:
        """Show a PDF, at the page that was shown before."""
        same = data == self._data
        self._data, self._leaves = data, leaves
        self._drawn = self._drawn if same else None
        self._number = max(0, min(self._number, len(leaves) - 1))
        self._show_page()

    def show_text(self, text: str) -> None:
        """Show what has no pages."""
        self._forget()
        self.text.setPlainText(text)
        self.text.setAccessibleName(tr("Text of the file"))
        self._stack.setCurrentWidget(self.text)
        self._show_state()

    def say(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._forget()
        self.message.setText(text)
        self._stack.setCurrentWidget(self.message)
        self._show_state()

    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        number = max(0, min(self._number + pages, len(self._leaves) - 1))
        if self._leaves and number != self._number:
            self._number = number
            self._show_page()
            self.area.to_top(pages > 0 or abs(pages) > 1)
            announce(self.area, self.bar.count.text())

    def show_page(self, number: int) -> None:
        """Show a page, 1 being the first; nothing where it is shown already, or there is none such."""
        if 0 < number <= len(self._leaves) and number != self.page_number:
            self._number = number - 1
            self._show_page()
            self.area.to_top()

    def point_out(self, words: str) -> None:
        """Mark where words stand on the page that is shown; nothing for none."""
        self._marked = words
        self.area.view.point_out(())
        if not self._leaves or not words:
            return
        data, number = self._data, self._number

        def work(_: Progress) -> tuple[bytes, int, str, tuple[Box, ...]]:
            return data, number, words, boxes_of(data, number, words)

        job = self._jobs.run(tr("Looking for the place"), work)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)

    def to_first(self) -> None:
        """Begin anew, with the first page."""
        self._number = 0

    def zoom(self, steps: int) -> None:
        """Larger or smaller."""
        now = self._scale()
        larger = [zoom for zoom in _ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in _ZOOMS if zoom < now - 0.01]
        self._zoom = (larger or [_ZOOMS[-1]])[0] if steps > 0 else (smaller or [_ZOOMS[0]])[-1]
        self._fit()
        self._show_state()

    def fit_width(self) -> None:
        """Make pages as wide as the pane."""
        self._zoom = 0.0
        self._fit()
        self._show_state()

    def _forget(self) -> None:
        self._data, self._leaves, self._drawn = b"", (), None
        self._wanted += 1

    def _show_page(self) -> None:
        leaf = self._leaves[self._number]
        self._fit()
        self.point_out(self._marked)  # on this page, or nothing on it
        self.text.setPlainText(leaf.text)
        self.text.setAccessibleName(tr("Text of the page"))
        self._stack.setCurrentWidget(self.text if self.bar.as_text.isChecked() else self.area)
        self._show_state()
        for widget in (self.area, self.area.view):
            widget.setAccessibleName(self.bar.count.text())
            widget.setAccessibleDescription(leaf.text)

    def _show_state(self) -> None:
        self.bar.show_state(self._number, len(self._leaves), self._zoom == 0)

    def _scale(self) -> float:
        """Pixels of the window for a point of the page, divided by those at 100 %."""
        if self._zoom or not self._leaves:
            return self._zoom or 1.0
        room = self.area.viewport().width() - _MARGIN
        return max(room, 100) / self._leaves[self._number].width / self._full_size()

    def _full_size(self) -> float:
        return self.logicalDpiX() / POINTS_TO_INCH

    def _fit(self) -> None:
        if self._leaves:
            leaf, scale = self._leaves[self._number], self._scale() * self._full_size()
            self.area.view.set_page_size(QSize(round(leaf.width * scale), round(leaf.height * scale)))
            if self.isVisible():
                self._settle.start()

    def _draw(self) -> None:
        if not self._leaves:
            return
        scale = self._scale() * self._full_size() * self.devicePixelRatioF()
        wanted = (self._number, round(scale, 4))
        if wanted == self._drawn:
            return
        self._wanted += 1
        count, data, number = self._wanted, self._data, self._number

        def work(_: Progress) -> tuple[int, tuple[int, float], QImage]:
            return count, wanted, draw_page(data, number, scale)

        job = self._jobs.run(tr("Drawing page {number}").format(number=number + 1), work)
        # Methods of this pane, and no functions: they are called no more when it is gone.
        job.succeeded.connect(self._on_drawn)
        job.failed.connect(self._on_failed)

    def _on_drawn(self, drawn: tuple[int, tuple[int, float], QImage]) -> None:
        count, wanted, picture = drawn
        if count == self._wanted:
            self._drawn = wanted
            self.area.view.show_picture(picture)

    def _on_found(self, found: tuple[bytes, int, str, tuple[Box, ...]]) -> None:
        data, number, words, boxes = found
        if (data, number, words) == (self._data, self._number, self._marked):
            self.area.view.point_out(boxes)

    def _on_pointed(self, across: float, down: float) -> None:
        if not self._leaves:
            return
        data, number = self._data, self._number

        def work(_: Progress) -> tuple[int, str, str]:
            return number + 1, *words_at(data, number, across, down)

        job = self._jobs.run(tr("Looking for the place"), work)
        job.succeeded.connect(self._on_words)
        job.failed.connect(self._on_failed)

    def _on_words(self, told: tuple[int, str, str]) -> None:
        self.pointed.emit(*told)

    def _on_failed(self, error: BaseException) -> None:
        raise error

    def _on_text_toggled(self, wanted: bool) -> None:
        self._stack.setCurrentWidget(self.text if wanted else self.area)
