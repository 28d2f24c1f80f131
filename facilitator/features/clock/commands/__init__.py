"""Writes of what happens to the clock. Each gesture is one command and one step of undo."""

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

__all__ = [
    "AddEvents",
    "back",
    "decide",
    "drop",
    "end",
    "forward",
    "give_floor",
    "jump",
    "next_item",
    "pause",
    "resume",
    "set_lengths",
    "start",
    "with_ids",
]
