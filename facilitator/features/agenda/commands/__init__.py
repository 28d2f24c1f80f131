"""Writes of the agenda. Each gesture of a person is one of them, and so one step of undo."""

from facilitator.features.agenda.commands.appearances import (
    AddAppearance,
    AddAppearances,
    PutOnItem,
    StepAppearances,
    delete_appearances,
    edit_appearance,
    mark_asked,
)
from facilitator.features.agenda.commands.clocks import set_clocks
from facilitator.features.agenda.commands.groups import AddGroup, DeleteGroup, MoveGroup, NameLead, edit_group
from facilitator.features.agenda.commands.items import (
    AddItem,
    DuplicateItems,
    delete_items,
    edit_item,
    edit_items,
    set_slot,
)
from facilitator.features.agenda.commands.moving import PlaceItems, ShiftItems, StepItems
from facilitator.features.agenda.commands.own_templates import (
    SaveAsTemplate,
    delete_template,
    edit_template,
    template_of,
)
from facilitator.features.agenda.commands.parting import JoinItems, SplitBySpeakers, SplitItem
from facilitator.features.agenda.commands.pasting import AddItems
from facilitator.features.agenda.commands.templates import ApplyTemplate

__all__ = [
    "AddAppearance",
    "AddAppearances",
    "AddGroup",
    "AddItem",
    "AddItems",
    "ApplyTemplate",
    "DeleteGroup",
    "DuplicateItems",
    "JoinItems",
    "MoveGroup",
    "NameLead",
    "PlaceItems",
    "PutOnItem",
    "SaveAsTemplate",
    "ShiftItems",
    "SplitBySpeakers",
    "SplitItem",
    "StepAppearances",
    "StepItems",
    "delete_appearances",
    "delete_items",
    "delete_template",
    "edit_appearance",
    "edit_group",
    "edit_item",
    "edit_items",
    "edit_template",
    "mark_asked",
    "set_clocks",
    "set_slot",
    "template_of",
]
