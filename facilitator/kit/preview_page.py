"""One page of a paper as it will print, to scroll over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE = 10
"""Pixels around the page."""


class PageView(QWidget):
    """Paints a page's picture; a screen reader reads its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._size = QSize(100, 140)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(_EDGE, _EDGE, self._size.width(), self._size.height())
        if self._picture.isNull():
            painter.fillRect(page, Qt.GlobalColor.white)  # paper is white in every scheme
        else:
            painter.drawImage(page, self._picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(page)


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
