"""The list of parts at the left, and what is to be settled in all of them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.rows import SectionRow
from facilitator.features.briefing.sections.parts_list import PartsList
from facilitator.features.briefing.sections.state import lacks, measure, next_place, to_settle
from facilitator.translation import ntr, tr


class SectionsPanel(QWidget):
    """Enter goes into the text of a part."""

    entered = Signal()
    dropped = Signal(QMimeData, str)
    """Notes or paragraphs, and the key of the part they were dropped on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = PartsList(self._takes, self)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.entered_by_key.connect(self.entered)
        self.list.dropped_on.connect(self._on_dropped)
        self.open = QPushButton(self)
        self.open.setToolTip(
            tr("✕ withheld, ▲ source has moved, ○ no note behind it. {keys} goes to the next.").format(
                keys="F3"
            )
        )
        self.next_action = QAction(tr("Next paragraph to settle"), self)
        self.next_action.setShortcut(QKeySequence(Qt.Key.Key_F3))
        self.next_action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.next_action.triggered.connect(lambda *_: self.go_to_next())
        self.open.clicked.connect(lambda *_: self.go_to_next())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.open)
        desk.read.connect(self._on_read)
        desk.placed.connect(self._on_placed)

    def go_to_next(self) -> None:
        """Go to the next paragraph that is withheld, has moved, or rests on nothing."""
        briefing = self._desk.briefing
        place = next_place(briefing, self._desk.section_key, self._desk.paragraph_id) if briefing else None
        if place is not None:
            self._desk.go(place.section_key, place.paragraph_id)
            self.entered.emit()

    def _takes(self, number: int) -> bool:
        sections = self._desk.briefing.sections if self._desk.briefing else ()
        writable = 0 <= number < len(sections) and not self._desk.read_only
        return writable and bool(sections[number].id) and not sections[number].generated

    def _on_dropped(self, data: QMimeData, number: int) -> None:
        if self._desk.briefing:
            self.dropped.emit(data, self._desk.briefing.sections[number].key)

    def _on_read(self) -> None:
        sections = self._desk.briefing.sections if self._desk.briefing else ()
        unused = Counter(note.part for note in self._desk.notes if not note.used)
        with QSignalBlocker(self.list):
            while self.list.count() > len(sections):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(sections):
                self.list.addItem(QListWidgetItem())
            for number, section in enumerate(sections):
                _show(self.list.item(number), number + 1, section, unused[section.key])
        count = len(list(to_settle(self._desk.briefing))) if self._desk.briefing else 0
        told = ntr("{count} paragraph to settle", "{count} paragraphs to settle", count)
        self.open.setText(told.format(count=count) if count else tr("All paragraphs are backed"))
        self.open.setEnabled(count > 0)
        self._on_placed()

    def _on_placed(self) -> None:
        keys = [section.key for section in self._desk.briefing.sections] if self._desk.briefing else []
        with QSignalBlocker(self.list):
            if self._desk.section_key in keys:
                self.list.setCurrentRow(keys.index(self._desk.section_key))

    def _on_row_changed(self, number: int) -> None:
        sections = self._desk.briefing.sections if self._desk.briefing else ()
        if 0 <= number < len(sections) and sections[number].key != self._desk.section_key:
            self._desk.go(sections[number].key)


def _show(item: QListWidgetItem, number: int, section: SectionRow, unused: int) -> None:
    """Parts that are made from the records stand in italics."""
    heading = section.heading or tr(section.usual_heading)
    details = " · ".join(filter(None, (measure(section), *lacks(section, unused))))
    item.setText(f"{number}  {heading}\n{details}" if details else f"{number}  {heading}")
    font = item.font()
    font.setItalic(section.generated)
    item.setFont(font)
