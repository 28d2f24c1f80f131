"""The tracks that are under way beside each other: each with its item, its time left, and its own next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from facilitator.domain.running import Phase
from facilitator.features.clock.steering.dial import TONES
from facilitator.features.clock.steering.face import Beside
from facilitator.features.clock.steering.ticking import TickingText
from facilitator.features.clock.steering.wording import left_words
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.translation import tr

_CHARACTERS = 34


class TrackChip(QWidget):
    """One track. Its button follows it; the other goes on with it."""

    def __init__(self, track: str, parent: TrackChips) -> None:
        super().__init__(parent)
        self.track = track
        self.follow = QToolButton(self)
        self.follow.setObjectName("lettered")
        self.follow.setCheckable(True)
        self.left = TickingText(self, bold=True)
        self.next = QToolButton(self)
        self.next.setIcon(icon("next"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        for widget in (self.follow, self.left, self.next):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.follow.clicked.connect(lambda: parent.follow_wanted.emit(track))
        self.next.clicked.connect(lambda: parent.next_wanted.emit(track))

    def show_track(self, one: Beside, *, followed: bool, small: bool, read_only: bool) -> None:
        """Show how it stands with the track; ``small``: without what its item is called."""
        whole = tr("{group}: {item}").format(group=one.name, item=one.title)
        words = one.name if small else _shortened(whole)
        sign = "▸ " if followed else ""
        shown = (sign + words).replace("&", "&&")
        if self.follow.text() != shown:
            self.follow.setText(shown)
            self.follow.setAccessibleName(sign + whole)
            self.follow.setToolTip(whole)
        self.follow.setChecked(followed)
        # The mark of the phase, so that colour does not tell alone.
        marks = {Phase.OVER: "! ", Phase.PAUSED: "|| ", Phase.ONE: "● "}
        self.left.show_words(marks.get(one.item.phase, "") + left_words(one.item), TONES[one.item.phase])
        name = (
            tr("Next in {group}: {item}").format(group=one.name, item=one.ahead.title)
            if one.ahead
            else tr("End {group}").format(group=one.name)
        )
        if self.next.accessibleName() != name:
            self.next.setAccessibleName(name)
            self.next.setToolTip(name)
        self.next.setEnabled(not read_only)


def _shortened(words: str) -> str:
    return words if len(words) <= _CHARACTERS else words[: _CHARACTERS - 1].rstrip() + "…"


class TrackChips(QWidget):
    """``follow_wanted`` and ``next_wanted`` give a track."""

    follow_wanted = Signal(str)
    next_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self.chips: list[TrackChip] = []
        self._flow = FlowLayout(self, spacing=6)
        self.hide()

    def show_tracks(self, tracks: Sequence[Beside], followed: str, *, small: bool) -> None:
        """Show these tracks; none while the plenary is alone. ``small``: without the one that is followed, which is
        shown large anyway."""
        if small:
            tracks = [one for one in tracks if one.track != followed]
        if [chip.track for chip in self.chips] != [one.track for one in tracks]:
            self._make([one.track for one in tracks])
        for chip, one in zip(self.chips, tracks, strict=True):
            chosen = one.track == followed
            chip.show_track(one, followed=chosen, small=small, read_only=self._read_only)
        self.setVisible(bool(tracks))

    def _make(self, tracks: Sequence[str]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [TrackChip(track, self) for track in tracks]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
