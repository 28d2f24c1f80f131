"""Notes that no paragraph rests on yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.columns import NOTES
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.rows import UnusedNoteRow
from facilitator.kit.context import Context
from facilitator.kit.lists import RowTable
from facilitator.translation import ntr, tr


class NotesPanel(QWidget):
    """Notes that no paragraph rests on: those that belong to the part that is chosen, or all."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._notes: Sequence[UnusedNoteRow] = ()
        self.stage_actions = [self._make_action()]
        self.count = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.count.setObjectName("quiet")
        self.only_part = QCheckBox(tr("Only those of this part"), self)
        self.only_part.toggled.connect(self._show)
        self.table = RowTable(NOTES, tr("Notes that are not used yet"), self)
        self.table.opened.connect(lambda _: self.use_notes())
        layout = QVBoxLayout(self)
        for widget in (self.count, self.only_part, self.table):
            layout.addWidget(widget)
        desk.read.connect(self._on_read)
        desk.placed.connect(self._show)

    def use_notes(self) -> None:
        """Put the notes that are selected into the part that is shown, a paragraph each."""
        rows: list[UnusedNoteRow] = self.table.selected_rows()
        section = self._desk.section
        if section is None or section.generated:
            told = tr("This part is made from the records. Choose one that holds paragraphs.")
            self._context.notices.tell(told)
        elif rows:
            self._desk.run(commands.AddNotesToSection(section.id, tuple(row.id for row in rows)))

    def _make_action(self) -> QAction:
        action = QAction(tr("Use note"), self)
        action.setShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(not self._desk.read_only)
        action.triggered.connect(lambda *_: self.use_notes())
        return action

    def _on_read(self) -> None:
        with self._context.library.read() as session:
            self._notes = queries.unused_notes(session, self._desk.session_id, self._desk.paper)
        self.counted.emit(len(self._notes))
        self._show()

    def _show(self) -> None:
        part = self._desk.section_key
        chosen = [n for n in self._notes if not self.only_part.isChecked() or n.part == part]
        self.table.rows.set_rows(chosen)
        told = ntr(
            "{count} note is not used yet. Enter puts it into the part.",
            "{count} notes are not used yet. Enter puts the selected ones into the part.",
            len(self._notes),
        )
        self.count.setText(told.format(count=len(self._notes)) if self._notes else tr("Every note is used."))
