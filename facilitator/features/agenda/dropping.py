"""What dropping people on an item does, wherever in the Plan stage it is dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from facilitator.features.agenda import commands
from facilitator.features.agenda.dragging import APPEARANCES, PEOPLE
from facilitator.kit.dragging import dropped


def carries_people(data: QMimeData) -> bool:
    """Whether a drag carries people, of the session or of the library."""
    return data.hasFormat(APPEARANCES) or data.hasFormat(PEOPLE)


def put_people(
    data: QMimeData, session_id: str, item_id: str | None
) -> commands.PutOnItem | commands.AddAppearances | None:
    """The command that puts who is dragged on an item (``item_id`` None: into the session as a whole); None where the
    drag carries nobody."""
    if appearances := dropped(APPEARANCES, data):
        return commands.PutOnItem(session_id, appearances, item_id)
    if people := dropped(PEOPLE, data):
        return commands.AddAppearances(session_id, item_id, people)
    return None
