"""Labels for texts that people wrote: never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(parent: QWidget, name: str = "", text: str = "") -> QLabel:
    """A label that wraps and shows text as it is; ``name`` is its object name, for the style sheet."""
    label = QLabel(text, parent, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    if name:
        label.setObjectName(name)
    return label
