"""The guiding questions: how many notes answer each, which are still without one, and what links notes to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.features.notes import commands
from facilitator.features.notes.editing import fields
from facilitator.features.notes.queries import questions as queries
from facilitator.features.notes.questions.listed import QuestionList, detail_words, groups_of
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_PAUSE_MS, _SHOWN_MS = 250, 50
"""A pause after which what was written elsewhere is shown, and one after which the questions are read first."""

Chosen = Callable[[], Sequence[str]]
"""The ids of the notes that are selected; none where the latest note is meant."""


class QuestionsPanel(QWidget):
    """Follows the library while it can be seen."""

    note_wanted = Signal(str)
    """The id of a note to go to."""

    def __init__(
        self, context: Context, session_id: str, chosen: Chosen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._session_id, self._chosen = context, session_id, chosen
        self._stale = True
        self._shown_note = ""
        self.list = QuestionList(tr("Guiding questions"), self)
        self.detail = plain_label(self, "quiet")
        self.show_notes = QPushButton(tr("Go to its notes (Enter)"), self)
        self.link = QPushButton(_link_words(0, linked=False), self)
        self.edit = QPushButton(tr("Edit the questions"), self)
        self.edit.setObjectName("link")
        self.empty = EmptyState(
            tr("No guiding questions"),
            tr("The questions that the session is to answer are written down in its details."),
            "" if context.library.read_only else tr("Add guiding questions"),
            self,
        )
        self._lay_out()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._refresh)
        self._connect()

    def focus_first(self) -> None:
        """Put the focus on the questions."""
        self._refresh_stale()
        target = self.empty.button if self._stack.currentIndex() else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, question_id: str) -> None:
        """Choose a question and put the focus on it."""
        self._refresh_stale()
        self.list.choose(self.list.points.row_of(question_id))
        self.focus_first()

    def wait(self) -> None:
        """Somebody types: what is to be read waits for the next pause."""
        if self._pause.isActive():
            self._pause.start(_PAUSE_MS)

    def show_chosen(self) -> None:
        """Say what Space would link to the question that is chosen, or take off it."""
        point = self.list.current_point()
        ids = self._targets() if self.isVisible() else []
        able = point is not None and bool(ids) and not self._context.library.read_only
        self.link.setEnabled(able)
        linked = able and self._are_linked(ids, point.id if point else "")
        self.link.setText(_link_words(len(self._chosen()), linked))
        self.link.setAccessibleName(self.link.text())
        self.show_notes.setEnabled(point is not None and point.row.count > 0)
        self.detail.setText(detail_words(point.row) if point else "")
        self.detail.setVisible(bool(self.detail.text()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stale = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stale and not self._pause.isActive():  # the caret is on the screen with this
            self._pause.start(_SHOWN_MS)

    def _lay_out(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        row = FlowLayout(spacing=6)
        for button in (self.show_notes, self.link, self.edit):
            button.setAutoDefault(True)  # Enter presses it, not the space bar alone
            row.addWidget(button)
        column.addLayout(row)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 4, 9, 4)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.stepped.connect(self._step)
        self.list.opened.connect(lambda: self._step(1))
        self.list.linked.connect(self._link)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.show_chosen())
        self.show_notes.clicked.connect(lambda: self._step(1))
        self.link.clicked.connect(self._link)
        for button in (self.edit, self.empty.button):
            button.clicked.connect(self._open_details)
        self._context.library.changed.connect(self._on_changed)
        self._context.library.closing.connect(self._pause.stop)

    def _refresh_stale(self) -> None:
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        with self._context.library.read() as session:
            rows = queries.question_rows(session, self._session_id)
        before, place = self.list.current_point(), max(self.list.currentIndex().row(), 0)
        self.list.points.set_groups(groups_of(rows))
        row = self.list.points.row_of(before.id) if before else -1
        self.list.choose(row if row >= 0 else self.list.points.row_near(place))
        self._stack.setCurrentIndex(0 if rows else 1)
        self.show_chosen()

    def _step(self, steps: int) -> None:
        """Go to the next note of the question, or to the one before."""
        point = self.list.current_point()
        with self._context.library.read() as session:
            ids = queries.notes_of_question(session, self._session_id, point.id) if point else []
        if ids:
            here = ids.index(self._shown_note) if self._shown_note in ids else min(-steps, 0)
            self._shown_note = ids[(here + steps) % len(ids)]
            self.note_wanted.emit(self._shown_note)

    def _targets(self) -> list[str]:
        chosen = list(self._chosen())
        if chosen:
            return chosen
        with self._context.library.read() as session:
            latest = queries.latest_note(session, self._session_id)
        return [latest] if latest else []

    def _are_linked(self, ids: Sequence[str], question_id: str) -> bool:
        with self._context.library.read() as session:
            return queries.questions_of(session, ids) == {question_id}

    def _link(self) -> None:
        point, ids = self.list.current_point(), self._targets()
        if point is None or not ids or self._context.library.read_only:
            return
        linked = self._are_linked(ids, point.id)
        values = {"question_id": None if linked else point.id}
        command = commands.edit_notes(ids, tr(fields.LABELS["question_id"]), values)
        if self._context.library.run(command):
            self._refresh()
            done = tr("Taken off question {number}.") if linked else tr("Linked to question {number}.")
            words = done.format(number=point.row.number)
            self._context.notices.tell(words, offer_undo=True)
            announce(self, words)

    def _open_details(self) -> None:
        self._context.navigator.open_details(self._session_id, "questions")

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("note", "guiding_question"):
            self._stale = True
            self._pause.start(_PAUSE_MS)


def _link_words(selected: int, linked: bool) -> str:
    if not selected:
        return tr("Take the latest note off (Space)") if linked else tr("Link the latest note (Space)")
    words = (
        ntr("Take the selected note off (Space)", "Take {count} selected notes off (Space)", selected)
        if linked
        else ntr("Link the selected note (Space)", "Link {count} selected notes (Space)", selected)
    )
    return words.format(count=selected)
