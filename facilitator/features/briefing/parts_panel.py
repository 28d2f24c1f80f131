"""The parts of the paper, and the paragraphs of the part that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.features.briefing.columns import PARAGRAPHS
from facilitator.features.briefing.rows import ParagraphRow, SectionRow
from facilitator.kit.fields import LineField
from facilitator.kit.lists import RowTable
from facilitator.translation import tr


class PartsPanel(QObject):
    """The ``list`` of the parts, and the ``paragraphs`` of one, which go where the stage wants them."""

    part_chosen = Signal()
    paragraph_chosen = Signal(object)
    paragraph_opened = Signal()
    heading_edited = Signal(str, str)
    deletion_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._sections: tuple[SectionRow, ...] = ()
        self.list = QListWidget(window)
        self.list.setAccessibleName(tr("Parts of the paper"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_part_changed)
        self.heading = LineField(parent=window)
        self.heading.setAccessibleName(tr("Heading of this part"))
        self.heading.committed.connect(self._on_heading_committed)
        self.guidance = QLabel(window, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.guidance.setObjectName("quiet")
        self.table = RowTable(PARAGRAPHS, tr("Paragraphs of this part"), window)
        self.table.setSortingEnabled(False)
        self.table.selectionModel().selectionChanged.connect(self._on_paragraph_changed)
        self.table.opened.connect(lambda _: self.paragraph_opened.emit())
        self.table.deletion_requested.connect(lambda _: self.deletion_requested.emit())
        self.paragraphs = QWidget(window)
        column = QVBoxLayout(self.paragraphs)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.guidance, self.table):
            column.addWidget(widget)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Show the parts; the one that was chosen stays so, at first the first with paragraphs."""
        chosen = self.current_section()
        self._sections = tuple(sections)
        keys = [section.key for section in self._sections]
        first = next((n for n, section in enumerate(self._sections) if section.paragraphs), 0)
        number = keys.index(chosen.key) if chosen and chosen.key in keys else first
        with QSignalBlocker(self.list):
            while self.list.count() < len(keys):
                self.list.addItem(QListWidgetItem())
            while self.list.count() > len(keys):
                self.list.takeItem(self.list.count() - 1)
            for row, section in enumerate(self._sections):
                _show_title(self.list.item(row), row + 1, section)
            self.list.setCurrentRow(number)
        self._show_part()

    def current_section(self) -> SectionRow | None:
        """The part that is chosen."""
        row = self.list.currentRow()
        return self._sections[row] if 0 <= row < len(self._sections) else None

    def current_paragraph(self) -> ParagraphRow | None:
        """The paragraph that is selected, when it is one."""
        rows = self.selected_paragraphs()
        return rows[0] if len(rows) == 1 else None

    def selected_paragraphs(self) -> list[ParagraphRow]:
        """The paragraphs that are selected."""
        return self.table.selected_rows()

    def select(self, key: str, paragraph_id: str) -> None:
        """Choose a part and select a paragraph in it."""
        for number, section in enumerate(self._sections):
            if section.key == key:
                self.list.setCurrentRow(number)
        self.table.select(paragraph_id)

    def _show_part(self) -> None:
        section = self.current_section()
        if section is None:
            return
        made = tr("This part is made from the records each time the paper is made.")
        self.heading.setReadOnly(section.generated)
        self.heading.show_value(section.heading or section.usual_heading)
        self.guidance.setText(made if section.generated else tr(section.guidance))
        self.table.rows.set_rows(section.paragraphs)

    def _on_part_changed(self) -> None:
        self._show_part()
        self.part_chosen.emit()
        self._on_paragraph_changed()

    def _on_paragraph_changed(self) -> None:
        self.paragraph_chosen.emit(self.current_paragraph())

    def _on_heading_committed(self, heading: str) -> None:
        section = self.current_section()
        if section:
            self.heading_edited.emit(section.id, heading if heading != section.usual_heading else "")


def _show_title(item: QListWidgetItem, number: int, section: SectionRow) -> None:
    """Parts that are made from the records stand in italics; the others tell how many paragraphs they hold."""
    heading = section.heading or section.usual_heading or tr("Cover")
    text = tr("{number}  {heading}") if section.generated else tr("{number}  {heading}  ({count})")
    item.setText(text.format(number=number, heading=heading, count=len(section.paragraphs)))
    font = item.font()
    font.setItalic(section.generated)
    item.setFont(font)
    item.setToolTip(tr("Made from the records") if section.generated else "")
