"""One page of a paper as it will print, to scroll over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.kit.preview_pages import Box

_EDGE = 10
"""Pixels around the page."""
_BAR = 4
"""Pixels of the bar beside what is marked."""


class PageView(QWidget):
    """Paints a page's picture, and what is marked on it; a screen reader reads its text."""

    pointed = Signal(float, float)
    """A click on the page, as shares of its width and height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._size = QSize(100, 140)
        self._marks: tuple[Box, ...] = ()

    @property
    def picture(self) -> QImage:
        """What is shown."""
        return self._picture

    def set_page_size(self, size: QSize) -> None:
        """Make room for a page of this size in pixels; the picture that is shown is stretched until it is redrawn."""
        self._size = size
        self.setFixedSize(size + QSize(2 * _EDGE, 2 * _EDGE))
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show a page."""
        self._picture = picture
        self.update()

    def point_out(self, boxes: tuple[Box, ...]) -> None:
        """Mark these places, and no others any more."""
        if boxes != self._marks:
            self._marks = boxes
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        across = (event.position().x() - _EDGE) / self._size.width()
        down = (event.position().y() - _EDGE) / self._size.height()
        if event.button() == Qt.MouseButton.LeftButton and 0 <= across <= 1 and 0 <= down <= 1:
            self.pointed.emit(across, down)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(_EDGE, _EDGE, self._size.width(), self._size.height())
        if self._picture.isNull():
            painter.fillRect(page, Qt.GlobalColor.white)  # paper is white in every scheme
        else:
            painter.drawImage(page, self._picture)
        self._paint_marks(painter, page)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(page)

    def _paint_marks(self, painter: QPainter, page: QRectF) -> None:
        """A bar beside the lines, so that their colours stay as they print."""
        if self._marks:
            top = page.top() + min(box[1] for box in self._marks) * page.height()
            bottom = page.top() + max(box[3] for box in self._marks) * page.height()
            left = page.left() + min(box[0] for box in self._marks) * page.width()
            accent = self.palette().color(QPalette.ColorRole.Accent)
            painter.fillRect(QRectF(left - 5 * _BAR, top, _BAR, bottom - top), accent)


class PageArea(QScrollArea):
    """Scrolls a page by keys too; at its end they go on to the next one."""

    turned = Signal(int)
    """Go on by pages: 1 or -1; to the first or the last by a large number."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(self)
        self.setWidget(self.view)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        many = 1_000_000
        if key == Qt.Key.Key_Home:
            self.turned.emit(-many)
        elif key == Qt.Key.Key_End:
            self.turned.emit(many)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down) and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up) and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def to_top(self, top: bool = True) -> None:
        """Show the beginning of the page, or its end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if top else bar.maximum())
