"""What has changed in the notes behind the paragraph, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.features.briefing.commands.tracing import FollowSource
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.evidence.difference import difference
from facilitator.kit.labels import plain_label
from facilitator.translation import tr


class MovedBox(QWidget):
    """In sight only while the source of the current paragraph has moved."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told = plain_label(self, "formHeading", tr("▲ The source of this paragraph has moved"))
        self.words = QLabel(self, textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take = QPushButton(tr("Take the new words"), self)
        self.keep = QPushButton(tr("Keep the paragraph"), self)
        self.take.clicked.connect(lambda: self._settle(takes_words=True))
        self.keep.clicked.connect(lambda: self._settle(takes_words=False))
        buttons = QHBoxLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.hide()

    def show_current(self) -> None:
        """Show what has changed behind the current paragraph."""
        row = self._desk.paragraph
        moved = [one for one in row.evidence if one.moved] if row else []
        self.setVisible(bool(moved))
        if row and moved:
            self.words.setText("<br>".join(difference(one.said, one.text) for one in moved))
            self.words.setAccessibleName(
                "; ".join(
                    tr("It said: {before} Now: {now}").format(before=one.said, now=one.text) for one in moved
                )
            )
            stands = any(one.said in row.text for one in moved)
            self.take.setEnabled(stands and not self._desk.read_only)
            self.keep.setEnabled(not self._desk.read_only)

    def _settle(self, *, takes_words: bool) -> None:
        if self._desk.paragraph_id:
            self._desk.run(FollowSource(self._desk.paragraph_id, takes_words))
