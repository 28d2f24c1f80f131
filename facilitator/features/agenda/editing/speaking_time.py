"""The minutes of those who speak against the item's."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.features.agenda import commands
from facilitator.features.agenda.speech import against_the_item, spoken_minutes
from facilitator.kit.context import Context
from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr


class SpeakingTime(QWidget):
    """Says how the speakers' minutes stand to the item's, with a sign where they are over; its button mends it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row: AgendaItemRow | None = None
        self._sign = QLabel(self)
        self.words = plain_label(self, "quiet")
        self.set_to_sum = QPushButton(self)
        self.set_to_sum.setObjectName("link")
        self.set_to_sum.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self.set_to_sum.clicked.connect(self._on_set_to_sum)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._sign)
        line.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.set_to_sum)

    def show_item(self, row: AgendaItemRow | None) -> None:
        """Show how it stands on an item; nothing where nobody's minutes are planned."""
        self._row = row
        text = against_the_item(row) if row else ""
        self.setVisible(bool(text))
        if row is None or not text:
            return
        spoken = spoken_minutes(row)
        self.words.setText(text)
        over = row.minutes is not None and spoken > row.minutes
        side = self.fontMetrics().height()
        self._sign.setPixmap(
            icon("warning" if over else "clock", Tone.WARNING if over else Tone.QUIET).pixmap(
                QSize(side, side), self.devicePixelRatioF()
            )
        )
        self.set_to_sum.setVisible(spoken != row.minutes)
        self.set_to_sum.setEnabled(not self._context.library.read_only)
        self.set_to_sum.setText(tr("Set the item to {minutes} min").format(minutes=spoken))
        self.set_to_sum.setAccessibleName(self.set_to_sum.text())

    def _on_set_to_sum(self) -> None:
        if self._row is not None:
            minutes = spoken_minutes(self._row)
            self._context.library.run(commands.edit_item(self._row.id, minutes=minutes))
