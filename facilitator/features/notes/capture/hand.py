"""The note in hand: what was begun, and what is chosen for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.domain.consent import Attribution, strictest
from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import attribution_of
from facilitator.features.notes.capture.draft import CaptureDraft, Marks
from facilitator.features.notes.capture.takings import Undo
from facilitator.features.notes.rows import RunFrame


class Hand(QObject):
    """Moment, item and speaker are those of the first key. ``begun`` is None while nothing is typed; what is chosen
    then holds for the next note."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.begun: CaptureDraft | None = None
        self.marks = Marks()
        self._lasting: str | None = None
        """The attribution for the notes to come, where only this one is withheld."""

    def begin(self, moment: int, item_id: str, speaker_id: str) -> None:
        """The first key was pressed (``moment``: milliseconds since 1970-01-01 UTC)."""
        self.begun = CaptureDraft(new_id(), moment, item_id, speaker_id)
        self.changed.emit()

    def end(self) -> None:
        """What was begun was taken back. What was chosen for it holds for the next one."""
        self.begun = None
        self.changed.emit()

    def restore(self, draft: CaptureDraft) -> None:
        """Go on with a note that was begun before."""
        self.begun, self.marks = draft, draft.marks
        self.changed.emit()

    def stand(self, marks: Marks) -> None:
        """Choose for the next note what was chosen before."""
        self.marks = marks
        self.changed.emit()

    def note(self, text: str) -> CaptureDraft | None:
        """The note with its text; None where none is begun."""
        return replace(self.begun, text=text, marks=self.marks) if self.begun else None

    def after_note(self, moment: int | None = None) -> None:
        """The note was kept. With a moment the next one is begun, on the same item and of the same speaker."""
        self.marks = self.marks.after_note()
        if self._lasting is not None:
            self.marks, self._lasting = self.marks.chosen({"attribution": self._lasting}), None
        before, self.begun = self.begun, None
        if before is not None and moment is not None:
            self.begun = CaptureDraft(new_id(), moment, before.item_id, before.speaker_id)
        self.changed.emit()

    def toggle(self, name: str, value: str | bool) -> None:
        """Choose a kind, an attribution, star or doubt; the same once more takes it back."""
        self.marks = self.marks.toggled(name, value)
        self.changed.emit()

    def choose(self, values: Mapping[str, Any]) -> Undo:
        """Choose what a sign means; what is given takes that back."""
        before = self.marks
        self.marks = before.chosen(values)
        changed = {name: old for name, old in vars(before).items() if getattr(self.marks, name) != old}
        self.changed.emit()
        return lambda: self._set(changed)

    def add_term(self, term_id: str) -> Undo:
        """Give it a tag, theme, Decalogue point or SDG."""
        return self.choose({"term_ids": self.marks.with_term(term_id).term_ids})

    def give_speaker(self, person_id: str) -> Undo:
        """Have somebody else say it than who speaks now."""
        before = self.begun.speaker_id if self.begun else ""
        self._set_speaker(person_id)
        return lambda: self._set_speaker(before)

    def take_speaker(self, person_id: str) -> None:
        """A speaker that was not known at the first key is taken when one is chosen."""
        if self.begun is not None and not self.begun.speaker_id:
            self._set_speaker(person_id)

    def forget_missing(self, frame: RunFrame) -> None:
        """Take what was deleted off the note, which is withheld then: what rule or consent held is gone as well."""
        if self.begun is None:
            return
        item_id, speaker_id = self.begun.item_id, self.begun.speaker_id
        item_id = item_id if item_id in dict(frame.items) else ""
        speaker_id = speaker_id if speaker_id in frame.consents else ""
        if (item_id, speaker_id) != (self.begun.item_id, self.begun.speaker_id):
            self.begun = replace(self.begun, item_id=item_id, speaker_id=speaker_id)
            own = attribution_of(self.marks.attribution, self.marks.kind)
            self._lasting = self.marks.attribution if self._lasting is None else self._lasting
            self.marks = self.marks.chosen({"attribution": strictest(own, Attribution.PENDING).value})

    def _set(self, values: Mapping[str, Any]) -> None:
        self.marks = replace(self.marks, **values)
        self.changed.emit()

    def _set_speaker(self, person_id: str) -> None:
        if self.begun is not None:
            self.begun = replace(self.begun, speaker_id=person_id)
            self.changed.emit()
