"""What a template holds: its picture and its items; the title and use of one's own are edited in place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.domain.times import length
from facilitator.features.agenda import commands
from facilitator.features.agenda.templates import words
from facilitator.features.agenda.templates.content import Template
from facilitator.features.agenda.templates.mini import MiniPicture
from facilitator.features.agenda.templates.shipped import TemplateRow
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField, TextField
from facilitator.kit.forms import Form
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark, tr


class _ItemRow:
    """A line of the list of items."""

    def __init__(self, number: int, begins: str, minutes: str, title: str, kind: str) -> None:
        self.id = str(number)
        self.begins, self.minutes, self.title, self.kind = begins, minutes, title, kind


def item_table(parent: QWidget) -> RowTable:
    """A list of a template's items, to read."""
    columns = [
        Column(mark("Start"), lambda row: row.begins, width=7),
        Column(mark("Minutes"), lambda row: row.minutes, width=5, numeric=True),
        Column(mark("Item"), lambda row: row.title, stretch=True),
        Column(mark("Kind"), lambda row: row.kind, width=13),
    ]
    table = RowTable(columns, tr("Items of the template"), parent)
    table.setSortingEnabled(False)
    return table


def show_items(
    table: RowTable, template: Template | None, segments: Mapping[str, str], start: int | None
) -> None:
    """Show the items of a template with the times that they would have (``start`` is the session's)."""
    rows = []
    for number, (item, time) in enumerate(
        zip(template.items, template.timings(), strict=True) if template else ()
    ):
        group = template.groups[item.group - 1].name if template and item.group else ""
        title = tr("{group}: {title}").format(group=group, title=item.title) if group else item.title
        begins = words.moment(time.start, start)
        kind = segments.get(item.segment, item.segment)
        rows.append(_ItemRow(number, begins, length(item.minutes), title, kind))
    table.rows.set_rows(rows)


class TemplatePreview(QWidget):
    """Shows the template that is chosen. ``deletion_requested`` when one's own is to be deleted."""

    deletion_requested = Signal()

    def __init__(
        self, context: Context, segments: Mapping[str, str], start: int | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._segments, self._start = context, segments, start
        self._row: TemplateRow | None = None
        self.title = plain_label(self, "cardTitle")
        self.about = plain_label(self)
        self.facts = plain_label(self, "quiet")
        self.form = Form(context.library, "agenda_template", self)
        self.form.add("title", mark("Title"), LineField())
        self.form.add("about", mark("What it is for"), TextField(2))
        self.form.edited.connect(self._on_edited)
        self.delete_button = QPushButton(icon("delete"), tr("Delete this template"), self)
        self.delete_button.setEnabled(not context.library.read_only)
        self.delete_button.clicked.connect(self.deletion_requested)
        self.picture = MiniPicture(self)
        self.items = item_table(self)
        column = QVBoxLayout(self)
        for widget in (self.title, self.about, self.form, self.facts, self.picture):
            column.addWidget(widget)
        column.addWidget(self.items, 1)
        column.addWidget(self.delete_button, alignment=Qt.AlignmentFlag.AlignLeading)
        self.items.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)

    def show_template(self, row: TemplateRow | None) -> None:
        """Show a template, or nothing."""
        self._row = row
        own = row is not None and row.own
        self.title.setVisible(not own)
        self.about.setVisible(bool(row and not own and row.about))
        self.form.setVisible(own)
        self.delete_button.setVisible(own)
        self.title.setText(row.title if row else "")
        self.about.setText(row.about if row else "")
        if row is not None and own:
            self.form.show_row(row.id, {"title": row.title, "about": row.about})
        template = row.template if row else None
        self.facts.setText(words.facts(template) if template else row.problem if row else "")
        self.picture.setVisible(template is not None)
        self.picture.show_template(template)
        show_items(self.items, template, self._segments, self._start)

    def _on_edited(self, name: str, value: object) -> None:
        if self._row is not None and (name != "title" or value):
            self._context.library.run(commands.edit_template(self._row.id, **{name: str(value)}))
        elif self._row is not None:  # a template without a title could not be found again
            self.form.field("title").show_value(self._row.title)
