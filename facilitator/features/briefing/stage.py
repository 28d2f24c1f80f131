"""Brief: the parts of a paper, their paragraphs, and the notes behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.paragraph_editor import ParagraphEditor
from facilitator.features.briefing.parts_panel import PartsPanel
from facilitator.features.briefing.previewing.panel import PreviewPanel
from facilitator.features.briefing.rows import (
    EvidenceRow,
    ParagraphRow,
    SectionRow,
)
from facilitator.features.briefing.sides import Sides
from facilitator.features.briefing.templates import TEMPLATES, template
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, Exporter, format_of, render_paper
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import scrolled
from facilitator.kit.lists import EmptyState
from facilitator.publishing.gate import ClearedDocument
from facilitator.translation import ntr, tr

_NARROW_CHARACTERS, _STACKED_LINES = 100, 62
_FORMATS = ("pdf", "html", "md")


class BriefingStage(QWidget):
    """Composes one paper at a time: the briefing & learning note, or the flash note."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.desk = Desk(context, session_id, self)
        self._composing: list[QAction] = []
        self.parts = PartsPanel(self)
        self.editor = ParagraphEditor(context, self)
        self.sides = Sides(context, self.desk, self)
        self.exporter = Exporter(context, self)
        self._lay_out()
        self._connect()
        self.desk.refresh()

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            tr("Nothing drafted yet"),
            tr("The draft takes this session’s notes into the parts of the paper, each with its evidence."),
            tr("Draft from the notes"),
        )
        self.empty.button.setEnabled(not self._context.library.read_only)
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self.parts.paragraphs)
        middle.addWidget(scrolled(self.editor))
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        for widget, share in ((self.parts.list, 2), (middle, 5), (self.sides, 3)):
            self._panes.addWidget(widget)
            self._panes.setStretchFactor(self._panes.count() - 1, share)
        for one in (middle, self._panes):
            one.setChildrenCollapsible(False)
        self._panes.setSizes([200, 500, 300])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(scrolled(self._panes))
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_bar())
        layout.addWidget(self._stack, 1)

    def _make_bar(self) -> FlowLayout:
        bar = FlowLayout()
        self.choice = ChoiceField([(name, tr(template(name).title)) for name in TEMPLATES], self)
        self.choice.setAccessibleName(tr("Paper"))
        self.choice.setMinimumContentsLength(20)
        self.choice.committed.connect(self.desk.choose_paper)
        bar.addWidget(self.choice)
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        for text, keys, slot, writes in (
            (tr("Add paragraph"), QKeySequence(Qt.Key.Key_Insert), self.add_paragraph, True),
            (tr("Move up"), QKeySequence(alt | Qt.Key.Key_Up), lambda: self._move(-1), True),
            (tr("Move down"), QKeySequence(alt | Qt.Key.Key_Down), lambda: self._move(1), True),
            (tr("Delete"), QKeySequence(), self._on_delete, True),
            (tr("Go to note"), QKeySequence(Qt.Key.Key_F4), self.go_to_note, False),
        ):
            bar.addWidget(self._make_button(text, keys, slot, writes))
        bar.addWidget(self._make_export_button(QKeySequence(control | Qt.Key.Key_E)))
        return bar

    def _make_export_button(self, keys: QKeySequence) -> QPushButton:
        action = self._make_action(tr("Export…"), keys, self.export)
        button = QPushButton(action.text(), self)
        button.setObjectName("primary")
        button.clicked.connect(action.trigger)
        return button

    def _make_action(self, text: str, keys: QKeySequence, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda *_: slot())
        self.addAction(action)
        return action

    def _make_button(
        self, text: str, keys: QKeySequence, slot: Callable[[], None], writes: bool
    ) -> QToolButton:
        action = self._make_action(text, keys, slot)
        if writes:
            self._composing.append(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(text)
        button.setToolTip(
            f"{text} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})" if keys else text
        )
        return button

    def _connect(self) -> None:
        self.empty.acted.connect(self.draft)
        self.parts.part_chosen.connect(self._on_part_chosen)
        self.parts.paragraph_chosen.connect(self._on_paragraph_chosen)
        self.parts.heading_edited.connect(self._on_heading_edited)
        self.parts.paragraph_opened.connect(self.editor.focus_text)
        self.parts.deletion_requested.connect(self._on_delete)
        self.editor.note_opened.connect(self._open_note)
        self.desk.read.connect(self._on_read)
        self.desk.placed.connect(self._on_placed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the text is too large for three panes side by side, they stand below each other and scroll."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        narrow = event.size().width() < metrics.averageCharWidth() * _NARROW_CHARACTERS
        self._panes.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._panes.setMinimumHeight(metrics.lineSpacing() * _STACKED_LINES if narrow else 0)

    def show_row(self, row_id: str) -> None:
        """Select a paragraph, or the first that rests on a note."""
        self.desk.find(row_id)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        target = self.parts.list if self.desk.briefing else self.empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> None:
        """Draft the paper from the notes."""
        if self.desk.run(commands.StartBriefing(self._session_id, self.desk.paper)):
            self._context.notices.tell(tr("Drafted from the notes"), offer_undo=True)
            self.focus_first()

    def add_paragraph(self) -> None:
        """Add an empty paragraph behind the one that is selected, and put the caret into it."""
        section = self._editable_section()
        if section is None:
            return
        current = self.parts.current_paragraph()
        command = commands.AddParagraph(section.id, after=current.id if current else "")
        if self.desk.run(command):
            self.parts.select(section.key, command.id)
            self.editor.focus_text()

    def export(self) -> None:
        """Ask for a file, and write the paper as it stands now."""
        document = self.document()
        path = self.exporter.ask(document.stem, _FORMATS)
        if path is not None:
            self.write(document, path)

    def document(self) -> ClearedDocument:
        """The paper as it stands now, through the gate."""
        with self._context.library.read() as session:
            return queries.build(session, self._session_id, self.desk.paper)

    def write(self, document: ClearedDocument, path: Path) -> None:
        """Write a paper in a job, in the format of the file's ending; the very bytes that are previewed, where they
        are of the paper as it stands."""
        preview = self.sides.panels["preview"]
        shown = preview.current if isinstance(preview, PreviewPanel) and format_of(path) == PAGED else None
        if shown is not None:
            self.exporter.write(path, lambda _: shown)
        else:
            self.exporter.write(path, partial(render_paper, document, format_of(path)))

    def go_to_note(self) -> None:
        """Show the note behind the paragraph, in the Run stage."""
        row: EvidenceRow | None = self.editor.current_evidence()
        if row:
            self._open_note(row.note_id)

    def _editable_section(self) -> SectionRow | None:
        section = self.parts.current_section()
        if section is None or section.generated:
            self._context.notices.tell(
                tr("This part is made from the records. Choose one that holds paragraphs.")
            )
            return None
        return section

    def _open_note(self, note_id: str) -> None:
        self._context.navigator.open_stage(self._session_id, "notes", note_id)

    def _move(self, places: int) -> None:
        row: ParagraphRow | None = self.parts.current_paragraph()
        if row:
            self.desk.run(commands.MoveParagraph(row.id, places))

    def _on_delete(self) -> None:
        rows = self.parts.selected_paragraphs()
        if rows and self.desk.run(commands.delete_paragraphs([row.id for row in rows])):
            told = ntr("Deleted {count} paragraph", "Deleted {count} paragraphs", len(rows))
            self._context.notices.tell(told.format(count=len(rows)), offer_undo=True)

    def _on_heading_edited(self, section_id: str, heading: str) -> None:
        self.desk.run(commands.set_heading(section_id, heading))

    def _on_read(self) -> None:
        briefing = self.desk.briefing
        self._stack.setCurrentIndex(0 if briefing else 1)
        for action in self._composing:
            action.setEnabled(briefing is not None and not self.desk.read_only)
        if briefing:
            self.parts.show_sections(briefing.sections)
            self.editor.show_paragraph(self.parts.current_paragraph())

    def _on_placed(self) -> None:
        self.parts.select(self.desk.section_key, self.desk.paragraph_id)

    def _on_part_chosen(self) -> None:
        section = self.parts.current_section()
        if section and section.key != self.desk.section_key:
            self.desk.go(section.key)

    def _on_paragraph_chosen(self, row: ParagraphRow | None) -> None:
        self.editor.show_paragraph(row)
        section = self.parts.current_section()
        if section:
            self.desk.go(section.key, row.id if row else "")
