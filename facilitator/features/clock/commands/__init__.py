"""Writes of what happens to the clock. Each gesture is one command and one step of undo."""

from facilitator.features.clock.commands.correcting import (
    add_stretch,
    ended_by,
    move_boundary,
    remove_stretch,
)
from facilitator.features.clock.commands.deciding import decide, drop, give_floor, set_lengths
from facilitator.features.clock.commands.events import AddEvents, with_ids
from facilitator.features.clock.commands.steering import (
    back,
    end,
    forward,
    jump,
    next_item,
    pause,
    resume,
    start,
)
from facilitator.features.clock.commands.turns import add_turn, correct_turn, remove_turn

__all__ = [
    "AddEvents",
    "add_stretch",
    "add_turn",
    "back",
    "correct_turn",
    "decide",
    "drop",
    "end",
    "ended_by",
    "forward",
    "give_floor",
    "jump",
    "move_boundary",
    "next_item",
    "pause",
    "remove_stretch",
    "remove_turn",
    "resume",
    "set_lengths",
    "start",
    "with_ids",
]
