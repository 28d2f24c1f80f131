"""The line below the list: how the plan stands to its slot, and the way to a start where it has none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.features.agenda.wording import summary_words
from facilitator.kit.labels import plain_label
from facilitator.reading.plan_rows import Plan
from facilitator.translation import tr


class SummaryLine(QWidget):
    """Shows one plan after the other."""

    start_wanted = Signal()
    """The session is to get a start, without which its items have no times."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = plain_label(self, "quiet")
        self.set_start = QPushButton(tr("Set the start…"), self)
        self.set_start.setObjectName("link")
        self.set_start.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self.set_start.clicked.connect(self.start_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.set_start)

    def show_plan(self, plan: Plan | None) -> None:
        """Show how a plan stands to its slot."""
        self.words.setText(summary_words(plan))
        self.set_start.setVisible(plan is not None and plan.start is None and bool(plan.items))
