"""Put the program together and run its window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facilitator.kit import startup
from facilitator.kit.language import speak
from facilitator.kit.settings import Settings
from facilitator.shell import bugs, places
from facilitator.shell.theme import Theme
from facilitator.shell.window import MainWindow


def run(path: Path | None = None) -> int:
    """Open the window on a library, without one on that of the last time or the sample. Returns the exit status."""
    _write_log()
    QGuiApplication.setDesktopFileName("facilitator")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Facilitator")
    bugs.watch()
    window = make_window(application, Settings(places.settings_file()))

    def open_first() -> None:
        try:
            window.libraries.open_first(path)
        finally:
            startup.settle()

    window.painted.connect(open_first)
    window.show()
    window.activateWindow()  # which a screen without a window manager would not do
    return application.exec()


def make_window(application: QApplication, settings: Settings) -> MainWindow:
    """The main window, dressed and in the person's language, with no library in it yet."""
    speak(settings.language)
    return MainWindow(settings, Theme(application, settings))


def _write_log() -> None:
    target = places.log_file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(target, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("facilitator")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
