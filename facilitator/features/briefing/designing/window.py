"""Templates of papers: those that ship to look at and copy, one's own to change. Typing is saving here too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.designing.files import TemplateFiles
from facilitator.features.briefing.designing.look import LookForm
from facilitator.features.briefing.designing.parts import PartsPanel
from facilitator.features.briefing.templates import Template
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.storage.journal import ChangeSet
from facilitator.storage.store import Command
from facilitator.translation import tr

_WIDTH_CHARACTERS, _HEIGHT_LINES = 150, 40
_MOST_WIDTH, _MOST_HEIGHT = 1010, 570  # pixels: within the smallest window


class TemplatesDialog(QDialog):
    """``chosen`` gives the name of a template that papers are to be written with."""

    chosen = Signal(str)

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Templates of papers"))
        self._context, self.name = context, name
        self.templates: tuple[Template, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Templates"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row)
        self.hint = plain_label(self, "quiet")
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        self.look = LookForm(context, self._edit, self)
        self.parts = PartsPanel(context, self._edit, self)
        self.files = TemplateFiles(self)
        self.files.opened.connect(self.add)
        self.files.refused.connect(self._on_failed)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)
        context.library.changed.connect(self._on_changed)
        context.library.failed.connect(self._on_failed)
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def template(self) -> Template:
        """The one that is shown."""
        return next((one for one in self.templates if one.name == self.name), self.templates[0])

    def refresh(self) -> None:
        """Read the templates anew."""
        with self._context.library.read() as session:
            self.templates = tuple(queries.list_templates(session))
        self.name = self.template.name
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self.templates:
                self.list.addItem(one.title if one.own else tr(one.title))
                self.list.item(self.list.count() - 1).setToolTip(one.about if one.own else tr(one.about))
            self.list.setCurrentRow([one.name for one in self.templates].index(self.name))
        self._show()

    def copy(self) -> None:
        """Make one of one's own from the one that is shown."""
        shown = self.template
        title = tr("Copy of {title}").format(title=shown.title if shown.own else tr(shown.title))
        command = commands.CopyTemplate(shown.name, title)
        if self._run(command):
            self._choose(command.id)
            self.look.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Delete the one that is shown; undo brings it back."""
        if self.template.own:
            self._run(commands.DeleteTemplate(self.name, self.template.title))

    def undo(self) -> None:
        """Take back the latest change."""
        self._commit()
        self._context.library.undo()

    def add(self, text: str) -> None:
        """Add a template that came as JSON text."""
        command = commands.AddTemplate(text)
        if self._run(command):
            self._choose(command.id)

    def use(self) -> None:
        """Write papers with the one that is shown."""
        self._commit()
        self.chosen.emit(self.name)
        self.accept()

    def done(self, result: int) -> None:
        """What is being typed is saved when the dialog closes."""
        self._commit()
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.parts, tr("Parts"))
        self.tabs.addTab(scrolled(self.look), tr("Look"))
        right = QWidget(self)
        rest = QVBoxLayout(right)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.addWidget(self.hint)
        rest.addWidget(self.refusal)
        rest.addWidget(self.tabs, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 4)
        split.setSizes([210, 780])
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(self._make_buttons())
        metrics = self.fontMetrics()
        wide, high = metrics.averageCharWidth() * _WIDTH_CHARACTERS, metrics.lineSpacing() * _HEIGHT_LINES
        self.resize(min(wide, _MOST_WIDTH), min(high, _MOST_HEIGHT))

    def _make_buttons(self) -> QWidget:
        """In rows as wide as the dialog: the texts may be large."""
        bar = QWidget(self)
        row = FlowLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        slots: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("copy", tr("Copy to change"), self.copy),
            ("delete", tr("Delete"), self.delete),
            ("undo", tr("Undo"), self.undo),
            ("add", tr("From a file…"), self.files.ask_open),
            ("save", tr("To a file…"), self.files.ask_save),
            ("use", tr("Write with it"), self.use),
            ("done", tr("Done"), self.accept),
        )
        for name, text, slot in slots:
            button = QPushButton(text, bar)
            button.setAccessibleName(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(_called, slot))
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["use"].setObjectName("primary")
        return bar

    def _show(self) -> None:
        shown, writable = self.template, not self._context.library.read_only
        enabled = shown.own and writable
        self.hint.setText("" if shown.own else tr("It ships with the program. A copy of it can be changed."))
        self.hint.setVisible(not shown.own)
        self.parts.show_template(shown, enabled=enabled)
        self.look.show_template(shown, enabled=enabled)
        for name in ("copy", "add", "undo"):
            self.buttons[name].setEnabled(writable)
        self.buttons["delete"].setEnabled(enabled)

    def _edit(self, template: Template) -> None:
        self._run(commands.EditTemplate(template))

    def _run(self, command: Command) -> bool:
        self.refusal.hide()
        if self._context.library.run(command):
            return True
        self.refresh()
        return False

    def _choose(self, name: str) -> None:
        self.name = name
        self.refresh()

    def _commit(self) -> None:
        for form in (self.look.form, self.parts.part.form, self.parts.part.gathering.form):
            form.commit()

    def _on_row(self, row: int) -> None:
        self._commit()
        if 0 <= row < len(self.templates):
            self.name = self.templates[row].name
            self.refusal.hide()
            self._show()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("paper_template"):
            self.refresh()

    def _on_failed(self, refusal: Refused) -> None:
        self.refusal.setText(str(refusal))
        self.refusal.show()


def _called(slot: Callable[[], None], *_: object) -> None:
    slot()
