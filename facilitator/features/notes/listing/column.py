"""A list of notes under the order that it stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.listview import NoteListView
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.listing.orders import BY_LABELS, By
from facilitator.features.notes.listing.reading import Reader
from facilitator.kit.fields import ChoiceField
from facilitator.kit.labels import ElidedLabel
from facilitator.translation import ntr, tr

_FEWEST_LINES = 12
"""Lines of text that a column must be high for its head to be worth the room; the keys do the same."""


class NoteColumn(QWidget):
    """``ordered`` gives the order that was chosen."""

    ordered = Signal(object)

    def __init__(self, read: Reader, names: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.list = NoteListView(NoteListModel(read, self), NoteDelegate(), names[0], self)
        self.order = ChoiceField([(by, tr(label)) for by, label in BY_LABELS.items()], self)
        self.order.setAccessibleName(names[1])
        self.order.setToolTip(tr("Ctrl+D goes to the next order"))
        self._count = ElidedLabel(self, "quiet")
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.order)
        row.addWidget(self._count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        self.order.committed.connect(lambda by: self.ordered.emit(By(by)))
        for change in ("rowsInserted", "rowsRemoved", "modelReset"):
            getattr(self.list.notes, change).connect(self._tell_count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setVisible(event.size().height() > _FEWEST_LINES * self.fontMetrics().lineSpacing())

    def _tell_count(self) -> None:
        count = self.list.notes.count
        self._count.setText(ntr("{count} note", "{count} notes", count).format(count=count))
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
