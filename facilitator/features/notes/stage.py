"""The stage Run of a session: its notes as they were said, and below them the line that takes the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.notes import queries
from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.editing import fields
from facilitator.features.notes.editing.editor import NoteEditor
from facilitator.features.notes.listing.changing import delete_lines, mark_lines
from facilitator.features.notes.listing.session_notes import SessionNotesPanel
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.context import Context
from facilitator.kit.feature import load
from facilitator.kit.sidebyside import ListAndEditor
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_FRAME_TABLES = ("agenda_item", "appearance", "person", "place", "learning_session", "term")


class RunStage(QWidget):
    """Keys act on the note that is typed, or, while the list has the focus, on the notes that are selected."""

    def __init__(self, context: Context, session_id: str) -> None:
        super().__init__()
        self._context, self._session_id = context, session_id
        self._loaded, self._frame_stale = False, True
        self._goes_to_row = False
        left = QWidget(self)
        self.notes = SessionNotesPanel(context.library, session_id, left)
        self.list = self.notes.list
        self.capture = CapturePanel(context.library, session_id, left)
        self.editor = NoteEditor(context)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.notes, 1)
        layout.addWidget(self.capture)
        self.sides = ListAndEditor(left, self.editor, self, on_demand=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._add_panels(whole)
        whole.addWidget(self.sides, 1)
        self._make_actions()
        self._connect()

    def show_row(self, row_id: str) -> None:
        """Select a note and show its editor."""
        self._load()
        if self.list.select(row_id):
            self._goes_to_row = True
            self._open_current()

    def focus_first(self) -> None:
        """Put the caret into the line for the next note; into the list, when a note was just gone to."""
        to_list, self._goes_to_row = self._goes_to_row and self.list.isVisible(), False
        if not to_list:
            self.sides.show_list()
        (self.list if to_list else self.capture.line).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new_row(self) -> None:
        """Put the caret into the line for the next note."""
        self.sides.show_list()
        self.capture.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.capture.fit(event.size().height())

    def _add_panels(self, layout: QVBoxLayout) -> None:
        """Show what other features add to this stage."""
        for panel in self._context.panels("notes"):
            if panel.place == "head":
                widget = load(panel.widget)(self._context, self._session_id)
                layout.addWidget(widget)
                self.addActions(widget.stage_actions)

    def _make_actions(self) -> None:
        chooser = self.capture.chooser
        self.addActions([*self.capture.kinds.kind_actions, *self.capture.marks.mark_actions])
        for text, keys, slot in (
            (tr("Next agenda item"), "Alt+Down", lambda: chooser.step_item(1)),
            (tr("Previous agenda item"), "Alt+Up", lambda: chooser.step_item(-1)),
            (tr("Next speaker"), "Ctrl+Down", lambda: chooser.step_speaker(1)),
            (tr("Previous speaker"), "Ctrl+Up", lambda: chooser.step_speaker(-1)),
            (tr("Delete the selected notes"), "", lambda: self._delete(self.list.selected_lines())),
        ):
            self._add_action(text, keys, slot)

    def _add_action(self, text: str, keys: str, slot: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(not self._context.library.read_only)
        action.triggered.connect(lambda *_: slot())
        self.addAction(action)

    def _connect(self) -> None:
        self.list.opened.connect(lambda _line: self._on_opened())
        self.list.clicked.connect(lambda _index: self._on_clicked())
        self.list.current_changed.connect(self._on_current_changed)
        self.list.deletion_requested.connect(self._delete)
        self.list.left_at_end.connect(self.capture.line.setFocus)
        self.notes.empty.acted.connect(self.capture.line.setFocus)
        self.capture.line.left_at_top.connect(self.notes.focus_last)
        self.capture.kinds.chosen.connect(lambda code: self._mark("kind", code))
        self.capture.marks.toggled.connect(self._mark)
        self.capture.kept.connect(lambda _id: self.list.scrollToBottom())
        self.sides.went_back.connect(self.list.setFocus)
        self._context.library.changed.connect(self._on_library_changed)

    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.notes.load()
            self._refresh_frame()
            self.capture.restore()
            self.list.scrollToBottom()
        elif self._frame_stale:
            self._refresh_frame()

    def _refresh_frame(self) -> None:
        self._frame_stale = False
        with self._context.library.read() as session:
            frame = queries.run_frame(session, self._session_id)
            people = choices.people(session)
        self.capture.show_frame(frame, people)

    def _mark(self, name: str, value: str | bool) -> None:
        lines = self.list.selected_lines() if self.list.hasFocus() else []
        if lines:
            mark_lines(self._context, lines, name, value, tr(fields.LABELS[name]))
        else:
            self.capture.mark(name, value)

    def _delete(self, lines: list[NoteLine]) -> None:
        delete_lines(self._context, lines)

    def _open_current(self) -> None:
        line = self.list.current_line()
        if line is not None and self.editor.show_row(line.id):
            self.sides.show_editor()

    def _on_opened(self) -> None:
        self._open_current()
        self.editor.focus_first()

    def _on_clicked(self) -> None:
        if not self.sides.is_stacked:
            self._open_current()

    def _on_current_changed(self, line: NoteLine | None) -> None:
        if line is not None and self.sides.is_editor_shown:
            self.editor.show_row(line.id)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if not self._loaded:
            return
        self.notes.follow(changes)
        if changes.touches(*_FRAME_TABLES):
            self._frame_stale = True
            if self.isVisible():
                self._refresh_frame()
        if self.sides.is_editor_shown and not self.editor.refresh(changes):
            self.sides.show_list()
