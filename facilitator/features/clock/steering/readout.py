"""What is read at a glance: the time left, the item and who speaks, what is next, when the session ends."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.running import Phase
from facilitator.features.clock.steering import wording
from facilitator.features.clock.steering.dial import TONES, Dial
from facilitator.features.clock.steering.face import MINUTE, Face, State
from facilitator.features.clock.steering.ticking import TickingText
from facilitator.kit.icons import Tone
from facilitator.translation import tr


class Readout(QWidget):
    """In two lines; small, it keeps the time left, the item, and what is next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.dial = Dial(self)
        self.big = TickingText(self, scale=1.7, bold=True)
        self.state = TickingText(self, tone=Tone.QUIET)
        self.title = TickingText(self, bold=True, elided=True)
        self.floor = TickingText(self, elided=True)
        self.small_ahead = TickingText(self, elided=True, tone=Tone.QUIET)
        self.ahead = TickingText(self, elided=True)
        self.end = TickingText(self, elided=True)
        self._session = QWidget(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.dial)
        self._layout.addLayout(_column(self.big, self.state))
        self._layout.addLayout(_column(self.title, self.floor, self.small_ahead), 5)
        inner = _column(self.ahead, self.end)
        inner.setContentsMargins(0, 0, 0, 0)
        self._session.setLayout(inner)
        self._layout.addWidget(self._session, 6)
        self.is_small = False
        self.set_small(False)

    def set_small(self, small: bool) -> None:
        """Keep to what can't be done without, or show all."""
        self.is_small = small
        for widget in (self.state, self.floor, self._session):
            widget.setVisible(not small)
        self.small_ahead.setVisible(small)

    def show_face(self, face: Face, zone: str, now: int) -> None:
        """Show how it stands at a moment; only what differs is painted."""
        self.dial.show_face(face)
        big = wording.big(face, now)
        self.big.show_words(big, TONES[face.item.phase] if face.item.phase is Phase.OVER else Tone.TEXT)
        if self.big.isHidden() == bool(big):
            self.big.setVisible(bool(big))
        state = wording.state_words(face, zone, now) if face.state is not State.EMPTY else ""
        self.state.show_words(state)
        title = wording.title_words(face)
        if self.is_small and face.state is State.PAUSED:
            title = tr("Paused: {item}").format(item=title)
        self.title.show_words(title)
        self._show_floor(face)
        ahead = wording.ahead_words(face.ahead, zone, now)
        self.ahead.show_words(ahead)
        self.small_ahead.show_words(ahead or wording.end_words(face, zone, now) or state)
        is_late = face.is_late or (face.late > MINUTE and face.state is not State.WAITING)
        end = wording.end_words(face, zone, now)
        self.end.show_words(end, Tone.WARNING if is_late else Tone.TEXT)
        self._hide_what_is_empty()

    def _show_floor(self, face: Face) -> None:
        over = face.own is not None and face.own.left < 0
        words = wording.floor_words(face)
        if face.state is State.EMPTY:
            words = tr("Plan it first, or start without: the clock then tells how long it takes.")
        self.floor.show_words(words, Tone.DANGER if over else Tone.TEXT)

    def _hide_what_is_empty(self) -> None:
        """What says nothing takes no line, so that what stands alone is in the middle."""
        for text in (self.state, self.floor, self.ahead, self.end):
            shown = bool(text.words) and not (self.is_small and text in (self.state, self.floor))
            if text.isHidden() == shown:
                text.setVisible(shown)
        told = not self.is_small and bool(self.ahead.words or self.end.words)
        if self._session.isHidden() == told:
            self._session.setVisible(told)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addStretch(1)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
