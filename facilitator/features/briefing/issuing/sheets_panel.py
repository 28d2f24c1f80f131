"""The speakers of a session, and whether each has cleared what is attributed to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.features.briefing import queries
from facilitator.features.briefing.commands import MarkSent
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.issuing.columns import SHEETS
from facilitator.features.briefing.issuing.in_words import today
from facilitator.features.briefing.issuing.rows import SheetRow
from facilitator.features.briefing.issuing.settling import SettlingDialog
from facilitator.kit.context import Context
from facilitator.kit.exporting import Exporter, format_of, render_paper
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.kit.preflighting import Leaving, may_leave
from facilitator.translation import ntr, tr

_FORMATS = ("pdf", "docx", "html", "md")


class SheetsPanel(QWidget):
    """One row a speaker: make their sheet, keep that it was sent, tick it off when it comes back (Enter)."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._exporter = Exporter(context, self)
        self.head = plain_label(self, "quiet")
        self.table = RowTable(SHEETS, tr("Speakers and their sheets"), self)
        self.table.opened.connect(lambda _: self.settle())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.make = self._button(tr("Make the sheet…"), self.make_sheet)
        self.each = self._button(tr("A file for each…"), self.make_each)
        self.sent = self._button(tr("Was sent"), self.mark_sent)
        self.back = self._button(tr("Came back…"), self.settle)
        row = FlowLayout()
        for button in (self.make, self.each, self.sent, self.back):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        desk.read.connect(self._on_read)

    def make_sheet(self) -> None:
        """Write the sheet of the speaker who is selected into a file."""
        rows: list[SheetRow] = self.table.selected_rows()
        if not rows:
            return
        with self._context.library.read() as session:
            make = queries.clearance_sheets(session, self._desk.session_id, person_id=rows[0].id)
        paper = make(lambda *_: None)
        if not may_leave(self._context, Leaving(self._desk.session_id, paper.findings), self):
            return
        path = self._exporter.ask(paper.stem, _FORMATS)
        if path is not None:
            self._exporter.write(path, partial(render_paper, paper, format_of(path)))

    def make_each(self) -> None:
        """Write the sheet of each speaker into a file of its own."""
        with self._context.library.read() as session:
            make = queries.clearance_sheets_apart(session, self._desk.session_id)
            together = queries.clearance_sheets(session, self._desk.session_id)(lambda *_: None)
        if not may_leave(self._context, Leaving(self._desk.session_id, together.findings), self):
            return
        folder = self._exporter.ask_folder()
        if folder is not None:
            self._exporter.write_apart(folder, make, _FORMATS[0])

    def mark_sent(self) -> None:
        """Keep that the selected speakers were sent theirs today."""
        ids = tuple(row.id for row in self.table.selected_rows())
        if ids:
            self._desk.run(MarkSent(self._desk.session_id, ids, today()))

    def settle(self) -> None:
        """Ask what the speaker who is selected answered, and settle it."""
        row: SheetRow | None = self.table.current_row()
        if row is None or self._desk.read_only:
            return
        dialog = SettlingDialog(self._desk.session_id, row, self)
        if dialog.exec() and dialog.command:
            told = tr("The sheet of {person} is ticked off.").format(person=row.person)
            self._desk.run(dialog.command, tell=told)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(slot)
        return button

    def _on_read(self) -> None:
        with self._context.library.read() as session:
            rows = queries.list_sheets(session, self._desk.session_id)
        self.table.rows.set_rows(rows)
        out = sum(not row.back_on for row in rows)
        told = ntr(
            "{count} sheet is not back yet. Enter ticks one off, and settles what was pending in it.",
            "{count} sheets are not back yet. Enter ticks one off, and settles what was pending in it.",
            out,
        )
        none = tr("Nobody is known as the speaker of a note yet.") if not rows else tr("Every sheet is back.")
        self.head.setText(told.format(count=out) if out else none)
        self.counted.emit(out)
        self._enable()

    def _enable(self) -> None:
        rows, writable = self.table.selected_rows(), not self._desk.read_only
        self.make.setEnabled(len(rows) == 1)
        self.each.setEnabled(self.table.rows.rowCount() > 0)
        self.sent.setEnabled(bool(rows) and writable)
        self.back.setEnabled(len(rows) == 1 and writable)
