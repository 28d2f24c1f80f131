"""What each gesture on the list of an agenda does: one command, one step of undo; what it made is selected after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from facilitator.domain.identity import new_id
from facilitator.features.agenda import commands
from facilitator.features.agenda.dropping import put_people
from facilitator.features.agenda.listing.columns import FIELDS, Col
from facilitator.features.agenda.listing.lines import GroupHeading
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.features.agenda.listing.text import MOST_LINES, as_text, read_text
from facilitator.kit.context import Context
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.edits import Together
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


class Gestures:
    """Works on the items that are selected in a table. What can't be read in an open cell comes first: nothing else is
    done before it is mended or given up."""

    def __init__(self, context: Context, session_id: str, table: AgendaTable) -> None:
        self._context, self._session_id, self._table = context, session_id, table

    def add_item(self) -> None:
        """Add an item behind the current line, in its group and round, and open its title for typing."""
        if not self._table.settle():
            return
        group, after, holder = self._here()
        command = commands.AddItem(self._session_id, group_id=group or None, after=after, holder=holder)
        if self._context.library.run(command):
            self._table.select([command.id])
            self._table.edit_cell(command.id, Col.TITLE)

    def duplicate(self) -> None:
        """Copy the items, each behind its own; the copies are selected."""
        rows = self._rows()
        copies = [new_id() for _ in rows]
        if rows:
            self._run(commands.DuplicateItems(self._session_id, _ids(rows), copies), copies)

    def delete(self) -> None:
        """Delete the items; the one that stands there then is selected, and undo is offered."""
        rows = self._rows()
        if not rows:
            return
        items = self._table.lines.items()
        gone = {row.id for row in rows}
        last = max(number for number, row in enumerate(items) if row.id in gone)
        behind = [row.id for row in items[last + 1 :]] or [
            row.id for row in reversed(items) if row.id not in gone
        ]
        if self._run(commands.delete_items(_ids(rows)), behind[:1]):
            told = ntr("Deleted {count} agenda item", "Deleted {count} agenda items", len(rows))
            self._context.notices.tell(told.format(count=len(rows)), offer_undo=True)

    def move_up(self) -> None:
        """Move the items a place up in their tracks."""
        self._step(-1)

    def move_down(self) -> None:
        """Move the items a place down in their tracks."""
        self._step(1)

    def move_left(self) -> None:
        """Move the items to the group before; from the first group to the plenary."""
        self._shift(-1)

    def move_right(self) -> None:
        """Move the items to the next group."""
        self._shift(1)

    def fix(self) -> None:
        """Fix the starts of the items at the times that they have now; free them where all are fixed."""
        rows = [row for row in self._rows() if row.start is not None]
        frees = all(row.pinned_start is not None for row in rows)
        changes = [
            commands.edit_item(row.id, pinned_start=None if frees else row.start)
            for row in rows
            if frees or row.pinned_start is None
        ]
        if changes:
            label = tr("Free the start") if frees else tr("Fix the start")
            self._run(Together(changes, label), _ids(rows))

    def split(self) -> None:
        """Split an item in two."""
        rows = self._rows()
        if len(rows) == 1:
            new = new_id()
            self._run(commands.SplitItem(self._session_id, rows[0].id, new), [rows[0].id, new])

    def split_by_speakers(self) -> None:
        """Split an item into one for each of its speakers."""
        rows = self._rows()
        if len(rows) == 1 and len(rows[0].appearances) > 1:
            new = [new_id() for _ in rows[0].appearances[1:]]
            self._run(commands.SplitBySpeakers(self._session_id, rows[0].id, new), [rows[0].id, *new])

    def join(self) -> None:
        """Join the items into the first of them."""
        rows = self._rows()
        if len(rows) > 1:
            self._run(commands.JoinItems(self._session_id, _ids(rows)), [rows[0].id])

    def add_group(self) -> None:
        """Add a breakout group and show it beside the list, where it gets its name, room and people."""
        if not self._table.settle():
            return
        names = {name for _, name in self._table.delegate.groups}
        numbers = range(1, len(names) + 2)
        name = next(n for n in (tr("Group {number}").format(number=one) for one in numbers) if n not in names)
        command = commands.AddGroup(self._session_id, name)
        if self._context.library.run(command):
            headings = [line for line in self._table.lines.lines() if isinstance(line, GroupHeading)]
            mine = next((line for line in headings if line.group.id == command.id), None)
            if mine is not None:
                self._table.select([mine.id])
                self._table.opened.emit(mine, 0)

    def copy(self) -> None:
        """Put the items on the clipboard, a line each with tabs, as spreadsheets and mails take them."""
        rows = self._table.selected_items()
        if rows:
            QGuiApplication.clipboard().setText(as_text(rows, dict(self._table.delegate.segments)))

    def paste(self) -> None:
        """Add an item for each line of the clipboard's text, behind the current line."""
        text = QGuiApplication.clipboard().text()
        found = read_text(text)
        if not found or self._context.library.read_only or not self._table.settle():
            return
        ids = [new_id() for _ in found]
        group, after, holder = self._here()
        titles, minutes = [one.title for one in found], [one.minutes for one in found]
        added = commands.AddItems(self._session_id, ids, titles, minutes, group, after, holder)
        if self._run(added, ids):
            told = ntr("Added {count} agenda item", "Added {count} agenda items", len(ids)).format(
                count=len(ids)
            )
            if len(ids) == MOST_LINES:
                told = tr("{added}: no more lines are taken at once").format(added=told)
            self._context.notices.tell(told, offer_undo=True)

    def select_all(self) -> None:
        """Select all items."""
        self._table.select([row.id for row in self._table.lines.items()])

    def place(self, item_ids: list[str], group_id: str, after: str, holder: str) -> None:
        """Put items where they were dropped."""
        if self._table.settle():
            self._run(commands.PlaceItems(self._session_id, item_ids, group_id, after, holder), item_ids)

    def lengthen(self, item_id: str, minutes: int) -> None:
        """Give an item other minutes."""
        if self._table.settle():
            self._context.library.run(commands.edit_item(item_id, minutes=minutes))

    def set_clocks(self, zones: list[str]) -> None:
        """Show the plan in these further zones."""
        self._context.library.run(commands.set_clocks(self._session_id, zones))

    def set_value(self, row: AgendaItemRow, column: Col, value: Any) -> bool:
        """Keep what was typed or chosen in a cell; False where the library could not."""
        run = self._context.library.run
        if column == Col.GROUP:
            tracks = ["", *(key for key, _ in self._table.delegate.groups)]
            tracks_on = tracks.index(value) - tracks.index(row.group_id)
            return run(commands.ShiftItems(self._session_id, [row.id], tracks_on))
        field = "segment" if column == Col.SEGMENT else FIELDS[column]
        return getattr(row, field) == value or run(commands.edit_item(row.id, **{field: value}))

    def choose_template(self) -> None:
        """Begin from a template."""
        from facilitator.features.agenda.templates.dialogs import choose_template

        if self._table.settle():
            choose_template(self._context, self._session_id, self._table.window())

    def save_template(self) -> None:
        """Save the items that are selected as a template, all where fewer than two are."""
        from facilitator.features.agenda.templates.dialogs import save_as_template

        if self._table.settle():
            rows = self._table.selected_items()
            ids = _ids(rows if len(rows) > 1 else self._table.lines.items())
            save_as_template(self._context, self._session_id, ids, self._table.window())

    def open_papers(self) -> None:
        """Show the papers of the session as they will print."""
        if self._table.settle():
            self._context.navigator.open_papers(self._session_id)

    def open_details(self) -> None:
        """Show the details of the session."""
        self._context.navigator.open_row("session", self._session_id)

    def put_people(self, data: QMimeData, item_id: str) -> None:
        """Have people speak on the item that they were dropped on."""
        command = put_people(data, self._session_id, item_id)
        if command is not None:
            self._run(command, [item_id])

    def _rows(self) -> list[AgendaItemRow]:
        """The items to work on, once what is being typed holds."""
        writable = not self._context.library.read_only and self._table.settle()
        return self._table.selected_items() if writable else []

    def _here(self) -> tuple[str, str, str]:
        """Group, item before, and holder of an item that is added at the current line; at the end where none is."""
        line = self._table.current_line()
        if isinstance(line, GroupHeading):
            return line.group.id, "", line.holder_id
        if isinstance(line, AgendaItemRow):
            return line.group_id, line.id, line.holder_id
        return "", "", ""

    def _step(self, places: int) -> None:
        rows = self._rows()
        if rows:
            self._run(commands.StepItems(self._session_id, _ids(rows), places), _ids(rows))

    def _shift(self, tracks: int) -> None:
        rows = self._rows()
        if rows:
            self._run(commands.ShiftItems(self._session_id, _ids(rows), tracks), _ids(rows))

    def _run(self, command: Command, select: Sequence[str]) -> bool:
        if not self._context.library.run(command):
            return False
        self._table.select(select)
        return True


def _ids(rows: Sequence[AgendaItemRow]) -> list[str]:
    return [row.id for row in rows]
