"""Choose a template: a list with search at the left, what the chosen one holds at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import commands, queries
from facilitator.features.agenda.templates.applying import apply_template
from facilitator.features.agenda.templates.preview import TemplatePreview
from facilitator.features.agenda.templates.shipped import TemplateRow
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState, ListPanel, RowTable
from facilitator.kit.rowmodel import Column
from facilitator.kit.sidebyside import ListAndEditor
from facilitator.reading.plan import read_plan
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import mark, tr


def _columns() -> list[Column]:
    return [
        Column(mark("Template"), lambda row: row.title, stretch=True),
        Column(mark("Length"), _length, key=_minutes, width=9),
        Column(mark("From"), lambda row: tr("Yours") if row.own else tr("Facilitator"), width=12),
    ]


def _minutes(row: TemplateRow) -> int:
    return row.template.planned if row.template else 0


def _length(row: TemplateRow) -> str:
    return tr("{count} min").format(count=_minutes(row)) if row.template else "–"


class ChooseTemplateDialog(QDialog):
    """Adds a template to a session's agenda. One's own are renamed and deleted here, each with its undo."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Templates"))
        self._context, self._session_id = context, session_id
        with context.library.read() as session:
            segments = dict(choices.codes(session, Vocabulary.SEGMENT))
            plan = read_plan(session, session_id)
        self.table = RowTable(_columns(), tr("Templates"), self)
        empty = EmptyState(tr("No templates"), tr("Save an agenda as a template to find it here."), "")
        self.panel = ListPanel(self.table, empty, self)
        self.preview = TemplatePreview(context, segments, plan.start if plan else None, self)
        self.preview.deletion_requested.connect(self._on_delete)
        self.sides = ListAndEditor(self.panel, scrolled(self.preview), self)
        self.sides.went_back.connect(self.panel.focus_first)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.table.deletion_requested.connect(lambda _: self._on_delete())
        context.library.changed.connect(self._on_changed)
        self.refresh()
        self.table.selectRow(0)
        self.panel.focus_first()

    def _lay_out(self) -> None:
        self._told = QWidget(self)
        self.told = plain_label(self._told)
        self.undo_button = QPushButton(icon("undo"), tr("Undo"), self._told)
        self.undo_button.clicked.connect(self._on_undo)
        line = QHBoxLayout(self._told)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.told, 1)
        line.addWidget(self.undo_button)
        self._told.hide()
        buttons = QDialogButtonBox(self)
        self.add_button = QPushButton(tr("Add to the agenda"), self)
        self.add_button.setObjectName("primary")
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.preview_button = buttons.addButton(tr("See its items"), QDialogButtonBox.ButtonRole.ActionRole)
        self.preview_button.clicked.connect(self._on_items_wanted)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(tr("Close"))
        buttons.accepted.connect(self._on_add)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sides, 1)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(
            min(max(metrics.averageCharWidth() * 150, 980), 1010), min(metrics.lineSpacing() * 34, 560)
        )

    def refresh(self) -> None:
        """Read the templates anew; the one that is chosen stays so."""
        with self._context.library.read() as session:
            self.panel.set_rows(queries.list_templates(session))
        self._on_selected()

    def chosen(self) -> TemplateRow | None:
        """The template that is chosen."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_selected(self) -> None:
        row = self.chosen()
        self.preview.show_template(row)
        usable = row is not None and row.template is not None and not self._context.library.read_only
        self.add_button.setEnabled(usable)

    def _on_items_wanted(self) -> None:
        self.sides.show_editor()
        self.preview.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self) -> None:
        if self.sides.is_stacked:
            self.sides.show_editor()
        else:
            self._on_add()

    def _on_add(self) -> None:
        self.preview.form.commit()
        row = self.chosen()
        if row and row.template and apply_template(self._context, self._session_id, row.template):
            self.accept()

    def _on_delete(self) -> None:
        row = self.chosen()
        if row is None or not row.own or self._context.library.read_only:
            return
        place = self.table.currentIndex().row()
        if self._context.library.run(commands.delete_template(row.id, row.title)):
            self.told.setText(tr("Deleted the template “{name}”").format(name=row.title))
            self._told.show()
            self.sides.show_list()
            self.table.selectRow(min(place, self.table.filter.rowCount() - 1))
            self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self._context.library.undo()
        self._told.hide()
        self.panel.focus_first()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("agenda_template"):
            self.refresh()
