"""Taking notes as people speak: what is typed is durable within a second, and Enter keeps it as a note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain import moments
from facilitator.domain.identity import new_id
from facilitator.features.notes import commands, queries
from facilitator.features.notes.capture import draft
from facilitator.features.notes.capture.bars import KindBar, MarkBar
from facilitator.features.notes.capture.chooser import Chooser
from facilitator.features.notes.capture.draft import CaptureDraft, Marks
from facilitator.features.notes.capture.line import CaptureLine
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.context import Context
from facilitator.kit.labels import ElidedLabel
from facilitator.storage.choices import Choices
from facilitator.translation import tr

DRAFT_DELAY_MS = 400
"""While typing goes on, the draft is written this often."""


class CapturePanel(QWidget):
    """The note carries the moment of its first key, and the item and speaker that were chosen then."""

    kept = Signal(str)

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._time, self._session_id = context.library, context.time, session_id
        self._begun: CaptureDraft | None = None
        self._marks = Marks()
        self._zone = ""
        self._timer = QTimer(self, interval=DRAFT_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.save_draft)
        self.chooser = Chooser(self)
        self.kinds = KindBar(self)
        self.marks = MarkBar(self)
        self.line = CaptureLine(self)
        self.line.setObjectName("capture")
        self.line.setAccessibleName(tr("New note"))
        self.line.setPlaceholderText(tr("Type what is said. Enter keeps it, Shift+Enter begins a new line."))
        self._stamp = ElidedLabel(self, "quiet")
        self._lay_out()
        self._connect()
        self._show()
        if self._library.read_only:
            self.setEnabled(False)

    def show_frame(self, frame: RunFrame, people: Choices) -> None:
        """Offer the items and speakers of the session; what was deleted is taken off the note that is begun."""
        self._zone = frame.zone
        self.chooser.show_frame(frame, people)
        if self._begun is not None:
            self._begun = replace(
                self._begun,
                item_id=self._begun.item_id if self._begun.item_id in dict(frame.items) else "",
                speaker_id=self._begun.speaker_id if self._begun.speaker_id in frame.consents else "",
            )
        self._show()

    def fit(self, room: int) -> None:
        """Leave most of the room (pixels of height of the whole stage) to the notes."""
        self.kinds.fit(room)
        self.line.fit(room)

    def restore(self) -> None:
        """Put back what was being typed when the program ended, unless it was kept as a note before."""
        key = draft.draft_key(self._session_id)
        stored = draft.from_text(self._library.store.drafts(key).get(key, ""))
        if stored is None:
            return
        with self._library.read() as session:
            was_kept = queries.exists(session, stored.note_id)
        if was_kept:
            self._library.save_draft(key, "")
            return
        self._begun = stored
        self._marks = stored.marks
        self.line.show_text(stored.text)
        self._show()

    def mark(self, name: str, value: str | bool = True) -> None:
        """Choose a kind, an attribution, star or doubt; the same once more takes it back."""
        self._marks = self._marks.toggled(name, value)
        self._on_typed()
        self._show()

    def save_draft(self) -> None:
        """Make what was typed durable now."""
        self._timer.stop()
        text = draft.to_text(self._current()) if self._begun is not None else ""
        self._library.save_draft(draft.draft_key(self._session_id), text)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._timer.isActive():
            self.save_draft()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self._stamp, 1)
        below.addWidget(self.marks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chooser)
        layout.addWidget(self.kinds)
        layout.addWidget(self.line)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.line.begun.connect(self._on_begun)
        self.line.emptied.connect(self._on_emptied)
        self.line.entered.connect(self._on_entered)
        self.line.textChanged.connect(self._on_typed)
        self.chooser.changed.connect(self._on_chosen)
        self.chooser.named.connect(self._on_speaker_named)
        self.chooser.done.connect(lambda: QTimer.singleShot(0, self, self._go_on))
        self.setTabOrder(self.chooser.speaker, self.line)
        self.setTabOrder(self.line, self.kinds)
        self.setTabOrder(self.kinds, self.marks)

    def _current(self) -> CaptureDraft:
        assert self._begun is not None
        return replace(self._begun, text=self.line.toPlainText(), marks=self._marks)

    def _on_begun(self) -> None:
        self._begun = CaptureDraft(
            new_id(), self._time.now(), self.chooser.item_id(), self.chooser.speaker_id()
        )
        self._show()

    def _on_chosen(self) -> None:
        """What held at the first key stays; a speaker that was not known then is taken when one is chosen."""
        if self._begun is not None and not self._begun.speaker_id:
            self._begun = replace(self._begun, speaker_id=self.chooser.speaker_id())
            self._on_typed()
        self._show()

    def _on_emptied(self) -> None:
        self._begun = None
        self.save_draft()
        self._show()

    def _on_typed(self) -> None:
        if self._begun is not None and not self._timer.isActive():
            self._timer.start()

    def _on_entered(self) -> None:
        if self._begun is None or not self.line.toPlainText().strip():
            return
        note = self._current()
        if not self._library.run(draft.as_note(note, self._session_id, self._library.store.author)):
            return
        self._begun, self._marks = None, self._marks.after_note()
        self.line.show_text("")
        self._show()
        # The note is safe; its draft, which has the same id, may go a moment later.
        self._timer.start()
        self.kept.emit(note.note_id)

    def _on_speaker_named(self, name: str) -> None:
        person_id = new_id()
        if self._library.run(commands.add_speaker(person_id, name)):
            self.chooser.choose_speaker(person_id)
            self._on_chosen()
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        # Enter leaves the caret in the speaker; Tab and the mouse have put it where the person wants it.
        if self.chooser.speaker.hasFocus():
            self.line.setFocus()

    def _show(self) -> None:
        self.kinds.show_kind(self._marks.kind)
        self.marks.show_marks(self._marks)
        self._stamp.setText(self._stamp_words())

    def _stamp_words(self) -> str:
        if self._begun is None:
            return ""
        parts = (
            moments.minute(self._begun.began_at, self._zone),
            self.chooser.item_words(self._begun.item_id),
            self.chooser.name_of(self._begun.speaker_id) or tr("no speaker"),
        )
        return tr("This note: {words}").format(words=" · ".join(part for part in parts if part))
