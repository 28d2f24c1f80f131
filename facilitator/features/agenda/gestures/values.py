"""New values of items, and of the plan as a whole."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData

from facilitator.features.agenda import commands
from facilitator.features.agenda.dropping import put_people
from facilitator.features.agenda.gestures.working import Working
from facilitator.features.agenda.listing.columns import FIELDS, Col
from facilitator.reading.plan_rows import AgendaItemRow


class ValueGestures:
    """What cells, the picture and dropped people change."""

    def __init__(self, at: Working) -> None:
        self._at = at

    def set_value(self, row: AgendaItemRow, column: Col, value: Any) -> bool:
        """Keep what was typed or chosen in a cell; False where the library could not."""
        run = self._at.context.library.run
        if column == Col.GROUP:
            tracks = ["", *(key for key, _ in self._at.table.delegate.groups)]
            tracks_on = tracks.index(value) - tracks.index(row.group_id)
            return run(commands.ShiftItems(self._at.session_id, [row.id], tracks_on))
        field = "segment" if column == Col.SEGMENT else FIELDS[column]
        return getattr(row, field) == value or run(commands.edit_item(row.id, **{field: value}))

    def lengthen(self, item_id: str, minutes: int) -> None:
        """Give an item other minutes."""
        if self._at.table.settle():
            self._at.context.library.run(commands.edit_item(item_id, minutes=minutes))

    def set_clocks(self, zones: list[str]) -> None:
        """Show the plan in these further zones."""
        self._at.context.library.run(commands.set_clocks(self._at.session_id, zones))

    def put_people(self, data: QMimeData, item_id: str) -> None:
        """Have people speak on the item that they were dropped on."""
        command = put_people(data, self._at.session_id, item_id)
        if command is not None:
            self._at.run(command, [item_id])
