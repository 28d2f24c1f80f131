"""Adding, copying, deleting, splitting and joining items."""

from __future__ import annotations

from facilitator.domain.identity import new_id
from facilitator.features.agenda import commands
from facilitator.features.agenda.gestures.working import Working, ids_of
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import GroupHeading
from facilitator.storage.edits import Together
from facilitator.translation import ntr, tr


class ItemGestures:
    """One command, one step of undo; what it made is selected after."""

    def __init__(self, at: Working) -> None:
        self._at = at

    def add_item(self) -> None:
        """Add an item behind the current line, in its group and round, and open its title for typing."""
        if not self._at.table.settle():
            return
        group, after, holder = self._at.here()
        command = commands.AddItem(self._at.session_id, group_id=group or None, after=after, holder=holder)
        if self._at.context.library.run(command):
            self._at.table.select([command.id])
            self._at.table.edit_cell(command.id, Col.TITLE)

    def add_group(self) -> None:
        """Add a breakout group and show it beside the list, where it gets its name, room and people."""
        if not self._at.table.settle():
            return
        names = {name for _, name in self._at.table.delegate.groups}
        numbers = range(1, len(names) + 2)
        name = next(n for n in (tr("Group {number}").format(number=one) for one in numbers) if n not in names)
        command = commands.AddGroup(self._at.session_id, name)
        if self._at.context.library.run(command):
            headings = [line for line in self._at.table.lines.lines() if isinstance(line, GroupHeading)]
            mine = next((line for line in headings if line.group.id == command.id), None)
            if mine is not None:
                self._at.table.select([mine.id])
                self._at.table.opened.emit(mine, 0)

    def duplicate(self) -> None:
        """Copy the items, each behind its own; the copies are selected."""
        rows = self._at.rows()
        copies = [new_id() for _ in rows]
        if rows:
            self._at.run(commands.DuplicateItems(self._at.session_id, ids_of(rows), copies), copies)

    def delete(self) -> None:
        """Delete the items; the one that stands there then is selected, and undo is offered."""
        rows = self._at.rows()
        if not rows:
            return
        items = self._at.table.lines.items()
        gone = {row.id for row in rows}
        last = max(number for number, row in enumerate(items) if row.id in gone)
        behind = [row.id for row in items[last + 1 :]] or [
            row.id for row in reversed(items) if row.id not in gone
        ]
        if self._at.run(commands.delete_items(ids_of(rows)), behind[:1]):
            told = ntr("Deleted {count} agenda item", "Deleted {count} agenda items", len(rows))
            self._at.context.notices.tell(told.format(count=len(rows)), offer_undo=True)

    def fix(self) -> None:
        """Fix the starts of the items at the times that they have now; free them where all are fixed."""
        rows = [row for row in self._at.rows() if row.start is not None]
        frees = all(row.pinned_start is not None for row in rows)
        changes = [
            commands.edit_item(row.id, pinned_start=None if frees else row.start)
            for row in rows
            if frees or row.pinned_start is None
        ]
        if changes:
            label = tr("Free the start") if frees else tr("Fix the start")
            self._at.run(Together(changes, label), ids_of(rows))

    def split(self) -> None:
        """Split an item in two."""
        rows = self._at.rows()
        if len(rows) == 1:
            new = new_id()
            self._at.run(commands.SplitItem(self._at.session_id, rows[0].id, new), [rows[0].id, new])

    def split_by_speakers(self) -> None:
        """Split an item into one for each of its speakers."""
        rows = self._at.rows()
        if len(rows) == 1 and len(rows[0].appearances) > 1:
            new = [new_id() for _ in rows[0].appearances[1:]]
            self._at.run(commands.SplitBySpeakers(self._at.session_id, rows[0].id, new), [rows[0].id, *new])

    def join(self) -> None:
        """Join the items into the first of them."""
        rows = self._at.rows()
        if len(rows) > 1:
            self._at.run(commands.JoinItems(self._at.session_id, ids_of(rows)), [rows[0].id])
