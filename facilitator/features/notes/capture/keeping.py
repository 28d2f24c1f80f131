"""What is typed becomes durable: as a draft within a second, as a note when it is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from facilitator.domain.identity import new_id
from facilitator.features.notes import commands, queries
from facilitator.features.notes.capture import draft
from facilitator.features.notes.capture.draft import CaptureDraft, Marks
from facilitator.features.notes.capture.hand import Hand
from facilitator.features.notes.capture.line import CaptureLine
from facilitator.features.notes.capture.meaning import Meaning
from facilitator.features.notes.capture.pictured import Pictured
from facilitator.features.notes.capture.typed_at import TypedAt
from facilitator.kit.context import Context
from facilitator.storage.store import Command

DRAFT_DELAY_MS = 400
"""While typing goes on, the draft is written this often."""


class Keeping(QObject):
    """Keeps the note in hand with what stands in the line; ``kept`` gives its id."""

    kept = Signal(str)

    def __init__(
        self,
        context: Context,
        session_id: str,
        line: CaptureLine,
        hand: Hand,
        meaning: Meaning,
        pictured: Pictured,
    ) -> None:
        super().__init__(line)
        self._library, self._time, self._session_id = context.library, context.time, session_id
        self._line, self._hand, self._meaning, self._pictured = line, hand, meaning, pictured
        self._key = draft.draft_key(session_id)
        self._zone, self._saved, self._restricted = "", "", ""
        self._typed_at = TypedAt()
        self._timer = QTimer(self, interval=DRAFT_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.save_draft)
        line.entered.connect(self.enter)
        line.split.connect(self.split)
        line.changed_at.connect(self._on_text_changed_at)
        pictured.pictures.changed.connect(self.save_draft)

    def show_zone(self, zone: str) -> None:
        """Tell times of day in a zone."""
        self._zone = zone

    def restore(self) -> None:
        """Put back what was being typed when the program ended, unless it was kept as a note before."""
        self._saved = self._library.store.drafts(self._key).get(self._key, "")
        stored = draft.from_text(self._saved)
        with self._library.read() as session:
            was_kept = stored is not None and queries.exists(session, stored.note_id)
        self._pictured.pictures.restore(
            stored.pictures if stored and not was_kept else () if stored else None
        )
        if stored is not None and was_kept:
            self._hand.stand(stored.marks.after_note())
            self.save_draft()
        elif stored is not None and stored.is_begun:
            self._go_on_with(stored)
        elif stored is not None:
            self._hand.stand(stored.marks)
        self._restricted = self._hand.marks.attribution
        self._pictured.show()

    def save_soon(self) -> None:
        """Something was typed or chosen. A restriction is durable at once: what is forgotten of it is published."""
        if self._hand.marks.attribution != self._restricted:
            self._restricted = self._hand.marks.attribution
            self.save_draft()
        elif not self._timer.isActive():
            self._timer.start()

    def save_draft(self) -> None:
        """Make what was typed durable now."""
        self._timer.stop()
        note = self._pictured.with_pictures(self._hand.note(self._line.toPlainText()))
        if note is None and self._hand.marks != Marks():
            note = CaptureDraft("", self._time.now(), marks=self._hand.marks)
        text = draft.to_text(note) if note else ""
        if text != self._saved and self._library.save_draft(self._key, text):
            self._saved = text

    def save_pending(self) -> None:
        """Make durable what would be in a moment."""
        if self._timer.isActive():
            self.save_draft()

    def enter(self) -> None:
        """Keep the note."""
        note = self._hand.note(self._line.toPlainText())
        note = self._pictured.worded(note, self._zone) if note else None
        if note is None or not note.text.strip() or not self._keep(note):
            return
        self._hand.after_note()
        self._line.show_text("")
        # The note is safe; its draft, which has the same id, may go a moment later.
        self._timer.start()
        self.kept.emit(note.note_id)

    def split(self) -> None:
        """Keep what stands before the caret, and go on with the rest: it was begun when its first key was pressed."""
        caret = self._line.textCursor()
        at = caret.position()
        caret.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        first = caret.selection().toPlainText()
        rest = self._line.toPlainText()[len(first) :].lstrip()
        note = self._hand.note(first)
        if not rest or note is None:
            self.enter()
            return
        moment = self._typed_at.first_of(at) or note.began_at
        marks = self._hand.marks.after_note()
        following = CaptureDraft(new_id(), moment, note.item_id, note.speaker_id, rest, marks)
        keep = commands.KeepDraft(self._key, draft.to_text(following))
        if first.strip() and self._keep(note, [keep]):
            self._saved = draft.to_text(following)
            self._go_on_with(following)
            self.kept.emit(note.note_id)

    def _keep(self, note: CaptureDraft, also: Sequence[Command] = ()) -> bool:
        spoken = self._meaning.offered.language_of(note.item_id, note.speaker_id)
        author = self._library.store.author
        also = [*also, *self._pictured.commands(note.note_id)]
        if not self._library.keep(draft.as_note(note, self._session_id, author, spoken, also)):
            return False
        self._pictured.pictures.kept()
        return True

    def _go_on_with(self, note: CaptureDraft) -> None:
        self._line.show_text(note.text)
        self._typed_at.begin(len(note.text))
        self._hand.restore(note)

    def _on_text_changed_at(self, position: int, removed: int, added: int) -> None:
        self._typed_at.change(position, removed, added, self._time.now())
