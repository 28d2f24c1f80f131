"""The list of all shortcuts that hold where one is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from facilitator.kit.labels import plain_label
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column
from facilitator.shell.commands import offers
from facilitator.shell.window import MainWindow
from facilitator.translation import mark, tr


@dataclass(frozen=True)
class ShortcutRow:
    """One shortcut."""

    id: str
    keys: str
    text: str
    group: str


_IN_LISTS = (
    (mark("Enter"), mark("Open the row")),
    (mark("Delete"), mark("Delete the rows that are selected; undo brings them back")),
    (mark("Esc"), mark("Take back what is being typed, or close what is open")),
)


class ShortcutsDialog(QDialog):
    """Read-only: the palette (Ctrl+K) runs the commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        columns = [
            Column(mark("Keys"), lambda row: row.keys, width=18),
            Column(mark("What they do"), lambda row: row.text, stretch=True),
            Column(mark("Where"), lambda row: row.group, width=20),
        ]
        self.table = RowTable(columns, tr("Keyboard shortcuts"), self)
        self.table.rows.set_rows(_rows(window))
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.addWidget(plain_label(self, "pageTitle", tr("Keyboard shortcuts")))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        size = self.fontMetrics().averageCharWidth()
        self.resize(min(size * 90, window.width() - 40), min(size * 75, window.height() - 40))


def _rows(window: MainWindow) -> list[ShortcutRow]:
    rows = [
        ShortcutRow(str(number), offer.keys, offer.text, offer.group)
        for number, offer in enumerate(offers(window))
        if offer.keys
    ]
    rows += [
        ShortcutRow(f"list {keys}", tr(keys), tr(text), tr("Lists and fields")) for keys, text in _IN_LISTS
    ]
    return rows
