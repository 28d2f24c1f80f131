"""One window for the speaker and the room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.clock.room.canvas import Canvas
from facilitator.features.clock.room.screens import beside
from facilitator.features.clock.room.showing import View
from facilitator.translation import tr


class RoomWindow(QWidget):
    """Shows a track of a session. It takes no focus when it is opened, and gives keys that are none of its own back to
    the window that it was opened from."""

    closed = Signal()

    def __init__(self, home: QWidget, track: str, view: View) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._home: QWidget | None = home.window()
        self._home.destroyed.connect(self._on_home_destroyed)
        self.track, self.view, self.message = track, view, ""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.canvas = Canvas(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)

    def show_title(self, title: str) -> None:
        """What the window is called in the list of windows."""
        self.setWindowTitle(tr("Room: {title}").format(title=title))

    def place(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, stand beside the window that it was opened from."""
        if screen is not None:
            self._move_to(screen)
            self.showFullScreen()
            return
        home = self._home
        own = home.screen() if home is not None else self.screen()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._move_to(own)
        self.setGeometry(beside(own, home.geometry() if home is not None else own.geometry()))
        self.show()

    def toggle_full_screen(self) -> None:
        """Fill the screen that it is on, or no longer."""
        if self.isFullScreen():
            self.leave_full_screen()
        else:
            self.showFullScreen()

    def leave_full_screen(self) -> None:
        """Be a window again, on the same screen."""
        screen = self.screen()
        self.showNormal()
        self.setGeometry(beside(screen, screen.geometry()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.leave_full_screen()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            self._give_back(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _move_to(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.move(screen.geometry().topLeft())

    def _give_back(self, event: QKeyEvent) -> None:
        """What is typed belongs where the work is done: nothing is lost because somebody clicked here."""
        if self._home is None:
            return
        self._home.activateWindow()
        target = self._home.focusWidget()
        if target is not None and event.text():
            target.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            typed = QKeyEvent(
                QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
            )
            QCoreApplication.postEvent(target, typed)

    def _on_home_destroyed(self) -> None:
        self._home = None
