"""Bugs of the program: told as such, with details to copy, and the program goes on."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.shell import bugs


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[None]:
    before = sys.excepthook
    bugs.watch()
    yield
    sys.excepthook = before
    qInstallMessageHandler(None)


def test_an_error_nobody_expected_is_told_as_a_bug_with_its_details(watched: None, qtbot: QtBot) -> None:
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.extend((box.text(), box.informativeText(), box.detailedText()))
        buttons = {button.text(): button for button in box.buttons()}
        buttons["Copy details"].click()
        if box.isVisible():
            buttons["Continue"].click()

    QTimer.singleShot(50, answer)
    try:
        raise ZeroDivisionError("a test")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "bug" in told[0]
    assert "safe" in told[1]
    assert "ZeroDivisionError: a test" in told[2]
    assert "Traceback" not in told[0] + told[1]
    assert QApplication.clipboard().text() == told[2]


def test_what_qt_says_is_written_down(watched: None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "facilitator"):
        qWarning("something odd")
    assert "Qt: something odd" in caplog.text


def test_the_command_line_does_not_load_qt() -> None:
    """What is imported for a command is what it needs: a script on a server has no Qt libraries."""
    code = (
        "import sys, facilitator.__main__, facilitator.cli; print([m for m in sys.modules if 'PySide6' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
