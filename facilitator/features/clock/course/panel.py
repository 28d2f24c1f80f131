"""Course: what happened when, beside what was planned, to be gone through minute by minute and corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from facilitator.features.clock.course.corrections import Corrections
from facilitator.features.clock.course.lines import lines_of
from facilitator.features.clock.course.picture import CoursePicture
from facilitator.features.clock.course.replay import Replay
from facilitator.features.clock.course.tables import Correcting, items_table, turns_table
from facilitator.features.clock.course.told import minute_words, picture_of, turn_lines
from facilitator.features.clock.course.words import MINUTE
from facilitator.features.clock.queries import list_moments, list_noted
from facilitator.features.clock.rows import Noted
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.reading.held import read_held
from facilitator.reading.voices import read_strangers
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_TABLES = ("run_event", "note", "agenda_item", "appearance", "person", "breakout_group", "learning_session")
_EVERY_MS = 10_000
"""Milliseconds after which what is under way is drawn anew: it grows by a pixel or two."""


class CoursePanel(QWidget):
    """Each item with planned and actual times, a picture of both, a replay by minute, and who had the floor. It reads
    the library only while it can be seen."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._correcting = Correcting(context.library.store.author)
        self._noted: tuple[int, ...] = ()
        self._names: dict[str, str] = {}
        self._stale, self._follows, self._shown_at = True, False, 0
        self.picture = CoursePicture(self)
        self.replay = Replay(self)
        self.items = items_table(self._correcting, self)
        self.turns = turns_table(self._correcting, self)
        self.corrections = Corrections(context, self._correcting, self.items, self.turns, self.replay)
        self.empty = EmptyState(
            tr("Nothing happened yet"),
            tr(
                "When the session is held by the clock, see here when each item began and ended, beside the plan; go "
                "through it minute by minute, and correct what was not right."
            ),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_shown())
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._wire()

    def focus_first(self) -> None:
        """Put the focus on the slider of the replay."""
        if self._stack.currentIndex() == 0:
            self.replay.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show how it stands now."""
        now = self._context.time.now()
        if self._stale:
            self._read()
        held, self._correcting.now, self._shown_at = self._correcting.held, now, now
        if held is None or not held.course.stretches:
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentIndex(0)
        lines, spoken = lines_of(held, now), turn_lines(held, now, self._names)
        self.items.set_rows(lines)
        self.turns.set_rows(spoken)
        picture = picture_of(held, held.expectation(now), lines, spoken, self._noted, now)
        self.picture.show_picture(picture)
        first = min(one.began for one in held.course.stretches)
        last = max(now if one.ended is None else one.ended for one in held.course.stretches)

        def words(moment: int) -> list[str]:
            return minute_words(held, moment, now, self._names)

        self.replay.show_course(first, last, self._notes_of, words, held.plan.zone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._follows:
            self._follows = True
            self._context.time.ticked.connect(self._on_ticked)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._follows:
            self._follows = False
            self._context.time.ticked.disconnect(self._on_ticked)

    def _make_shown(self) -> QWidget:
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown = QWidget(area)
        column = QVBoxLayout(shown)
        column.setContentsMargins(9, 4, 9, 9)
        column.addWidget(self.picture)
        column.addWidget(self.replay)
        column.addWidget(plain_label(shown, "formHeading", tr("Items")))
        column.addWidget(self.items)
        column.addLayout(self.corrections.item_buttons(shown))
        column.addWidget(plain_label(shown, "formHeading", tr("Who had the floor")))
        column.addWidget(self.turns)
        column.addLayout(self.corrections.turn_buttons(shown))
        column.addStretch(1)
        area.setWidget(shown)
        return area

    def _wire(self) -> None:
        self._context.library.changed.connect(self._on_library_changed)
        self.picture.chosen.connect(self.replay.go_to)
        self.replay.moved.connect(self.picture.show_moment)
        self.replay.note_wanted.connect(
            lambda note_id: self._context.navigator.open_stage(self._session_id, "notes", note_id)
        )
        for table in (self.items, self.turns):
            table.cells.made.connect(self._context.library.run)
            table.cells.refused.connect(self._context.notices.refuse)

    def _read(self) -> None:
        self._stale = False
        with self._context.library.read() as session:
            held = read_held(session, self._session_id)
            self._noted = list_moments(session, self._session_id)
            strangers = read_strangers(session, held) if held else {}
        self._names = {one.person_id: one.person for one in held.plan.appearances} if held else {}
        self._names |= {person_id: one.name for person_id, one in strangers.items()}
        self._correcting.held = held
        self._correcting.people = sorted(self._names.items(), key=lambda one: one[1].casefold())

    def _notes_of(self, moment: int) -> tuple[Noted, ...]:
        """The notes of the minute that begins at a moment."""
        with self._context.library.read() as session:
            return list_noted(session, self._session_id, moment, moment + MINUTE)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _on_ticked(self) -> None:
        held = self._correcting.held
        is_running = held is not None and held.course.is_running
        if is_running and self._context.time.now() - self._shown_at >= _EVERY_MS:
            self.refresh()
