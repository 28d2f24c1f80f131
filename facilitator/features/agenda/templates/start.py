"""What stands where no agenda is yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.kit.context import Context
from facilitator.kit.lists import EmptyState
from facilitator.translation import tr


class StartPanel(QWidget):
    """Offers to begin with an item, or from a template."""

    item_wanted = Signal()
    """A first item is to be added."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        empty = EmptyState(
            tr("No agenda yet"),
            tr("Add items in their order. Give each its minutes, and the times follow."),
            tr("Add the first item"),
            self,
        )
        empty.acted.connect(self.item_wanted)
        self.button = empty.button
        layout = QVBoxLayout(self)
        layout.addWidget(empty)
