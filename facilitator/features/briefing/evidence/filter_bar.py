"""Chooses which notes are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from facilitator.features.briefing.columns import kind
from facilitator.features.briefing.evidence.filters import Filter, choices
from facilitator.features.briefing.rows import NoteRow, SectionRow
from facilitator.kit.fields import ChoiceField
from facilitator.translation import mark, tr

_FIELDS: tuple[tuple[str, str, Callable[[NoteRow], Iterable[str]]], ...] = (
    ("kind", mark("Any kind"), lambda row: (row.kind or "none",)),
    ("speaker", mark("Any speaker"), lambda row: (row.speaker,)),
    ("theme", mark("Any theme"), lambda row: row.themes),
    ("case", mark("Any case"), lambda row: (row.case,)),
)


class FilterBar(QWidget):
    """Words to search for, and a chooser for each thing that notes have; a choice that nothing has is not offered."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("Find in notes"))
        self.words.setAccessibleName(tr("Find in notes"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda text: self._set("words", text))
        self.use = ChoiceField(
            [("", tr("All, unused first")), ("unused", tr("Unused")), ("used", tr("Used"))], self
        )
        self.use.setAccessibleName(tr("Used or not"))
        self.use.committed.connect(lambda value: self._set("use", value))
        self.part = ChoiceField([("", tr("Any part"))], self)
        self.part.setAccessibleName(tr("Part that the kind belongs to"))
        self.part.committed.connect(lambda value: self._set("part", value))
        self.fields: dict[str, ChoiceField] = {}
        for name, words, _ in _FIELDS:
            field = ChoiceField([("", tr(words))], self)
            field.setAccessibleName(tr(words))
            field.committed.connect(lambda value, name=name: self._set(name, value))
            self.fields[name] = field
        self.clear = QPushButton(tr("Show all"), self)
        self.clear.clicked.connect(self.show_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.words, 0, 0, 1, 2)
        every = (self.use, self.part, *self.fields.values(), self.clear)
        for number, widget in enumerate(every):
            widget.setMinimumWidth(60)
            grid.addWidget(widget, 1 + number // 2, number % 2)

    def offer(self, rows: Sequence[NoteRow], sections: Sequence[SectionRow]) -> None:
        """Offer what the notes have."""
        headings = {section.key: section.heading or section.usual_heading for section in sections}
        found = choices(rows, lambda row: (row.part,))
        self._offer(self.part, tr("Any part"), [(key, headings.get(key, key), count) for key, count in found])
        for name, words, of in _FIELDS:
            told = [(key, _words(name, key), count) for key, count in choices(rows, of)]
            self._offer(self.fields[name], tr(words), told)

    def show_all(self) -> None:
        """Take all conditions away."""
        self.filter = Filter()
        for field in (self.use, self.part, *self.fields.values()):
            field.show_value("")
        self.words.clear()
        self.changed.emit()

    def _offer(self, field: ChoiceField, usual: str, found: list[tuple[str, str, int]]) -> None:
        chosen = field.currentData() or ""
        offered = [(key, tr("{name} ({count})").format(name=name, count=count)) for key, name, count in found]
        field.set_choices([("", usual), *offered])
        field.show_value(chosen)
        field.setEnabled(bool(found))

    def _set(self, name: str, value: object) -> None:
        self.filter = replace(self.filter, **{name: str(value or "")})
        self.changed.emit()


def _words(name: str, key: str) -> str:
    return kind("" if key == "none" else key) if name == "kind" else key
