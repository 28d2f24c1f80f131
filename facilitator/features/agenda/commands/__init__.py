"""Writes of the agenda. Each gesture of a person is one of them, and so one step of undo."""

from facilitator.features.agenda.commands.appearances import (
    AddAppearance,
    PutOnItem,
    delete_appearances,
    edit_appearance,
)
from facilitator.features.agenda.commands.groups import AddGroup, DeleteGroup, MoveGroup, edit_group
from facilitator.features.agenda.commands.items import (
    AddItem,
    DuplicateItems,
    delete_items,
    edit_item,
    edit_items,
)
from facilitator.features.agenda.commands.moving import PlaceItems, ShiftItems, StepItems
from facilitator.features.agenda.commands.parting import JoinItems, SplitBySpeakers, SplitItem

__all__ = [
    "AddAppearance",
    "AddGroup",
    "AddItem",
    "DeleteGroup",
    "DuplicateItems",
    "JoinItems",
    "MoveGroup",
    "PlaceItems",
    "PutOnItem",
    "ShiftItems",
    "SplitBySpeakers",
    "SplitItem",
    "StepItems",
    "delete_appearances",
    "delete_items",
    "edit_appearance",
    "edit_group",
    "edit_item",
    "edit_items",
]
