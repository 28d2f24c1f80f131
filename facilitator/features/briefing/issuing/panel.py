"""The versions of a paper: how far it is, who signed, what was issued, and what changed since."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.errors import Refused
from facilitator.domain.issuing import FOLLOWING, STATUS_LABELS, Status
from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.issuing.columns import STEPS
from facilitator.features.briefing.issuing.in_words import ACTIONS, due_words, moment_words, status_words
from facilitator.features.briefing.issuing.rows import StepRow, VersionsRow
from facilitator.features.briefing.issuing.steps import StepTaker
from facilitator.features.briefing.issuing.words import Change, changes_between, words_of
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.translation import ntr, tr

_PAUSE_MS = 400
"""What changed is told when nothing was changed for so long."""


class IssuingPanel(QWidget):
    """The way from draft to issued. Nothing is read while the panel is not shown."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._versions: VersionsRow | None = None
        self._taker = StepTaker(context, desk, self)
        self.status = plain_label(self, "formHeading")
        self.left = plain_label(self, "quiet")
        self.due = LineField(parent=self)
        self.due.setAccessibleName(tr("To be issued by"))
        self.due.setPlaceholderText(tr("To be issued by"))
        self.due.committed.connect(self._on_due)
        self._buttons = QWidget(self)
        self._row = FlowLayout(self._buttons)
        self.table = RowTable(STEPS, tr("Versions"), self)
        self.table.setSortingEnabled(False)
        self.table.selectionModel().selectionChanged.connect(self._show_changes)
        self.save = QPushButton(tr("Save the issued file…"), self)
        self.save.clicked.connect(self._on_save)
        self.table.opened.connect(lambda _: self._on_save())
        self.told = plain_label(self, "quiet")
        self.changes = QListWidget(self)
        self.changes.setWordWrap(True)
        self.changes.setAccessibleName(tr("What changed since"))
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._show_changes)
        context.library.closing.connect(self._pause.stop)
        self._lay_out()
        desk.read.connect(self._on_read)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.status, 1)
        head.addWidget(self.left)
        head.addWidget(self.due)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        for widget in (self._buttons, self.table, self.save, self.told, self.changes):
            layout.addWidget(widget)
        layout.setStretchFactor(self.table, 2)
        layout.setStretchFactor(self.changes, 3)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_read()

    def _on_read(self) -> None:
        if not self.isVisible():
            return
        with self._context.library.read() as session:
            self._versions = queries.read_versions(session, self._desk.session_id, self._desk.paper)
        versions = self._versions
        status = versions.status if versions else Status.DRAFT
        self.status.setText(status_words(status))
        self.left.setText(due_words(versions.due, status) if versions else "")
        self.due.show_value(show_date(versions.due) if versions else "")
        self.due.setEnabled(versions is not None and not self._desk.read_only)
        self.table.rows.set_rows(versions.steps if versions else ())
        self._show_steps(status)
        self._pause.start()

    def _show_steps(self, status: Status) -> None:
        wanted = FOLLOWING[status]
        focused = self._buttons.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._row.clear()
        for number, following in enumerate(wanted):
            button = QPushButton(tr(ACTIONS[following]), self._buttons)
            button.setObjectName("primary" if number == 0 else "")
            button.setEnabled(self._versions is not None and not self._desk.read_only)
            button.clicked.connect(lambda *_, step=following: self._taker.take(step))
            self._row.addWidget(button)
            button.show()
            if focused and number == 0:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_changes(self) -> None:
        """What the paper tells otherwise now than at the step that is selected, or at the latest."""
        step = self._step()
        self.save.setVisible(bool(step and step.sha256))
        self.changes.clear()
        if step is None:
            self.told.setText(
                tr("Nobody has seen this paper yet. What changes after each step is told here.")
            )
            return
        with self._context.library.read() as session:
            now = words_of(queries.build(session, self._desk.session_id, self._desk.paper))
        found = changes_between(step.words, now)
        since = tr("“{status}” of {when}").format(
            status=tr(STATUS_LABELS[step.status]), when=moment_words(step.at)
        )
        told = ntr("{count} line changed since {since}", "{count} lines changed since {since}", len(found))
        none = tr("Nothing changed since {since}.")
        self.told.setText((told if found else none).format(count=len(found), since=since))
        self.changes.addItems([_in_words(change) for change in found])
        self.counted.emit(len(found))

    def _step(self) -> StepRow | None:
        chosen: StepRow | None = self.table.current_row()
        return chosen or (self._versions.steps[0] if self._versions and self._versions.steps else None)

    def _on_due(self, typed: str) -> None:
        try:
            due = parse_date(typed)
        except Refused as refusal:
            self._context.notices.refuse(refusal)
            return
        if self._versions and due != self._versions.due:
            self._desk.run(commands.set_due(self._versions.briefing_id, due))

    def _on_save(self) -> None:
        step = self._step()
        if step and step.sha256:
            self._taker.save(step)


def _in_words(change: Change) -> str:
    part = f"{change.part}\n" if change.part else ""
    if not change.after:
        return tr("{part}− {words}").format(part=part, words=change.before)
    if not change.before:
        return tr("{part}+ {words}").format(part=part, words=change.after)
    return tr("{part}− {before}\n+ {after}").format(part=part, before=change.before, after=change.after)
