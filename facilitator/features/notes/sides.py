"""The tabs of the Run stage: one note, the guiding questions, what is open, and what other features add."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.features.notes.editing.editor import NoteEditor
from facilitator.features.notes.questions.panel import Chosen, QuestionsPanel
from facilitator.kit.context import Context
from facilitator.kit.feature import Panel, load
from facilitator.kit.forms import scrolled
from facilitator.kit.lists import EmptyState
from facilitator.kit.sidetabs import Later, SideTabs
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_FIRST = "questions"
"""The tab that stands in front until the person chose one."""


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


class RunSides(SideTabs):
    """Each part is made when it is first to be seen, so that the stage opens at once."""

    wanted = Signal()
    """The part in front is to be seen and to have the focus."""
    note_wanted = Signal(str)
    """The id of a note to go to in the list."""
    actions_made = Signal(list)
    """Actions of a part that work anywhere in the stage."""

    def __init__(self, context: Context, session_id: str, chosen: Chosen, parent: QWidget) -> None:
        settings = context.settings
        super().__init__(tr("Beside the notes"), (settings.run_part if settings else "") or _FIRST, parent)
        self._context, self._session_id, self._selected = context, session_id, chosen
        self.note = NotePart(context, self)
        self.add(self.note, tr("Note"), "note")
        self._questions = Later(self._make_questions, self)
        self.add(self._questions, tr("Questions"), _FIRST)
        for panel in context.panels("notes"):
            if panel.place == "side":
                self._add_panel(panel)
        self.chose.connect(self._on_chose)

    def tab_actions(self, owner: QWidget) -> list[QAction]:
        """An action for each tab, that brings it to the front."""
        actions = []
        for part in [self.widget(number) for number in range(self.count())]:
            assert part is not None
            text = tr("Beside the notes: {part}").format(part=self.title_of(part))
            action = QAction(text, owner)
            action.triggered.connect(partial(self._on_wanted, part))
            actions.append(action)
        return actions

    def open_note(self, note_id: str) -> bool:
        """Bring a note to the front; False when it was deleted."""
        if not self.note.show_note(note_id):
            return False
        self.bring(self.note)
        return True

    def leave(self) -> bool:
        """The notes are gone back to; whether from a note that was open, which is closed."""
        left_note = self.currentWidget() is self.note and self.note.is_open
        self.note.close_note()
        self.bring_back()
        return left_note

    def focus_current(self) -> None:
        """Put the focus into the part in front, or else on its tab."""
        part = self.currentWidget()
        part = part.part if isinstance(part, Later) else part
        enter = getattr(part, "focus_first", None)
        if enter is not None:
            enter()
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def questions(self) -> QuestionsPanel:
        """The guiding questions."""
        panel = self._questions.part
        assert isinstance(panel, QuestionsPanel)
        return panel

    def show_chosen(self) -> None:
        """Other notes are selected, or none any more."""
        if self._questions.isVisible():
            self.questions.show_chosen()

    def _make_questions(self) -> QuestionsPanel:
        panel = QuestionsPanel(self._context, self._session_id, self._selected)
        panel.note_wanted.connect(self.note_wanted)
        return panel

    def _add_panel(self, panel: Panel) -> None:
        place = Later(lambda: scrolled(load(panel.widget)(self._context, self._session_id)), self)
        place.made.connect(partial(self._on_made, place))
        self.add(place, tr(panel.title), panel.id)

    def _on_made(self, place: Later, area: QWidget) -> None:
        widget = area.widget()  # type: ignore[attr-defined]
        if hasattr(widget, "counted"):
            widget.counted.connect(partial(self.set_count, place))
        self.actions_made.emit(getattr(widget, "stage_actions", []))

    def _on_wanted(self, part: QWidget) -> None:
        self.setCurrentWidget(part)
        self.wanted.emit()

    def _on_chose(self, name: str) -> None:
        if self._context.settings:
            self._context.settings.run_part = name
