"""Which paper, in which language, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.features.papers import queries
from facilitator.features.papers.making import Wanted
from facilitator.kit.context import Context
from facilitator.kit.exporting import data_box
from facilitator.kit.feature import Report
from facilitator.kit.fields import ChoiceField
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.translation import PAPER_LANGUAGES, SOURCE_LANGUAGE, current_language, tr

_PERSON, _EACH, _FLASH, _DATA = "person_id", "each_item", "flash", "with_data"


class PaperChooser(QWidget):
    """The papers of a session, and what each can be asked for."""

    chosen = Signal()

    def __init__(
        self, context: Context, session_id: str, reports: Sequence[Report], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._reports = list(reports)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Papers"))
        for report in self._reports:
            item = QListWidgetItem(tr(report.title), self.list)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tr(report.tip))
            item.setToolTip(tr(report.tip))
        self.tip = plain_label(self, "quiet")
        self.language = self._field(tr("Language of the fixed texts"))
        self.language.set_choices(list(PAPER_LANGUAGES.items()))
        usual = current_language()
        self.language.show_value(usual if usual in PAPER_LANGUAGES else SOURCE_LANGUAGE)
        self.person = self._field(tr("For whom"))
        self.each_apart = QPushButton(icon("export"), tr("Save a file for each…"), self)
        self.each_apart.setToolTip(
            tr("A file for each person, to send: nobody gets the brief of someone else")
        )
        self.each_apart.setAutoDefault(False)
        self.each = self._field(tr("Entries"))
        self.each.set_choices([(False, tr("The whole session")), (True, tr("Each item"))])
        self.kind = self._field(tr("Of each session"))
        self.kind.set_choices([(False, tr("The briefing")), (True, tr("The flash note"))])
        self.data = data_box(self)
        self.whole = QCheckBox(tr("Of all sessions of the library"), self)
        self.whole.toggled.connect(lambda _: self.chosen.emit())
        self.data.toggled.connect(lambda _: self.chosen.emit())
        self._lay_out()
        self.list.setCurrentRow(0)
        self.refresh()
        self.list.currentRowChanged.connect(self._on_changed)

    def wanted(self) -> Wanted:
        """What is asked for now."""
        report = self._reports[max(self.list.currentRow(), 0)]
        options: dict[str, object] = {}
        if _PERSON in report.options and self.person.currentData():
            options[_PERSON] = self.person.currentData()
        for name, field in ((_EACH, self.each), (_FLASH, self.kind)):
            if name in report.options:
                options[name] = bool(field.currentData())
        if _DATA in report.options:
            options[_DATA] = self.data.isChecked()
        whole = report.of_library and self.whole.isChecked()
        return Wanted(report, str(self.language.currentData() or "en"), options, whole)

    def choose(self, report_id: str) -> bool:
        """Choose a paper; False where it was chosen already, or is not known."""
        ids = [report.id for report in self._reports]
        before = self.list.currentRow()
        if report_id in ids:
            self.list.setCurrentRow(ids.index(report_id))
        return self.list.currentRow() != before

    def refresh(self) -> None:
        """Read anew who can be given a paper; who is gone is no longer chosen."""
        with self._context.library.read() as session:
            people = queries.list_brief_people(session, self._session_id)
        known = {"", *(person_id for person_id, _ in people)}
        if self.person.currentData() not in known:
            self.person.setCurrentIndex(0)
        self.person.set_choices([("", tr("Everyone, a page each to print")), *people])
        self.each_apart.setEnabled(bool(people))
        self._show_options()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.scheduleDelayedItemsLayout()  # rows were measured before the style was there

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField((), self)
        field.setAccessibleName(name)
        field.committed.connect(lambda _: self.chosen.emit())
        return field

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.tip)
        self._labels = {}
        for field in (self.person, self.each, self.kind, self.language):
            label = QLabel(field.accessibleName(), self, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(field)
            self._labels[field] = label
            layout.addWidget(label)
            layout.addWidget(field)
            if field is self.person:
                layout.addWidget(self.each_apart)
        layout.addWidget(self.data)
        layout.addWidget(self.whole)

    def _show_options(self) -> None:
        report = self._reports[max(self.list.currentRow(), 0)]
        self.tip.setText(tr(report.tip))
        self.tip.setVisible(bool(report.tip))
        for field, shown in (
            (self.person, _PERSON in report.options),
            (self.each, _EACH in report.options),
            (self.kind, _FLASH in report.options),
            (self.language, len(PAPER_LANGUAGES) > 1),
        ):
            field.setVisible(shown)
            self._labels[field].setVisible(shown)
        self.each_apart.setVisible(bool(report.apart))
        self.data.setVisible(_DATA in report.options)
        self.whole.setVisible(report.of_library)

    def _on_changed(self) -> None:
        self._show_options()
        self.chosen.emit()
