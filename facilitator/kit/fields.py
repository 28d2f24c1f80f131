"""Controls that hold one value each. They tell what a person typed, and stay silent when the program sets them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from facilitator.kit.line_field import LineField
from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField
from facilitator.kit.text_field import TextField

__all__ = ["CheckField", "ChoiceField", "Field", "LineField", "ReferenceField", "TermField", "TextField"]


def _fill_the_width(box: QComboBox) -> None:
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)


class ChoiceField(QComboBox):
    """One of several values, each with a translated label. The wheel scrolls the page, not the value."""

    committed = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _fill_the_width(self)
        self.set_choices(choices)
        self.activated.connect(lambda number: self.committed.emit(self.itemData(number)))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values, keeping the one that is chosen."""
        value = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for data, label in choices:
                self.addItem(label, data)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is not offered is added as it is."""
        number = self.findData(value)
        if number < 0 and value not in (None, ""):
            self.addItem(str(value), value)
            number = self.count() - 1
        with QSignalBlocker(self):
            self.setCurrentIndex(max(number, 0) if self.count() else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckField(QCheckBox):
    """Yes or no."""

    committed = Signal(object)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda checked: self.committed.emit(checked))

    def show_value(self, value: Any) -> None:
        """Show a value."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))


Field = LineField | TextField | ChoiceField | CheckField | ReferenceField | TermField
