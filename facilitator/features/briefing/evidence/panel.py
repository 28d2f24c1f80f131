"""All notes of the session beside the text, the unused first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from facilitator.features.briefing import commands
from facilitator.features.briefing.columns import NOTES
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.evidence.filter_bar import FilterBar
from facilitator.features.briefing.evidence.moved import MovedBox
from facilitator.features.briefing.evidence.notes_table import NotesTable
from facilitator.features.briefing.rows import NoteRow
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.translation import ntr, tr


class EvidencePanel(QWidget):
    """Enter puts the selected notes into the part, behind the current paragraph; other keys make one paragraph of them,
    or let the current one rest on them."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self.moved = MovedBox(desk, self)
        self.count = plain_label(self, "quiet")
        self.bar = FilterBar(self)
        self.bar.changed.connect(self._show)
        self.table = NotesTable(NOTES, tr("Notes of the session"), self)
        self.table.setSortingEnabled(False)
        self.table.opened.connect(lambda _: self.use_notes())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        buttons = FlowLayout()
        self.stage_actions: list[QAction] = []
        for text, keys, slot in (
            (tr("Use"), "Ctrl+Return", self.use_notes),
            (tr("As one paragraph"), "Ctrl+Shift+Return", lambda: self.use_notes(together=True)),
            (tr("Link to paragraph"), "Ctrl+Alt+Return", self.link_notes),
            (tr("Show in Run"), "", self.open_note),
        ):
            buttons.addWidget(self._button(text, keys, slot))
        layout = QVBoxLayout(self)
        for widget in (self.moved, self.count, self.bar):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        desk.read.connect(self._on_read)
        desk.placed.connect(self.moved.show_current)

    def use_notes(self, *, together: bool = False) -> None:
        """Put the notes that are selected into the part that is shown: a paragraph each, or one of all."""
        rows: list[NoteRow] = self.table.selected_rows()
        section = self._desk.section
        if section is None or section.generated or not section.id:
            told = tr("This part is made from the records. Choose one that holds paragraphs.")
            self._context.notices.tell(told)
        elif rows:
            ids = tuple(row.id for row in rows)
            there = [row.id for row in section.paragraphs]
            here = self._desk.paragraph_id
            position = there.index(here) + 1 if here in there else None
            self._desk.run(commands.AddNotesToSection(section.id, ids, together, position))

    def link_notes(self) -> None:
        """Let the paragraph with the caret rest on the notes that are selected, as it is."""
        rows: list[NoteRow] = self.table.selected_rows()
        if self._desk.paragraph is None:
            self._context.notices.tell(tr("Put the caret into the paragraph that is to rest on them."))
        elif rows:
            command = commands.LinkEvidence(self._desk.paragraph.id, tuple(row.id for row in rows))
            self._desk.run(command)

    def show_note(self, note_id: str) -> bool:
        """Choose a note in the list, whatever it is filtered by, and put the focus there; False where it is gone."""
        if note_id not in {row.id for row in self._desk.notes}:
            return False
        if note_id not in {row.id for row in self.table.rows.rows()}:
            self.bar.show_all()
        self.table.select(note_id)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def open_note(self) -> None:
        """Show the note with the focus in the Run stage."""
        row: NoteRow | None = self.table.current_row()
        if row:
            self._context.navigator.open_stage(self._desk.session_id, "notes", row.id)

    def _button(self, text: str, keys: str, slot: Callable[[], None]) -> QToolButton:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(not self._desk.read_only)
        action.triggered.connect(lambda *_: slot())
        self.stage_actions.append(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(text)
        if keys:
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tr("{action} ({keys})").format(action=text, keys=shown))
        return button

    def _on_read(self) -> None:
        self.bar.offer(self._desk.notes, self._desk.briefing.sections if self._desk.briefing else ())
        self._show()
        self.moved.show_current()

    def _show(self) -> None:
        shown = [row for row in self._desk.notes if self.bar.filter.shows(row)]
        unused = sum(not row.used for row in self._desk.notes)
        self.table.rows.set_rows(shown)
        self.counted.emit(unused)
        if not self._desk.notes:
            self.count.setText(tr("No notes were taken in this session yet."))
            return
        told = ntr("{count} note is not used yet", "{count} notes are not used yet", unused)
        words = told.format(count=unused) if unused else tr("Every note is used")
        of = tr("{words}; {shown} of {count} shown.")
        self.count.setText(of.format(words=words, shown=len(shown), count=len(self._desk.notes)))

    def _enable(self) -> None:
        any_selected = bool(self.table.selected_rows())
        for action in self.stage_actions[:3]:
            action.setEnabled(any_selected and not self._desk.read_only)
