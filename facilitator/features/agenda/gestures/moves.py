"""Moving items: by a place, to another group, to where they were dropped."""

from __future__ import annotations

from facilitator.features.agenda import commands
from facilitator.features.agenda.gestures.working import Working, ids_of


class MoveGestures:
    """What was moved stays selected."""

    def __init__(self, at: Working) -> None:
        self._at = at

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

    def place(self, item_ids: list[str], group_id: str, after: str, holder: str) -> None:
        """Put items where they were dropped."""
        if self._at.table.settle():
            self._at.run(
                commands.PlaceItems(self._at.session_id, item_ids, group_id, after, holder), item_ids
            )

    def _step(self, places: int) -> None:
        rows = self._at.rows()
        if rows:
            self._at.run(commands.StepItems(self._at.session_id, ids_of(rows), places), ids_of(rows))

    def _shift(self, tracks: int) -> None:
        rows = self._at.rows()
        if rows:
            self._at.run(commands.ShiftItems(self._at.session_id, ids_of(rows), tracks), ids_of(rows))
