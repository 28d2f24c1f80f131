"""The clock above the notes: what is under way, how much time is left, and the keys that steer it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.features.clock.room.windows import room_windows
from facilitator.features.clock.steering.actions import ClockActions
from facilitator.features.clock.steering.controls import Controls, SmallControls
from facilitator.features.clock.steering.face import UNDER_WAY, Face
from facilitator.features.clock.steering.following import Following
from facilitator.features.clock.steering.gestures import Gestures
from facilitator.features.clock.steering.groups import TrackChips
from facilitator.features.clock.steering.late_line import LateLine
from facilitator.features.clock.steering.readout import Readout
from facilitator.features.clock.steering.telling import clock_set_words, news
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context

_LEAST_LINES, _LEAST_CHARACTERS = 40, 100
"""Lines of text that the stage is high, and characters that it is wide, from which on all is shown."""
_ROWS_LINES, _INLINE_CHARACTERS = 60, 190
"""Below so many lines the buttons stand beside what is read, where so many characters have room."""
_PAUSE_CHARACTERS = 95
"""Characters that the small bar is wide from which on it has a button to pause."""
_SIZE = "clock_bar"


class ClockBar(QWidget):
    """Steered by the keyboard from anywhere in the stage, by ``stage_actions``."""

    track_chosen = Signal(str)
    """The track that is followed from now on: the id of a breakout group, empty for the plenary."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._face: Face | None = None
        settings = context.settings
        self._size = settings.choice(_SIZE) if settings else ""
        """What the person chose: ``small`` or ``large``; empty to follow the room there is."""
        self.following = Following(context, session_id, self)
        self.gestures = Gestures(context, session_id, self.following, self)
        room = room_windows(context, session_id)
        slots = self.gestures.slots() | {
            "room": lambda: room.toggle(self),
            "fold": self._on_fold,
        }
        self.actions_of_clock = ClockActions(self, slots, read_only=context.library.read_only)
        self.stage_actions: list[QAction] = self.actions_of_clock.all()
        room.steer_with(self.stage_actions)
        self.readout = Readout(self)
        self.controls = Controls(self.actions_of_clock, self)
        self.small_controls = SmallControls(self.actions_of_clock, self)
        self.late = LateLine(self.actions_of_clock["remedies"], self)
        self.chips = TrackChips(self, read_only=context.library.read_only)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show how it stands at this moment; while it is in sight, also what is new is said."""
        now = self._context.time.now()
        facing = self.following.glance(now)
        if facing is None:
            return
        track = self.following.track_at(facing)
        before, face, zone = self._face, facing.face(track), facing.held.plan.zone
        self._face = face
        self.readout.show_face(face, zone, now)
        if before is None or _steers_otherwise(before, face):
            self.actions_of_clock.show_face(face)
            self.controls.show_face(face)
            self.small_controls.show_face(face)
        self._show_late(face, zone, now)
        self.chips.show_tracks(face.beside, face.track, small=self.readout.is_small)
        for sentence in news(before, face, zone, now):
            announce(self, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        self._context.time.ticked.connect(self.refresh)
        self._context.time.clock_set.connect(self._on_clock_set)
        self._face = None
        self.refresh()
        self._fit()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._context.time.ticked.disconnect(self.refresh)
        self._context.time.clock_set.disconnect(self._on_clock_set)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and (stage := self.parentWidget()) is not None:
            stage.installEventFilter(self)
        return super().event(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 1)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.readout, 1)
        head.addWidget(self.small_controls)
        self.small_controls.hide()
        layout.addLayout(head)
        layout.addWidget(self.controls)
        layout.addWidget(self.late)
        layout.addWidget(self.chips)

    def _connect(self) -> None:
        self.following.changed.connect(self._on_changed)
        self.following.track_chosen.connect(self.track_chosen)
        self.following.track_chosen.connect(lambda _track: self._on_changed())
        self.chips.follow_wanted.connect(self.following.follow)
        self.chips.next_wanted.connect(self.gestures.forward_on)
        self.gestures.left_late.connect(self.late.accept)
        for controls in (self.controls, self.small_controls):
            controls.plan_wanted.connect(self._on_plan_wanted)

    def _show_late(self, face: Face, zone: str, now: int) -> None:
        late, small = self.late.late(face), self.readout.is_small
        if late and not small:
            self.late.show_face(face, zone, now)
        self.late.setVisible(bool(late) and not small)
        self.small_controls.show_late(late if small else 0)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_clock_set(self, ahead: int) -> None:
        if self._face is not None and self._face.state in UNDER_WAY:
            self._context.notices.tell(clock_set_words(ahead))

    def _on_plan_wanted(self) -> None:
        self._context.navigator.open_stage(self._session_id, "agenda")

    def _on_fold(self) -> None:
        self._size = "large" if self.readout.is_small else "small"
        if self._context.settings is not None:
            self._context.settings.choose(_SIZE, self._size)
        self._fit()

    def _fit(self) -> None:
        """Be small where the notes need the room, unless the person decided otherwise."""
        stage, metrics = self.parentWidget() or self, self.fontMetrics()
        short = stage is not self and stage.height() < _LEAST_LINES * metrics.lineSpacing()
        narrow = self.width() < _LEAST_CHARACTERS * metrics.averageCharWidth()
        small = self._size == "small" if self._size else short or narrow
        self.actions_of_clock["fold"].setChecked(small)
        low = stage is not self and stage.height() < _ROWS_LINES * metrics.lineSpacing()
        roomy = not small and low and self.width() > _INLINE_CHARACTERS * metrics.averageCharWidth()
        with_pause = self.width() > _PAUSE_CHARACTERS * metrics.averageCharWidth()
        self.small_controls.fit(roomy=roomy, with_pause=with_pause)
        self.small_controls.setVisible(small or roomy)
        self.controls.setVisible(not small and not roomy)
        if small != self.readout.is_small:
            self.readout.set_small(small)
            if self._face is not None:
                self.refresh()


def _steers_otherwise(before: Face, face: Face) -> bool:
    """Whether what the actions do, or can do, is another thing than a moment ago."""
    ids = [one.ahead.item_id if one.ahead else "" for one in (before, face)]
    return (
        ids[0] != ids[1]
        or (before.state, before.track, before.item_id) != (face.state, face.track, face.item_id)
        or len(before.beside) != len(face.beside)
    )
