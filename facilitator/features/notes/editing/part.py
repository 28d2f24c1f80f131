"""The place of the note that is open, among the tabs of the stage."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.features.notes.editing.editor import NoteEditor
from facilitator.kit.context import Context
from facilitator.kit.lists import EmptyState
from facilitator.kit.sidetabs import Later
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr


class NotePart(QStackedWidget):
    """The note that is open, or what there is to do to open one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Later(lambda: NoteEditor(context), self)
        self._hint = EmptyState(
            tr("No note is open"),
            tr("Choose a note in the list and press Enter to see and change all of it."),
            "",
            self,
        )
        self.addWidget(self._hint)
        self.addWidget(self._place)

    @property
    def editor(self) -> NoteEditor:
        """What edits the note."""
        editor = self._place.part
        assert isinstance(editor, NoteEditor)
        return editor

    @property
    def is_open(self) -> bool:
        """Whether a note is shown."""
        return self.currentIndex() == 1

    def show_note(self, note_id: str) -> bool:
        """Show a note; False when it was deleted."""
        found = self.editor.show_row(note_id)
        self.setCurrentIndex(1 if found else 0)
        return found

    def close_note(self) -> None:
        """Show no note any more."""
        self.setCurrentIndex(0)

    def refresh(self, changes: ChangeSet) -> None:
        """Show the note as it is after a change."""
        if self.is_open and not self.editor.refresh(changes):
            self.close_note()

    def focus_first(self) -> None:
        """Put the caret into the text of the note."""
        if self.is_open:
            self.editor.focus_first()
