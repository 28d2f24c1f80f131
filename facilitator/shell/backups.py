"""Backups in the window: made by themselves now and then, chosen and restored by the person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.context import Context
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column
from facilitator.shell.backup_rows import BackupRow, rows_of
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.refusals import ask
from facilitator.storage import journal, restoring
from facilitator.storage.backup import INTERVAL, Backup, backups_for, backups_of, is_due
from facilitator.translation import mark, tr

_FIRST_LOOK_MS, _LOOK_MS = 10_000, 60_000


class AutomaticBackups(QObject):
    """Looks every minute whether the library is to be backed up, and does it in the background."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        self._interval = timedelta(0)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        if not context.library.read_only:
            self._timer.start()
            QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)

    def look(self) -> None:
        """Back the library up if it changed and the latest backup is old enough."""
        store = self._context.library.store
        if store.is_closed:
            self._timer.stop()
            return
        backups, stamp = backups_of(store), journal.last_stamp(store.raw())
        if self._running or not is_due(backups.latest(), stamp, datetime.now(UTC), self._interval):
            return
        self._running, self._interval = True, INTERVAL
        path = store.path
        job = self._context.jobs.run(tr("Backing up"), lambda _: backups.make(path))
        job.succeeded.connect(self._on_ended)
        job.cancelled.connect(self._on_ended)
        job.failed.connect(self._on_failed)

    def _on_ended(self) -> None:
        self._running = False

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, Refused):
            raise error
        self._context.notices.refuse(error)


class BackupsDialog(QDialog):
    """The backups there are, to choose one."""

    def __init__(self, parent: QWidget, backups: list[Backup], *, files: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore a backup"))
        self.chosen: Backup | Path | None = None
        columns = [
            Column(mark("Made"), lambda row: _local(row.backup.made_at), key=_age, width=24),
            Column(mark("Why"), lambda row: tr(row.why), stretch=True),
            Column(mark("Size"), lambda row: _size(row.backup.size), key=_size_of, numeric=True, width=12),
        ]
        self.table = RowTable(columns, tr("Backups"), self)
        self.table.rows.set_rows(rows_of(backups))
        self.table.selectRow(0)
        self.table.opened.connect(lambda _: self._on_restore())
        explanation = tr("The library becomes what it was then. Undo brings back what it is now.")
        if not files:
            explanation = tr("The damaged file is kept beside it under another name.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(plain_label(self, "pageTitle", tr("Restore a backup")))
        layout.addWidget(
            plain_label(self, "emptyText", explanation if backups else tr("There is no backup yet."))
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(self._make_buttons(bool(backups), files))
        character = self.fontMetrics().averageCharWidth()
        self.resize(character * 80, character * 50)

    def _make_buttons(self, any_backup: bool, files: bool) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        restore = buttons.addButton(tr("Restore"), roles.AcceptRole)
        restore.setObjectName("primary")
        restore.setEnabled(any_backup)
        restore.clicked.connect(self._on_restore)
        if files:
            from_file = buttons.addButton(tr("From a file…"), roles.ActionRole)
            from_file.clicked.connect(self._on_from_file)
        buttons.addButton(tr("Close"), roles.RejectRole).clicked.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text())
        return buttons

    def _on_restore(self) -> None:
        row: BackupRow | None = self.table.current_row()
        if row is not None:
            self.chosen = row.backup
            self.accept()

    def _on_from_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Restore from a file"), "", tr("Libraries (*.lle)"))
        if name:
            self.chosen = Path(name)
            self.accept()


def restore_opened(window: QWidget, opened: OpenedLibrary) -> None:
    """Let the person choose a backup of the open library, and restore it as one change."""
    store = opened.library.store
    dialog = BackupsDialog(window, backups_of(store).newest_first(), files=True)
    if not dialog.exec() or dialog.chosen is None:
        return
    try:
        changes = restoring.restore(store, dialog.chosen)
    except Refused as refusal:
        ask(window, refusal, [])
        return
    opened.context.notices.tell(tr("Done: {change}").format(change=changes.label), offer_undo=True)


def restore_damaged(window: QWidget, library: Path) -> bool:
    """Let the person choose a backup of a damaged library, and put it in its place; False when nothing was done."""
    dialog = BackupsDialog(window, backups_for(library), files=False)
    if not dialog.exec() or not isinstance(dialog.chosen, Backup):
        return False
    try:
        restoring.restore_damaged(library, dialog.chosen)
    except Refused as refusal:
        ask(window, refusal, [])
        return False
    return True


def _local(moment: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _age(row: BackupRow) -> float:
    return -row.backup.made_at.timestamp()


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size)


def _size_of(row: BackupRow) -> int:
    return row.backup.size
