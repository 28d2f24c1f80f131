"""What happens when the program itself errs: the person is told, nothing typed is lost, the details can be copied."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from facilitator import __version__
from facilitator.translation import tr

_log = logging.getLogger("facilitator")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def watch() -> None:
    """Show unhandled errors from now on, and write down what Qt says."""
    sys.excepthook = _on_unhandled
    qInstallMessageHandler(_on_qt_message)


def details(error: BaseException) -> str:
    """What the makers need to know of an error."""
    import platform
    import traceback

    program = f"Facilitator {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return program + "\n\n" + "".join(traceback.format_exception(error))


def _on_unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    _log.error("Unhandled", exc_info=(kind, error, trace))
    if QApplication.instance() is not None:
        _show(details(error))


def _show(text: str) -> None:
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(tr("Facilitator"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("This is a bug in the program."))
    box.setInformativeText(
        tr(
            "What was saved before is safe, and the program goes on. Please pass the details on to those who make it."
        )
    )
    box.setDetailedText(text)
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.addButton(tr("Continue"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
