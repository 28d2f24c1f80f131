"""Answers to dialogs that wait for one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facilitator.kit.preflighting import PreflightDialog

Act = Callable[[PreflightDialog], None]


def all_the_same(dialog: PreflightDialog) -> None:
    """Press the button that goes on."""
    dialog.anyway.click()


def when_told_what_is_open(act: Act = all_the_same) -> list[PreflightDialog]:
    """Do something in the dialog that comes up next, and close it if that left it open; the list has it then."""
    seen: list[PreflightDialog] = []

    def on_shown() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreflightDialog)
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, on_shown)
    return seen
