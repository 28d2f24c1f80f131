"""Go to any item: a list that is searched by typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from facilitator.features.clock.steering.facing import Facing
from facilitator.features.clock.steering.wording import time_of_day
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark, tr

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_STATES = {
    "done": mark("held"),
    "now": mark("under way"),
    "next": mark("next"),
    "later": "",
    "passed": mark("passed over"),
    "dropped": mark("dropped"),
}


@dataclass(frozen=True)
class JumpRow:
    """An item with its times as they are shown."""

    id: str
    track: str
    title: str
    who: str
    planned: str
    expected: str
    state: str


def jump_rows(facing: Facing) -> list[JumpRow]:
    """All items in the order of the agenda."""
    zone, names = facing.held.plan.zone, facing.names
    return [
        JumpRow(
            one.item_id,
            one.track,
            _title(names.items.get(one.item_id, ""), names.tracks.get(one.track, "") if one.track else ""),
            ", ".join(names.people.get(who, "") for who in facing.held.speakers.get(one.item_id, ())),
            time_of_day(one.planned_start, zone, facing.now, brief=True),
            time_of_day(one.start, zone, facing.now, brief=True),
            one.state,
        )
        for one in facing.expected.items.values()
    ]


def _title(title: str, group: str) -> str:
    return tr("{group}: {item}").format(group=group, item=title) if group else title


def _columns() -> list[Column]:
    return [
        Column(mark("Item"), lambda row: row.title, stretch=True),
        Column(mark("Who"), lambda row: row.who, width=20, tip=lambda row: row.who),
        Column(mark("Planned"), lambda row: row.planned, width=8),
        Column(mark("Expected"), lambda row: row.expected, width=8),
        Column(mark("State"), lambda row: tr(_STATES.get(row.state, "")), width=14),
    ]


class JumpDialog(QDialog):
    """Typing searches, arrows choose, Enter goes there. ``chosen`` gives the ``JumpRow``."""

    chosen = Signal(object)

    def __init__(self, facing: Facing, track: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Jump to an item"))
        self.query = QLineEdit(self, clearButtonEnabled=True)
        self.query.setPlaceholderText(tr("Type words of a title or a name; Enter goes there"))
        self.query.setAccessibleName(tr("Find an item"))
        self.query.installEventFilter(self)
        self.table = RowTable(_columns(), tr("Items"), self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(False)
        self.table.rows.set_rows(jump_rows(facing))
        self.table.opened.connect(self._choose)
        self.query.textChanged.connect(self._on_query)
        layout = QVBoxLayout(self)
        layout.addWidget(self.query)
        layout.addWidget(self.table, 1)
        first = next((one for one in self._rows() if one.state == "next" and one.track == track), None)
        if first is None or not self.table.select(first.id):
            self.table.selectRow(0)
        self.query.setFocus()

    def fit(self, window: QWidget) -> None:
        """Be as large as is good to read, within the window."""
        width, line = self.fontMetrics().averageCharWidth() * 130, self.fontMetrics().lineSpacing()
        self.resize(min(width, window.width() - 32), min(line * 26, window.height() - 32))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                QApplication.sendEvent(self.table, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.table.current_row())
                return True
        return super().eventFilter(watched, event)

    def _rows(self) -> list[JumpRow]:
        return list(self.table.rows.rows())

    def _on_query(self, query: str) -> None:
        self.table.filter.set_query(query)
        self.table.selectRow(0)

    def _choose(self, row: JumpRow | None) -> None:
        if row is not None:
            self.chosen.emit(row)
            self.accept()
