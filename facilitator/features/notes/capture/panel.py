"""Taking notes as people speak: what is typed is durable within a second, and Enter keeps it as a note."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.features.notes import queries
from facilitator.features.notes.capture.bars import KindBar, MarkBar
from facilitator.features.notes.capture.chooser import Chooser
from facilitator.features.notes.capture.following import Following
from facilitator.features.notes.capture.hand import Hand
from facilitator.features.notes.capture.keeping import Keeping
from facilitator.features.notes.capture.line import CaptureLine
from facilitator.features.notes.capture.meaning import Meaning
from facilitator.features.notes.capture.pictured import Pictured
from facilitator.features.notes.capture.stamp import NoteStamp
from facilitator.features.notes.capture.waiting import WaitingNotes
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.context import Context
from facilitator.storage.choices import Choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr

_HINT = mark(
    "Type what is said, Enter keeps it. At first “/c ” gives a kind, “> ” a quote; “@” a speaker, “#” a tag."
)
_SHORT_HINT = mark("Type what is said; Enter keeps it.")
_TOLD_CHARACTERS = 46
"""What is told of the note has room for about so many, before the marks are shown by fewer words."""
_TIGHT_LINES = 22
"""Where the stage is lower than so many lines of text, item, speaker and kind stand in one row."""
_LINES_BESIDE = 9
"""What stands above the line besides, pictures or notes that wait, takes so many."""
_OFFERED_TABLES = ("run_event", "breakout_group", "guiding_question")
"""What is read anew besides the frame."""


class CapturePanel(QWidget):
    """The note carries the moment of its first key, and the item and speaker that were chosen then."""

    kept = Signal(str)

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._time, self._session_id = context.library, context.time, session_id
        self._navigator = context.navigator
        self._room, self._is_alone = 10_000, False
        self._choosing = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._is_loaded = False
        self.chooser = Chooser(self)
        self.kinds = KindBar(self)
        self.marks = MarkBar(self)
        self.line = CaptureLine(self)
        self.line.setObjectName("capture")
        self.line.setAccessibleName(tr("New note"))
        self.waiting = WaitingNotes(self._library, session_id, self)
        self.stamp = NoteStamp(self)
        self.hand = Hand(self)
        self.pictured = Pictured(context, session_id, self.line, self)
        self.meaning = Meaning(context, self.line, self.hand, self.chooser)
        self.keeping = Keeping(context, session_id, self.line, self.hand, self.meaning, self.pictured)
        self.following = Following(context, session_id, self.chooser)
        self._lay_out()
        self._connect()
        self._show()
        if self._library.read_only:
            self.setEnabled(False)

    def show_frame(self, frame: RunFrame, people: Choices) -> None:
        """Offer the items and speakers of the session; what was deleted is taken off the note that is begun."""
        self._is_loaded = True
        self.keeping.show_zone(frame.zone)
        self.chooser.show_frame(frame, people)
        self.waiting.show_zone(frame.zone)
        self.hand.forget_missing(frame)
        self.meaning.show_frame(frame, people)
        self._refresh_offered()

    def fit(self, room: int, *, alone: bool = False) -> None:
        """Leave most of the room (pixels of height of the whole stage) to the notes; the line ``alone`` is shown where
        something stands in their place."""
        self._room, self._is_alone = room, alone
        self.line.fit(0 if alone else room)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = [part for part in (self.waiting, self.pictured.strip) if not part.isHidden()]
        tight = self._room < (_TIGHT_LINES + _LINES_BESIDE * len(beside)) * self.fontMetrics().lineSpacing()
        self.waiting.fit(tight=tight)
        direction = QBoxLayout.Direction.LeftToRight if tight else QBoxLayout.Direction.TopToBottom
        self._choosing.setDirection(direction)
        self.chooser.set_tight(tight)
        clock = 0 if self.chooser.clock.isHidden() else self.chooser.clock.sizeHint().height()
        self.kinds.fit(0 if tight or beside else self._room, self.width(), clock)
        told = _TOLD_CHARACTERS * self.fontMetrics().averageCharWidth()
        self.marks.fit(self.width() - told)
        across = self.line.fontMetrics().horizontalAdvance(tr(_HINT) + "0000")
        self.line.setPlaceholderText(tr(_HINT if across < self.width() else _SHORT_HINT))
        for part in (self.chooser, self.kinds, self.marks, self.stamp):
            part.setVisible(not self._is_alone)

    def restore(self) -> None:
        """Put back what was being typed when the program ended, unless it was kept as a note before."""
        self.keeping.restore()

    def mark(self, name: str, value: str | bool = True) -> None:
        """Choose a kind, an attribution, star or doubt; the same once more takes it back."""
        self.hand.toggle(name, value)

    def hideEvent(self, event: QHideEvent) -> None:
        self.following.settle()
        self.keeping.save_pending()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.stamp, 1)
        below.addWidget(self.marks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._choosing.setContentsMargins(0, 0, 0, 0)
        self._choosing.setSpacing(3)
        self._choosing.addWidget(self.chooser, 2)
        self._choosing.addWidget(self.kinds, 1)
        layout.addLayout(self._choosing)
        layout.addWidget(self.waiting)
        layout.addWidget(self.pictured.strip)
        layout.addWidget(self.line)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.keeping.kept.connect(self.kept)
        self.marks.keys_wanted.connect(lambda: self._navigator.open_papers(self._session_id, "keys"))
        self.line.begun.connect(self._on_begun)
        self.line.emptied.connect(self._on_emptied)
        self.line.textChanged.connect(self._on_changed)
        self.hand.changed.connect(self._on_changed)
        self.waiting.done.connect(self.line.setFocus)
        self._library.catching_up.waiting_changed.connect(self._fit)
        self.pictured.pictures.changed.connect(self._fit)
        self.chooser.speaker_chosen.connect(lambda: self.hand.take_speaker(self.chooser.speaker_id()))
        self.chooser.named.connect(self._on_speaker_named)
        self.chooser.done.connect(lambda: QTimer.singleShot(0, self, self._go_on))
        self.chooser.clock.told.connect(self._on_clock_told)
        self._library.changed.connect(self._on_library_changed)
        self.setTabOrder(self.chooser.speaker, self.line)
        self.setTabOrder(self.line, self.kinds)
        self.setTabOrder(self.kinds, self.marks)

    def _on_begun(self) -> None:
        self.following.settle()
        self.hand.begin(self._time.now(), self.chooser.item_id(), self.chooser.speaker_id())

    def _on_emptied(self) -> None:
        self.meaning.signs.forget()
        self.hand.end()
        self.keeping.save_draft()

    def _on_changed(self) -> None:
        self.keeping.save_soon()
        self._show()

    def _on_speaker_named(self, name: str) -> None:
        if person_id := self.meaning.add_person(name):
            self.chooser.enter_speaker(person_id)
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        # Enter leaves the caret in the speaker; Tab and the mouse have put it where the person wants it.
        if self.chooser.speaker.hasFocus():
            self.line.setFocus()

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if self._is_loaded and changes.touches(*_OFFERED_TABLES):
            self._refresh_offered()

    def _on_clock_told(self) -> None:
        self._fit()
        self._show()

    def _refresh_offered(self) -> None:
        with self._library.read() as session:
            offered = queries.what_is_offered(session, self._session_id)
        self.meaning.show_offered(offered)
        self.following.show(offered.held)
        self._show()

    def _show(self) -> None:
        self.kinds.show_kind(self.hand.marks.kind)
        self.marks.show_marks(self.hand.marks)
        note = self.hand.note(self.line.toPlainText())
        clock = self.chooser.clock.words() if self.chooser.clock.isHidden() else ""
        self.stamp.tell(*self.meaning.told(note, clock))
