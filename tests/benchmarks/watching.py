"""Notices when a widget was painted, from outside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Calls ``painted`` once, behind the first painting of a widget and of all that it holds."""

    def __init__(self, watched: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(watched)
        self._painted = painted
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def painted(watched: QWidget, act: Callable[[], object]) -> None:
    """Do something, and wait until a widget was painted and is on the screen."""
    seen: list[bool] = []
    paint = FirstPaint(watched, lambda: seen.append(True))
    act()
    while not seen:
        QApplication.processEvents()
    paint.deleteLater()


def wait_for(milliseconds: int) -> None:
    """Let time go by, and what waits be done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
