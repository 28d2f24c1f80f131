"""The history of the note that is open, step by step, and a text of before brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.domain import moments
from facilitator.features.notes import commands
from facilitator.features.notes.history.reading import read_history
from facilitator.features.notes.history.steps import HistoryStep
from facilitator.kit.context import Context
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_STEP = Qt.ItemDataRole.UserRole
_LINES = 9


class HistoryPanel(QWidget):
    """It is read when it is asked for. Enter brings back the text of the step that is chosen."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._note_id = context, ""
        self.toggle = QPushButton(tr("Show the history"), self)
        self.toggle.setCheckable(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("History of the note"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.bring_back = QPushButton(tr("Bring back this text"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.toggle, self.list, self.bring_back):
            layout.addWidget(widget)
        layout.setAlignment(self.toggle, Qt.AlignmentFlag.AlignLeading)
        layout.setAlignment(self.bring_back, Qt.AlignmentFlag.AlignLeading)
        self.toggle.toggled.connect(lambda _on: self._show())
        self.list.currentItemChanged.connect(lambda *_: self._update())
        self.list.itemActivated.connect(lambda _item: self._on_bring_back())
        self.bring_back.clicked.connect(self._on_bring_back)
        self._show()

    def show_note(self, note_id: str) -> None:
        """Show the history of a note, where it is asked for."""
        if note_id != self._note_id:
            self._note_id = note_id
            self._show()

    def refresh(self, changes: ChangeSet) -> None:
        """Something changed."""
        if changes.touches("note", "note_term"):
            self._show()

    def _show(self) -> None:
        shown = self.toggle.isChecked()
        self.toggle.setText(tr("Hide the history") if shown else tr("Show the history"))
        self.list.setVisible(shown)
        self.bring_back.setVisible(shown)
        if not shown or not self._note_id:
            return
        row = self.list.currentRow()
        self.list.clear()
        for step in read_history(self._context.library, self._note_id):
            item = QListWidgetItem(_words(step), self.list)
            item.setData(_STEP, step)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._update()

    def _update(self) -> None:
        step = self._chosen()
        writable = not self._context.library.read_only
        self.bring_back.setEnabled(writable and step is not None and step.text is not None)

    def _chosen(self) -> HistoryStep | None:
        item = self.list.currentItem()
        step = item.data(_STEP) if item is not None else None
        return step if isinstance(step, HistoryStep) else None

    def _on_bring_back(self) -> None:
        step = self._chosen()
        if step is None or step.text is None or self._context.library.read_only:
            return
        if self._context.library.run(commands.edit_note(self._note_id, tr("Text"), {"text": step.text})):
            self._context.notices.tell(tr("Brought back a text of before."), offer_undo=True)


def _words(step: HistoryStep) -> str:
    head = tr("{when} · {who} · {what}").format(
        when=moments.typed(step.made_at)[:16], who=step.author or tr("unknown"), what=step.label
    )
    changes = [
        tr("{field}: “{before}” became “{after}”").format(field=one.field, before=one.before, after=one.after)
        for one in step.differences
    ]
    return "\n".join((head, *changes))
