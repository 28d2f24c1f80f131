"""Tags: the words of items that are too short for a line of text stand beside them, and the others make room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from facilitator.features.agenda.picture.shapes import Block, Box, Measures

FARTHEST = 1.5
"""Heights of a tag by which it may stand below its item; where there is no room so near, the item has none."""
_LEAST_LETTERS = 12
_NARROW = 44
"""Letters of a block below which its tag takes all of its width, but for the end at the left that shows the item."""
_TOLERANCE = 0.5
_RECENT = 8
"""Tags placed last, among which are all that can be in the way."""


def tags_of(blocks: Sequence[Block], measures: Measures) -> list[Block]:
    """The blocks of one column, and a tag for each that is lower than a line: at its right, in one of two lanes."""
    placed: list[Box] = []
    found = []
    for block in blocks:
        tag = _tag(block, measures, placed) if is_low(block.box.height, measures) else None
        if tag is not None:
            placed.append(tag)
        found.append(block if tag is None else replace(block, tag=tag, text=tag))
    return found


def is_low(height: float, measures: Measures) -> bool:
    """Whether a block is too low for a line of text."""
    return height < measures.line - _TOLERANCE


def _tag(block: Block, measures: Measures, placed: Sequence[Box]) -> Box | None:
    """The place for a tag that is nearest to its item; None where those that are placed leave none near it."""
    box = block.box
    narrow = box.width < _NARROW * measures.letter
    width = box.width - 2 * measures.letter if narrow else min(box.width * 0.42, 36 * measures.letter)
    lanes = (Box(box.right - (lane + 1) * width, box.y, width - 2, measures.tag) for lane in (0, 1))
    places = [_below(lane, placed) for lane in lanes if lane.x >= box.x]
    best = min(places, key=lambda place: place.y, default=None)
    return best if best is not None and best.y - box.y <= FARTHEST * measures.tag else None


def _below(place: Box, placed: Sequence[Box]) -> Box:
    """The place, or the next one below it where nothing is placed."""
    near = [one for one in placed[-_RECENT:] if one.bottom > place.y]
    for other in sorted(near, key=lambda one: one.y):
        if place.meets(other):
            place = replace(place, y=other.bottom)
    return place


def make_room(blocks: Sequence[Block], taken: Sequence[Box], measures: Measures) -> list[Block]:
    """The blocks with their texts out of the way of the tags in their column and of what else is ``taken``: beside
    it, or else below it."""
    tags = sorted((*(block.tag for block in blocks if block.tag is not None), *taken), key=lambda tag: tag.y)
    tops, tallest = [tag.y for tag in tags], max((tag.height for tag in tags), default=0.0)
    found = []
    for block in blocks:
        if block.tag is None:
            first = bisect_left(tops, block.box.y - tallest)
            last = bisect_left(tops, block.box.bottom)
            near = [tag for tag in tags[first:last] if tag.meets(block.box)]
            found.append(replace(block, text=_room(block.box, near, measures)) if near else block)
        else:
            found.append(block)
    return found


def _room(box: Box, tags: Sequence[Box], measures: Measures) -> Box:
    above = [tag for tag in tags if tag.y < box.y + measures.line]
    bottom = min((tag.y for tag in tags if tag not in above), default=box.bottom)
    width = min((tag.x for tag in above), default=box.right) - box.x
    below = max((tag.bottom for tag in above), default=box.y)
    if width < _LEAST_LETTERS * measures.letter and bottom - below >= measures.line:
        return Box(box.x, below, box.width, bottom - below)
    return Box(box.x, box.y, max(width, 0), bottom - box.y)
