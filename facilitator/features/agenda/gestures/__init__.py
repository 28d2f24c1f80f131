"""What each gesture in the Plan stage does: one command, one step of undo."""

from __future__ import annotations

from facilitator.features.agenda.gestures.beyond import BeyondGestures
from facilitator.features.agenda.gestures.items import ItemGestures
from facilitator.features.agenda.gestures.moves import MoveGestures
from facilitator.features.agenda.gestures.values import ValueGestures
from facilitator.features.agenda.gestures.working import Working
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.kit.context import Context


class Gestures:
    """All of them, for the list of one session."""

    def __init__(self, context: Context, session_id: str, table: AgendaTable) -> None:
        at = Working(context, session_id, table)
        self.items, self.moves = ItemGestures(at), MoveGestures(at)
        self.values, self.beyond = ValueGestures(at), BeyondGestures(at)
