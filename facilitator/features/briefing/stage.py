"""Brief: the parts of a paper, their text, and what stands beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.bar import StageBar
from facilitator.features.briefing.composing.panel import ComposingPanel
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.evidence.panel import EvidencePanel
from facilitator.features.briefing.moving import Moves
from facilitator.features.briefing.previewing.panel import PreviewPanel
from facilitator.features.briefing.rows import NoteRow
from facilitator.features.briefing.sections.panel import SectionsPanel
from facilitator.features.briefing.sides import Sides
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, Exporter, format_of, render_paper
from facilitator.kit.feature import load
from facilitator.kit.forms import scrolled
from facilitator.kit.lists import EmptyState
from facilitator.kit.preflighting import Leaving, may_leave
from facilitator.publishing.gate import ClearedDocument
from facilitator.translation import ntr, tr

_NARROW_CHARACTERS, _STACKED_LINES = 100, 76
_TEMPLATES = "facilitator.features.briefing.designing.window:TemplatesDialog"
_FORMATS = ("pdf", "docx", "html", "md")


class BriefingStage(QWidget):
    """Composes one paper at a time."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.desk = Desk(context, session_id, self)
        self.sections = SectionsPanel(self.desk, self)
        self.composing = ComposingPanel(context, self.desk, self)
        self.sides = Sides(context, self.desk, self)
        self.moves = Moves(self.desk, self.composing.commit)
        self.exporter = Exporter(context, self)
        self.bar = StageBar(self)
        self.addActions([self.sections.next_action, *self.composing.bar.text_actions])
        self._lay_out()
        self.sections.entered.connect(self.composing.focus_text)
        self.sections.dropped.connect(self.moves.drop_on_part)
        self.composing.editor.rows_dropped.connect(self.moves.drop_in_text)
        self.empty.acted.connect(self.draft)
        self.desk.read.connect(self._on_read)
        self.desk.refresh()

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            tr("Nothing drafted yet"),
            tr("The draft takes this session’s notes into the parts of the paper, each with its evidence."),
            tr("Draft from the notes"),
        )
        self.empty.button.setEnabled(not self._context.library.read_only)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        for widget, share in ((self.sections, 2), (self.composing, 5), (self.sides, 3)):
            self._panes.addWidget(widget)
            self._panes.setStretchFactor(self._panes.count() - 1, share)
        self._panes.setChildrenCollapsible(False)
        self._panes.setSizes([230, 560, 360])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(scrolled(self._panes))
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.composing.commit()
        self.desk.sleep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the text is too large for three panes side by side, they stand below each other and scroll."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        narrow = event.size().width() < metrics.averageCharWidth() * _NARROW_CHARACTERS
        self._panes.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._panes.setMinimumHeight(metrics.lineSpacing() * _STACKED_LINES if narrow else 0)

    def show_row(self, row_id: str) -> None:
        """Go to a paragraph, or to the first that rests on a note."""
        if self.desk.find(row_id):
            self.composing.focus_text()

    def current_row(self) -> str:
        """The id of the paragraph where the person is; empty for none."""
        return self.desk.paragraph_id

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        target = self.sections.list if self.desk.briefing else self.empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> None:
        """Draft the paper from the notes."""
        if self.desk.run(
            commands.StartBriefing(self._session_id, self.desk.paper), tell=tr("Drafted from the notes")
        ):
            self.focus_first()

    def move_paragraph(self, places: int) -> None:
        """Move the paragraph with the caret up (negative) or down."""
        self.composing.commit()
        if self.desk.paragraph_id:
            self.desk.run(commands.MoveParagraph(self.desk.paragraph_id, places))

    def delete(self) -> None:
        """Delete the paragraph with the caret."""
        self.composing.commit()
        if self.desk.paragraph_id:
            told = ntr("Deleted {count} paragraph", "Deleted {count} paragraphs", 1).format(count=1)
            self.desk.run(commands.delete_paragraphs([self.desk.paragraph_id]), tell=told)

    def go_to_note(self) -> None:
        """Go from a paragraph to the note behind it, in the list beside the text; and from there back to the paragraph
        that rests on the note that is chosen."""
        panel = self.sides.panels["evidence"]
        assert isinstance(panel, EvidencePanel)
        if panel.isAncestorOf(self.focusWidget() or self):
            self._go_back(panel)
            return
        row = self.composing.current_evidence()
        self.composing.commit()
        if row is None:
            self._context.notices.tell(tr("No note is behind this paragraph."))
        elif self.sides.show_side("evidence") and not panel.show_note(row.note_id):
            self.composing.open_note(row.note_id)

    def _go_back(self, panel: EvidencePanel) -> None:
        note: NoteRow | None = panel.table.current_row()
        here = self.desk.paragraph
        rests = here is not None and note is not None and note.id in {one.note_id for one in here.evidence}
        if note is not None and not rests and not self.desk.find(note.id):
            self._context.notices.tell(tr("No paragraph rests on this note yet."))
            return
        self.composing.focus_text()

    def design(self) -> None:
        """Show the templates, to make and change those of one's own."""
        self.composing.commit()
        dialog = load(_TEMPLATES)(self._context, self.desk.paper, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.desk.choose_paper)
        dialog.open()

    def export(self) -> None:
        """Tell what is open, ask for a file, and write the paper as it stands now."""
        document = self.document()
        with self._context.library.read() as session:
            found = queries.findings_on(session, self._session_id, self.desk.paper, document)
        if not may_leave(self._context, Leaving(self._session_id, found), self):
            return
        path = self.exporter.ask(document.stem, _FORMATS)
        if path is not None:
            self.write(document, path)

    def document(self) -> ClearedDocument:
        """The paper as it stands now, through the gate."""
        self.composing.commit()
        with self._context.library.read() as session:
            return queries.build(session, self._session_id, self.desk.paper, with_data=self.desk.with_data)

    def write(self, document: ClearedDocument, path: Path) -> None:
        """Write a paper in a job, in the format of the file's ending; the very bytes that are previewed, where they
        are of the paper as it stands."""
        preview = self.sides.panels["preview"]
        shown = preview.current if isinstance(preview, PreviewPanel) and format_of(path) == PAGED else None
        if shown is not None:
            self.exporter.write(path, lambda _: shown)
        else:
            self.exporter.write(path, partial(render_paper, document, format_of(path)))

    def _on_read(self) -> None:
        self._stack.setCurrentIndex(0 if self.desk.briefing else 1)
        self.bar.show_state(is_drafted=self.desk.briefing is not None)
