"""Taking away what did not happen, and adding what was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.features.clock import commands
from facilitator.features.clock.course.adding import AddDialog, Making
from facilitator.features.clock.course.cells import CorrectedTable
from facilitator.features.clock.course.lines import Line
from facilitator.features.clock.course.replay import Replay
from facilitator.features.clock.course.tables import Correcting
from facilitator.features.clock.course.told import TurnLine
from facilitator.features.clock.course.words import MINUTE, exact, parse_near
from facilitator.kit.context import Context
from facilitator.storage.store import Command
from facilitator.translation import tr


class Corrections(QObject):
    """The buttons below both tables, and Delete in them. What is added is offered for the minute of the replay."""

    def __init__(
        self,
        context: Context,
        correcting: Correcting,
        items: CorrectedTable,
        turns: CorrectedTable,
        replay: Replay,
    ) -> None:
        super().__init__(items)
        self._context, self._correcting = context, correcting
        self._items, self._turns, self._replay = items, turns, replay
        self.dialog: AddDialog | None = None
        if not context.library.read_only:
            items.deletion_requested.connect(lambda _rows: self.remove_item())
            turns.deletion_requested.connect(lambda _rows: self.remove_turn())

    def item_buttons(self, parent: QWidget) -> QHBoxLayout:
        """Those below the items."""
        return self._buttons(
            parent, (tr("Add an item…"), self.add_item), (tr("Remove the item"), self.remove_item)
        )

    def turn_buttons(self, parent: QWidget) -> QHBoxLayout:
        """Those below the turns."""
        return self._buttons(
            parent, (tr("Add a turn…"), self.add_turn), (tr("Remove the turn"), self.remove_turn)
        )

    def remove_item(self) -> None:
        """Take away that the item of the current row was held."""
        line, held = self._items.current_row(), self._correcting.held
        if isinstance(line, Line) and line.stretch is not None and held is not None:
            self._context.library.run(commands.remove_stretch(held, line.stretch))

    def remove_turn(self) -> None:
        """Take away that somebody had the floor."""
        line, held = self._turns.current_row(), self._correcting.held
        if isinstance(line, TurnLine) and held is not None:
            self._context.library.run(commands.remove_turn(held, line.turn, self._correcting.author))

    def add_item(self) -> None:
        """Ask which item was held when."""
        if (held := self._correcting.held) is not None:
            choices = [(row.id, row.title or tr("untitled item")) for row in held.plan.items]
            self._ask(tr("Add an item that was held"), tr("Item"), choices, self._added_item)

    def add_turn(self) -> None:
        """Ask who had the floor when."""
        self._ask(tr("Add a turn"), tr("Who"), self._correcting.people, self._added_turn)

    def _ask(self, title: str, what: str, choices: Sequence[tuple[str, str]], make: Making) -> None:
        zone, moment = self._correcting.zone, self._replay.moment
        times = exact(moment, zone), exact(moment + MINUTE, zone)
        self.dialog = AddDialog(title, what, choices, times, make, self._items.window())
        self.dialog.accepted.connect(self._take)
        self.dialog.open()

    def _take(self) -> None:
        if self.dialog is not None and self.dialog.command is not None:
            self._context.library.run(self.dialog.command)

    def _added_item(self, item_id: str, since: str, until: str) -> Command:
        held, now = self._correcting.held, self._correcting.now
        assert held is not None
        began, ended = self._times(since, until)
        return commands.add_stretch(held, item_id, began, ended, self._correcting.author, now)

    def _added_turn(self, person_id: str, since: str, until: str) -> Command:
        held, now = self._correcting.held, self._correcting.now
        assert held is not None
        began, ended = self._times(since, until)
        row = self._turns.current_row()
        track = row.turn.track if isinstance(row, TurnLine) else ""
        return commands.add_turn(held, track, person_id, began, ended, self._correcting.author, now)

    def _times(self, since: str, until: str) -> tuple[int, int]:
        near, zone = self._replay.moment, self._correcting.zone
        began = parse_near(since, near, zone)
        return began, parse_near(until, began, zone)

    def _buttons(self, parent: QWidget, *made: tuple[str, Callable[[], None]]) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, slot in made:
            button = QPushButton(text, parent)
            button.setEnabled(not self._context.library.read_only)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row
