"""The stage Run of a session: its notes as they were said, and below them the line that takes the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.notes.actions import add_actions
from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.editing import fields
from facilitator.features.notes.editing.editor import NoteEditor
from facilitator.features.notes.fixing.actions import NoteActions
from facilitator.features.notes.fixing.changing import delete_lines, mark_lines
from facilitator.features.notes.going import Going
from facilitator.features.notes.heading import RunHead
from facilitator.features.notes.listing.session_notes import SessionNotesPanel
from facilitator.features.notes.loading import Loading
from facilitator.features.notes.opens.ending import EndWatch
from facilitator.features.notes.panes import RunPanes
from facilitator.features.notes.rows import NoteLine, RunFrame
from facilitator.features.notes.ruling.bar import RuleBar
from facilitator.features.notes.sides import RunSides
from facilitator.kit.context import Context
from facilitator.kit.feature import load
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr


class RunStage(QWidget):
    """Keys act on the note that is typed, or, while the list has the focus, on the notes that are selected."""

    def __init__(self, context: Context, session_id: str) -> None:
        super().__init__()
        self._context, self._session_id = context, session_id
        self._frame: RunFrame | None = None
        self._goes_to_row = False
        self._means_selected = False
        """Whether the notes that are selected were chosen after the latest one was taken."""
        self.notes = SessionNotesPanel(context, session_id, self)
        self.list = self.notes.list
        self.capture = CapturePanel(context, session_id, self)
        self.sides = RunSides(context, session_id, self._chosen, self)
        self.rules = RuleBar(context, session_id, self)
        self.head = RunHead(self.notes.lists.head, self.rules, self)
        self.panes = RunPanes(self.head, self.notes, self.capture, self.sides, context.settings, self)
        self.loading = Loading(context.library, session_id, self.capture, self.notes)
        self.going = Going(self.capture, self.notes, self.sides, self.panes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._add_heads(layout)
        layout.addWidget(self.panes, 1)
        self.fixing = NoteActions(context, session_id, self.notes.lists, self)
        add_actions(self, read_only=context.library.read_only)
        self._end = EndWatch(context.library, session_id, self)
        self._connect()

    @property
    def editor(self) -> NoteEditor:
        """What edits one note."""
        return self.sides.note.editor

    def show_row(self, row_id: str) -> None:
        """Select a note and show its editor."""
        self.loading.load()
        if self.notes.lists.select(row_id):
            self._goes_to_row = True
            self.going.open_current()

    def focus_first(self) -> None:
        """Put the caret into the line for the next note; into the list, when a note was just gone to."""
        to_list, self._goes_to_row = self._goes_to_row and self.list.isVisible(), False
        if to_list:
            self.notes.lists.active.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.new_row()

    def new_row(self) -> None:
        """Put the caret into the line for the next note."""
        self.going.to_capture()

    def go_round(self, steps: int, *, over: bool = False) -> bool:
        """Put the focus into the next of capture line, notes and tabs (``steps`` 1) or the one before (-1). False
        behind the last one, unless it is to go ``over`` to the first."""
        return self.panes.go_round(steps, over=over)

    def delete(self, lines: list[NoteLine]) -> None:
        """Delete notes."""
        delete_lines(self._context, lines)

    def showEvent(self, event: QShowEvent) -> None:
        self.loading.load(at_once=False)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where something stands in the place of the notes, nothing but the line is left of the capture."""
        is_in_place = self.panes.is_stacked and self.panes.are_sides_shown
        self.capture.fit(self.height(), alone=is_in_place)
        self.head.fit(self.height(), has_notes=self.notes.has_notes, in_place=is_in_place)
        self.sides.back.setVisible(is_in_place)

    def _add_heads(self, layout: QVBoxLayout) -> None:
        """Show what other features add above the notes."""
        for panel in self._context.panels("notes"):
            if panel.place == "head":
                widget = load(panel.widget)(self._context, self._session_id)
                layout.addWidget(widget)
                self.addActions(getattr(widget, "stage_actions", []))
                if chosen := getattr(widget, "track_chosen", None):
                    chosen.connect(self.capture.chooser.clock.follow)

    def _connect(self) -> None:
        lists, capture, sides = self.notes.lists, self.capture, self.sides
        lists.deletion_requested.connect(self.delete)
        lists.selected.connect(self._on_selected)
        capture.kinds.chosen.connect(lambda code: self._mark("kind", code))
        capture.marks.toggled.connect(self._mark)
        capture.chooser.changed.connect(self._show_rule)
        capture.kept.connect(self._on_kept)
        capture.line.textChanged.connect(sides.wait)
        sides.actions_made.connect(self.addActions)
        self.panes.sides_toggled.connect(self._on_sides_toggled)
        self.notes.currentChanged.connect(self._fit)
        sides.back.clicked.connect(self.panes.toggle_sides)
        self.rules.sides_toggled.connect(self.panes.toggle_sides)
        self.rules.show_sides(self.panes.are_sides_shown)
        self.loading.framed.connect(self._on_framed)
        self.loading.loaded.connect(sides.counting.soon)
        # Behind what the clock says of its end, in whose place it stands.
        self._end.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._context.library.changed.connect(self._on_library_changed)

    def _on_framed(self, frame: RunFrame) -> None:
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
        elif not self.sides.mark_open(name, value):
            self.capture.mark(name, value)

    def _chosen(self) -> list[str]:
        """The ids of the notes that are meant where the latest one is not."""
        return self.notes.lists.active.selected_ids() if self._means_selected else []

    def _on_kept(self, note_id: str) -> None:
        self.notes.lists.show_kept(note_id)
        if self._means_selected:
            self._means_selected = False
            self.sides.show_chosen()

    def _on_selected(self) -> None:
        self._means_selected = True
        self.sides.show_chosen()

    def _on_sides_toggled(self, shown: bool) -> None:
        self.rules.show_sides(shown)
        self._fit()

    def _on_ended(self) -> None:
        """The clock of the session has ended: say what is open, quietly."""
        self.sides.counting.now()
        count = sum(self.sides.counting.counts.values())
        if count:
            words = ntr(
                "The session has ended. {count} thing is open: settle it in “Open”, beside the notes.",
                "The session has ended. {count} things are open: settle them in “Open”, beside the notes.",
                count,
            )
            self._context.notices.tell(words.format(count=count), offer_undo=True)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        self.loading.follow(changes, is_seen=self.isVisible())
        self.sides.note.refresh(changes)
