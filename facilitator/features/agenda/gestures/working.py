"""Where gestures work: on the items that are selected in the list."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.agenda.listing.lines import GroupHeading
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.kit.context import Context
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.store import Command


class Working:
    """The list of one session. What can't be read in an open cell comes first: nothing else is done before it is mended
    or given up."""

    def __init__(self, context: Context, session_id: str, table: AgendaTable) -> None:
        self.context, self.session_id, self.table = context, session_id, table

    def rows(self) -> list[AgendaItemRow]:
        """The items to work on, once what is being typed holds."""
        writable = not self.context.library.read_only and self.table.settle()
        return self.table.selected_items() if writable else []

    def here(self) -> tuple[str, str, str]:
        """Group, item before, and holder of an item that is added at the current line; at the end where none is."""
        line = self.table.current_line()
        if isinstance(line, GroupHeading):
            return line.group.id, "", line.holder_id
        if isinstance(line, AgendaItemRow):
            return line.group_id, line.id, line.holder_id
        return "", "", ""

    def run(self, command: Command, select: Sequence[str]) -> bool:
        """Run a command and select lines after it; False where it was refused."""
        if not self.context.library.run(command):
            return False
        self.table.select(select)
        return True


def ids_of(rows: Sequence[AgendaItemRow]) -> list[str]:
    """The ids of items."""
    return [row.id for row in rows]
