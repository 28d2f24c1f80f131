"""The tabs of the Run stage: one note, the guiding questions, what is open, and what other features add."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from facilitator.features.notes.editing.part import NotePart
from facilitator.features.notes.opens.counting import OpenCounting
from facilitator.features.notes.opens.panel import OpensPanel
from facilitator.features.notes.questions.panel import Chosen, QuestionsPanel
from facilitator.kit.context import Context
from facilitator.kit.feature import Panel, load
from facilitator.kit.forms import scrolled
from facilitator.kit.icons import icon
from facilitator.kit.sidetabs import Later, SideTabs
from facilitator.translation import tr

_FIRST = "questions"
"""The tab that stands in front until the person chose one."""


class RunSides(SideTabs):
    """Each part is made when it is first to be seen, so that the stage opens at once."""

    wanted = Signal()
    """The part in front is to be seen and to have the focus."""
    note_shown = Signal(str)
    """The id of a note to select in the list; the person goes on where they are."""
    note_wanted = Signal(str)
    """The id of a note to go to in the list."""
    done = Signal()
    """Nothing is open any more: the notes go on."""
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
        self.counting = OpenCounting(context.library, session_id, self)
        self._opens = Later(self._make_opens, self)
        self.add(self._opens, tr("Open"), "open")
        self.counting.counted.connect(partial(self.set_count, self._opens))
        for panel in context.panels("notes"):
            if panel.place == "side":
                self._add_panel(panel)
        self.chose.connect(self._on_chose)
        self.back = QToolButton(self)
        self.back.setIcon(icon("close"))
        self.back.setAccessibleName(tr("Back to the notes"))
        self.back.setToolTip(tr("Back to the notes (Esc)"))
        self.setCornerWidget(self.back)
        self.back.hide()

    def tab_actions(self) -> list[QAction]:
        """An action for each tab, that brings it to the front."""
        actions = []
        for part in [self.widget(number) for number in range(self.count())]:
            assert part is not None
            text = tr("Beside the notes: {part}").format(part=self.title_of(part))
            action = QAction(text, self)
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
        enter = getattr(_inner(part) if isinstance(part, Later) else part, "focus_first", None)
        if enter is not None:
            enter()
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def questions(self) -> QuestionsPanel:
        """The guiding questions."""
        panel = _inner(self._questions)
        assert isinstance(panel, QuestionsPanel)
        return panel

    @property
    def opens(self) -> OpensPanel:
        """What is open."""
        panel = _inner(self._opens)
        assert isinstance(panel, OpensPanel)
        return panel

    def show_opens(self) -> None:
        """Bring what is open to the front."""
        self._on_wanted(self._opens)

    def mark_open(self, name: str, value: object) -> bool:
        """Give a field of the open note that has the focus a value; False where none has it."""
        return self._opens.isVisible() and self.opens.mark(name, value)

    def wait(self) -> None:
        """Somebody types: what is read of what was written waits for the next pause."""
        self.counting.wait()
        if self._questions.is_made:
            self.questions.wait()

    def show_chosen(self) -> None:
        """Other notes are selected, or none any more."""
        if self._questions.isVisible():
            self.questions.show_chosen()

    def _make_questions(self) -> QScrollArea:
        panel = QuestionsPanel(self._context, self._session_id, self._selected)
        panel.note_wanted.connect(self.note_shown)
        return scrolled(panel)

    def _make_opens(self) -> OpensPanel:
        panel = OpensPanel(self._context, self._session_id, self.counting)
        panel.note_wanted.connect(self.note_wanted)
        panel.question_wanted.connect(self._on_question_wanted)
        panel.done.connect(self.done)
        return panel

    def _on_question_wanted(self, question_id: str) -> None:
        self._on_wanted(self._questions)
        self.questions.choose(question_id)

    def _add_panel(self, panel: Panel) -> None:
        place = Later(lambda: scrolled(load(panel.widget)(self._context, self._session_id)), self)
        place.made.connect(lambda _: self._on_made(place))
        self.add(place, tr(panel.title), panel.id)

    def _on_made(self, place: Later) -> None:
        widget: Any = _inner(place)
        if hasattr(widget, "counted"):
            widget.counted.connect(partial(self.set_count, place))
        self.actions_made.emit(getattr(widget, "stage_actions", []))

    def _on_wanted(self, part: QWidget) -> None:
        self.setCurrentWidget(part)
        self.wanted.emit()

    def _on_chose(self, name: str) -> None:
        if self._context.settings:
            self._context.settings.run_part = name


def _inner(place: Later) -> QWidget:
    """The part of a place, without the area that it is scrolled in."""
    inner = place.part.widget() if isinstance(place.part, QScrollArea) else place.part
    assert inner is not None
    return inner
