"""One clear message for what was refused: what, why, what is safe, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from facilitator.domain.errors import Refused
from facilitator.translation import tr


def ask(parent: QWidget, refusal: Refused, choices: Sequence[str]) -> int:
    """Show a refusal with these buttons and one to close it. The number of the chosen one; -1 for none."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Facilitator"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(refusal.what)
    box.setInformativeText("\n\n".join(part for part in (refusal.why, refusal.safe) if part))
    buttons = [box.addButton(text, QMessageBox.ButtonRole.AcceptRole) for text in choices]
    close = box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(close)
    box.setDefaultButton(buttons[0] if buttons else close)
    box.exec()
    clicked = box.clickedButton()
    return next((number for number, button in enumerate(buttons) if button is clicked), -1)
