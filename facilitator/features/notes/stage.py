"""The stage Run of a session: its notes as they were said, and below them the line that takes the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.notes import queries
from facilitator.features.notes.actions import add_actions
from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.editing import fields
from facilitator.features.notes.editing.editor import NoteEditor
from facilitator.features.notes.listing.changing import delete_lines, mark_lines
from facilitator.features.notes.listing.session_notes import SessionNotesPanel
from facilitator.features.notes.panes import RunPanes, Stop
from facilitator.features.notes.rows import NoteLine, RunFrame
from facilitator.features.notes.ruling.bar import RuleBar
from facilitator.features.notes.sides import RunSides
from facilitator.features.notes.wording import spoken_line
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.feature import load
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
        self._frame: RunFrame | None = None
        self._goes_to_row = False
        self._means_selected = False
        """Whether the notes that are selected were chosen after the latest one was taken."""
        self.notes = SessionNotesPanel(context, session_id, self)
        self.list = self.notes.list
        self.capture = CapturePanel(context, session_id, self)
        self.sides = RunSides(context, session_id, self._chosen, self)
        self.rules = RuleBar(context, session_id, self)
        self.panes = RunPanes(self.rules, self.notes, self.capture, self.sides, context.settings, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._add_heads(layout)
        layout.addWidget(self.panes, 1)
        add_actions(self, read_only=context.library.read_only)
        self._connect_notes()
        self._connect_panes()
        context.library.changed.connect(self._on_library_changed)

    @property
    def editor(self) -> NoteEditor:
        """What edits one note."""
        return self.sides.note.editor

    def show_row(self, row_id: str) -> None:
        """Select a note and show its editor."""
        self._load()
        if self.notes.lists.select(row_id):
            self._goes_to_row = True
            self._open_current()

    def focus_first(self) -> None:
        """Put the caret into the line for the next note; into the list, when a note was just gone to."""
        to_list, self._goes_to_row = self._goes_to_row and self.list.isVisible(), False
        if to_list:
            self.notes.lists.active.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.new_row()

    def new_row(self) -> None:
        """Put the caret into the line for the next note."""
        self.capture.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_round(self, steps: int, *, over: bool = False) -> bool:
        """Put the focus into the next of capture line, notes and tabs (``steps`` 1) or the one before (-1). False
        behind the last one, unless it is to go ``over`` to the first."""
        return self.panes.go_round(steps, over=over)

    def delete(self, lines: list[NoteLine]) -> None:
        """Delete notes."""
        delete_lines(self._context, lines)

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.capture, self.rules):
            part.fit(event.size().height())

    def _add_heads(self, layout: QVBoxLayout) -> None:
        """Show what other features add above the notes."""
        for panel in self._context.panels("notes"):
            if panel.place == "head":
                widget = load(panel.widget)(self._context, self._session_id)
                layout.addWidget(widget)
                self.addActions(getattr(widget, "stage_actions", []))

    def _connect_notes(self) -> None:
        lists = self.notes.lists
        lists.opened.connect(lambda _line: self._on_opened())
        lists.clicked.connect(self._on_clicked)
        lists.current_changed.connect(self._on_current_changed)
        lists.deletion_requested.connect(self.delete)
        lists.left_at_end.connect(self.capture.line.setFocus)
        self.notes.empty.acted.connect(self.capture.line.setFocus)
        self.capture.line.left_at_top.connect(self._focus_notes)
        self.capture.kinds.chosen.connect(lambda code: self._mark("kind", code))
        self.capture.marks.toggled.connect(self._mark)
        self.capture.chooser.changed.connect(self._show_rule)
        self.capture.kept.connect(self._on_kept)
        lists.selected.connect(self._on_selected)

    def _connect_panes(self) -> None:
        self.panes.set_stops(
            (
                Stop(self.capture, self.new_row),
                Stop(self.notes, self._focus_notes),
                Stop(self.sides, self._focus_sides),
            )
        )
        self.panes.sides_toggled.connect(self.rules.show_sides)
        self.rules.sides_toggled.connect(self.panes.toggle_sides)
        self.rules.show_sides(self.panes.are_sides_shown)
        self.panes.sides_left.connect(self._on_sides_left)
        self.sides.wanted.connect(self._focus_sides)
        self.sides.actions_made.connect(self.addActions)
        self.sides.note_wanted.connect(self._go_to_note)

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
        self._frame = frame
        self._show_rule()

    def _show_rule(self) -> None:
        if self._frame is not None:
            self.rules.show_rule(self._frame, self.capture.chooser.item_id())

    def _mark(self, name: str, value: str | bool) -> None:
        lists = self.notes.lists
        lines = lists.active.selected_lines() if lists.has_focus() else []
        if lines:
            mark_lines(self._context, lines, name, value, tr(fields.LABELS[name]))
        else:
            self.capture.mark(name, value)

    def _focus_notes(self) -> None:
        self.panes.show_notes()
        if self.list.isVisible():
            self.notes.focus_last()
        else:
            self.notes.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_sides(self) -> None:
        self.panes.show_sides()
        self.sides.focus_current()

    def _on_sides_left(self) -> None:
        if self.sides.leave() and self.list.isVisible():
            self.notes.lists.active.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_row()

    def _chosen(self) -> list[str]:
        """The ids of the notes that are meant where the latest one is not."""
        return [line.id for line in self.notes.lists.active.selected_lines()] if self._means_selected else []

    def _on_kept(self, note_id: str) -> None:
        self.notes.lists.show_kept(note_id)
        self._means_selected = False
        self.sides.show_chosen()

    def _on_selected(self) -> None:
        self._means_selected = True
        self.sides.show_chosen()

    def _go_to_note(self, note_id: str) -> None:
        """Select a note in the list; the focus goes there where the list takes the place of what it came from."""
        if self.notes.lists.select(note_id):
            if self.panes.is_stacked:
                self._focus_notes()
            line = self.notes.lists.active.current_line()
            announce(self.list, spoken_line(line) if line else "")

    def _open_current(self) -> bool:
        line = self.notes.lists.active.current_line()
        if line is None or not self.sides.open_note(line.id):
            return False
        self.panes.show_sides()
        return True

    def _on_opened(self) -> None:
        if self._open_current():
            self.sides.note.focus_first()

    def _on_clicked(self) -> None:
        if self.panes.are_sides_shown:
            self._open_current()

    def _on_current_changed(self, line: NoteLine | None) -> None:
        if line is not None and self.sides.note.isVisible() and self.sides.note.is_open:
            self.sides.note.show_note(line.id)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if not self._loaded:
            return
        self.notes.follow(changes)
        if changes.touches(*_FRAME_TABLES):
            self._frame_stale = True
            if self.isVisible():
                self._refresh_frame()
        self.sides.note.refresh(changes)
