"""Those who speak, as a table that is as high as it is long: the panel around it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.features.clock.voices.columns import COLUMNS, SpeakerRow
from facilitator.kit.lists import RowTable
from facilitator.translation import tr

_MOST_ROWS = 10
"""Rows that are shown at once; more are scrolled to."""


class SpeakersTable(RowTable):
    """In the order of the plan, or sorted by a column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(COLUMNS, tr("Who spoke for how long"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # What is sorted by time stays where it is read while the time runs.
        self.filter.setDynamicSortFilter(False)

    def set_rows(self, rows: Sequence[SpeakerRow]) -> None:
        """Show these rows, touching only what differs."""
        grows = len(rows) != self.rows.rowCount()
        self.rows.set_rows(rows)
        if grows:
            self.updateGeometry()

    def focus_first(self) -> None:
        """Put the focus on the rows."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.filter.index(0, 0))

    def sizeHint(self) -> QSize:
        rows = min(max(self.rows.rowCount(), 1), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        bar = self.horizontalScrollBar()
        height += bar.sizeHint().height() if bar.maximum() else 0
        return QSize(super().sizeHint().width(), height + rows * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
