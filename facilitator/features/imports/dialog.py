"""The window's way to import: choose or drop files, see the plan, answer and correct, then import all or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.features.imports.commands import ApplyImport
from facilitator.features.imports.plan_table import left_out_columns, summary
from facilitator.features.imports.plan_view import PlanView
from facilitator.features.imports.rows import Plan
from facilitator.features.imports.work import ImportWork
from facilitator.features.imports.work_bar import WorkBar
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import EmptyState
from facilitator.translation import tr

_WIDTH_CHARACTERS, _HEIGHT_LINES = 150, 34


class ImportDialog(QDialog):
    """What an import would do, row by row, before it does it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("Import files"))
        self.setAcceptDrops(True)
        self.work = ImportWork(context, self)
        self.start = EmptyState(
            tr("Drop files here"),
            tr(
                "Sessions, agendas, speakers, cases or notes, as CSV or XLSX. First you see what would be done."
            ),
            tr("Choose files…"),
            self,
        )
        self.view = PlanView(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.view)
        self._make_top()
        self._make_bottom()
        self._lay_out()
        self._connect()
        self._on_busy_changed(False)

    def ask_files(self) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Import files"), "", tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)")
        )
        self.add_files(Path(name) for name in names)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read files and plan their import."""
        self.refusal.hide()
        self.work.add_files(paths)

    def apply(self) -> None:
        """Import as planned."""
        plan = self.work.plan
        if plan is None or self.work.busy:
            return
        self.work.pause()
        if not self._context.library.run(ApplyImport(plan)):
            self.work.resume()
            return
        text = (
            tr("Imported: {summary}.").format(summary=summary(plan))
            if plan.writes
            else tr("Nothing was new.")
        )
        self._context.notices.tell(text, offer_undo=bool(plan.writes))
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(_files(event.mimeData().urls()))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field ends typing there; it never imports. Control and Enter do. Escape, which is soon pressed
        for a list that is not open, does not throw away answers: Cancel does."""
        if event.key() == Qt.Key.Key_Escape and self.work.choices:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.apply()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.work.pause()
        super().done(result)

    def _make_top(self) -> None:
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        self.files = plain_label(self)
        self.columns = plain_label(self, "quiet")
        self.columns.hide()
        self.add = QPushButton(tr("Add files…"), self)
        self.add.hide()

    def _make_bottom(self) -> None:
        self.summary = plain_label(self, "quiet")
        self.bar = WorkBar(self.work, self)
        self.buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.import_button = QPushButton(tr("Import"), self)
        self.import_button.setObjectName("primary")
        self.import_button.clicked.connect(self.apply)
        self.buttons.addButton(self.import_button, roles.AcceptRole)
        self.buttons.addButton(tr("Cancel"), roles.RejectRole).clicked.connect(self.reject)
        for button in self.buttons.buttons():
            button.setAccessibleName(button.text())

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.files, 1)
        top.addWidget(self.add)
        below.addWidget(self.summary, 1)
        below.addWidget(self.bar)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(self.refusal)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.columns)
        layout.addLayout(below)
        metrics = self.fontMetrics()
        usual = QSize(metrics.averageCharWidth() * _WIDTH_CHARACTERS, metrics.lineSpacing() * _HEIGHT_LINES)
        window = self.parentWidget()
        self.resize(usual.expandedTo(window.window().size() * 0.9) if window else usual)

    def _connect(self) -> None:
        self.start.acted.connect(self.ask_files)
        self.add.clicked.connect(self.ask_files)
        self.work.planned.connect(self._on_planned)
        self.work.refused.connect(self._on_refused)
        self.work.busy_changed.connect(self._on_busy_changed)
        self._context.library.failed.connect(self._on_refused)
        self.view.chosen.connect(self.work.choose)

    def _on_planned(self, plan: Plan) -> None:
        self.stack.setCurrentWidget(self.view)
        self.add.show()
        self.files.setText(", ".join(path.name for path in self.work.files))
        self.summary.setText(summary(plan))
        self.columns.setText(left_out_columns(plan))
        self.columns.setVisible(bool(self.columns.text()))
        self.view.show_plan(plan, self.work.choices)
        announce(self, self.summary.text())

    def _on_refused(self, refusal: Refused) -> None:
        text = str(refusal)
        self.refusal.setText(f"{self.refusal.text()}\n{text}" if self.refusal.isVisible() else text)
        self.refusal.show()
        announce(self, text, at_once=True)

    def _on_busy_changed(self, busy: bool) -> None:
        can = self.work.plan is not None and not busy and not self._context.library.read_only
        self.import_button.setEnabled(can)


def _files(urls: Iterable[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def show_import(context: Context, parent: QWidget, files: tuple[Path, ...] = ()) -> None:
    """Show the dialog, with these files when there are any."""
    dialog = ImportDialog(context, parent)
    if files:
        dialog.add_files(files)
    dialog.exec()
    dialog.deleteLater()
