"""The line that says that it runs late, with the way to do something about it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from facilitator.features.clock.steering.buttons import tip_of
from facilitator.features.clock.steering.face import MINUTE, Face
from facilitator.features.clock.steering.ticking import TickingText
from facilitator.features.clock.steering.wording import late_words
from facilitator.kit.icons import Tone
from facilitator.translation import tr

_WORSE = 2 * MINUTE
"""By how much later it must become until who chose to push is told again."""


class LateLine(QFrame):
    """Shown while it is late, and nobody decided to leave it so."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._accepted: int | None = None
        self._late = 0
        self.words = TickingText(self, elided=True, tone=Tone.WARNING, bold=True)
        self.button = QPushButton(tr("What to do…"), self)
        self.button.setToolTip(tip_of(action))
        self.button.setAccessibleName(tr("What to do… about the time"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(action.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.words, 1)
        self.hide()

    def accept(self) -> None:
        """Somebody decided to leave it as it is: be still until it becomes worse."""
        self._accepted = self._late
        self.hide()

    def late(self, face: Face) -> int:
        """By how much it is late, where that is to be said; 0 where it is not."""
        self._late = max(face.late, face.missed.by if face.missed else 0)
        if not face.is_late:
            self._accepted = None
            return 0
        still = self._accepted is not None and self._late <= self._accepted + _WORSE
        return 0 if still else self._late

    def show_face(self, face: Face, zone: str, now: int) -> None:
        """Say what is late."""
        self.words.show_words(f"▲ {late_words(face, zone, now)}")
