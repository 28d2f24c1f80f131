"""Above the lists of notes: the order of each list that is shown, and how many notes there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.features.notes.listing.orders import BY_LABELS, By
from facilitator.kit.fields import ChoiceField
from facilitator.kit.labels import plain_label
from facilitator.translation import ntr, tr


class ListHead(QWidget):
    """``ordered`` gives the number of a list, and the order that was chosen for it."""

    ordered = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.orders: list[ChoiceField] = []
        self._count = plain_label(self, "quiet")
        self._count.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, name in enumerate((tr("Order of the notes"), tr("Order of the second list"))):
            order = ChoiceField([(by, tr(label)) for by, label in BY_LABELS.items()], self)
            order.setAccessibleName(name)
            order.setToolTip(tr("{name}: Ctrl+D goes to the next one").format(name=name))
            order.committed.connect(lambda by, number=number: self.ordered.emit(number, By(by)))
            row.addWidget(order)
            self.orders.append(order)
        row.addWidget(self._count)

    def show_orders(self, orders: Sequence[By], *, second: bool) -> None:
        """Show the order of each list; that of the second where it is there."""
        for field, by in zip(self.orders, orders, strict=True):
            field.show_value(by)
        self.orders[1].setVisible(second)

    def show_count(self, count: int) -> None:
        """Tell how many notes there are."""
        self._count.setText(ntr("{count} note", "{count} notes", count).format(count=count))
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
