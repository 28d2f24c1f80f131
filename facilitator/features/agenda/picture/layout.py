"""From a plan to rectangles: all of the picture but its colours and words. The same plan and measures give the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from facilitator.domain.agenda.timing import NIGHT
from facilitator.features.agenda.picture.columns import Columns, covered, make_columns, spans_of
from facilitator.features.agenda.picture.scale import Scale, Span, make_scale, stretches_of
from facilitator.features.agenda.picture.shapes import Block, Box, Mark, MarkKind, Measures
from facilitator.features.agenda.picture.tags import make_room, tags_of
from facilitator.features.agenda.picture.timed import with_times
from facilitator.reading.plan_rows import AgendaItemRow, Plan

_DEEPEST = 4
_NARROW = 40
"""Letters of a column below which a mark takes all of its width."""
_NEAR = 5
"""Pixels above and below an item at which it still is clicked."""


@dataclass(frozen=True)
class Scene:
    """What is drawn. ``plan`` has a time for each item; ``assumed`` says that the session has no start yet.
    ``slot_end`` is the y of the end of the slot, None where none is known."""

    plan: Plan
    assumed: bool
    scale: Scale
    columns: Columns
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    slot_end: float | None
    height: float

    @property
    def width(self) -> float:
        return self.columns.width

    @cached_property
    def by_id(self) -> dict[str, Block]:
        """The blocks by the ids of their items."""
        return {block.item.id: block for block in self.blocks}

    @cached_property
    def gaps(self) -> dict[str, Mark]:
        """The gaps by the ids of the items behind them."""
        return {mark.item_id: mark for mark in self.marks if mark.kind is MarkKind.GAP}

    def at(self, x: float, y: float) -> Block | None:
        """The block at a point: a tag before what it covers, what covers before what is covered, and then what is near,
        the shortest first."""
        for block in self.blocks:
            if block.tag is not None and block.tag.holds(x, y):
                return block
        hit = [block for block in self.blocks if block.box.holds(x, y)]
        if hit:
            return max(hit, key=lambda block: block.depth)
        near = [block for block in self.blocks if block.box.holds(x, y, around=_NEAR)]
        return min(near, key=lambda block: block.box.height, default=None)


def make_scene(plan: Plan, measures: Measures, per_minute: float) -> Scene | None:
    """Lay a plan out with so many pixels for a minute; None where it has no items."""
    plan, assumed = with_times(plan)
    spans = list(spans_of(plan))
    if not spans:
        return None
    slot_end = _slot_end(plan)
    last = max(ends for _, ends in spans)
    if slot_end is not None and slot_end - last < NIGHT:
        spans.append((slot_end, slot_end))
    stretches = stretches_of(spans, plan.day)
    scale = make_scale(stretches, plan.day, per_minute, measures)
    columns = make_columns(plan, measures, per_minute)
    marks = _marks(plan, scale, columns, measures)
    blocks = _blocks(plan, scale, columns, measures, marks)
    return Scene(
        plan,
        assumed,
        scale,
        columns,
        tuple(blocks),
        tuple(marks),
        None if slot_end is None else scale.y(slot_end),
        max([scale.bottom, *(block.tag.bottom for block in blocks if block.tag)]) + measures.line * 2,
    )


def fitting(plan: Plan, measures: Measures, height: float) -> float:
    """The pixels for a minute at which all of a plan is seen in a height."""
    scene = make_scene(plan, measures, 1.0)
    if scene is None:
        return 1.0
    return max(
        (height - (scene.scale.bottom - scene.scale.minutes) - measures.line * 2)
        / max(scene.scale.minutes, 1),
        0.0,
    )


def _slot_end(plan: Plan) -> int | None:
    if plan.start is None or plan.minutes is None:
        return None
    return plan.day.elapsed(plan.start) + plan.minutes


def _blocks(plan: Plan, scale: Scale, columns: Columns, measures: Measures, marks: list[Mark]) -> list[Block]:
    tracks: dict[str, list[Block]] = defaultdict(list)
    for item in plan.items:
        if item.begins is None or item.ends is None:
            continue
        column = columns.of(
            item.group_id, item.begins, covered(item.begins, item.ends, measures, scale.per_minute)
        )
        depth = min(_depth(item, tracks[item.group_id]), _DEEPEST)
        shift = min(depth * 2 * measures.letter, column.width / 2)
        top = scale.y(item.begins)
        box = Box(
            column.x + shift, top, column.width - shift, max(item.ends - item.begins, 0) * scale.per_minute
        )
        tracks[item.group_id].append(Block(item, box, depth, box))
    found: list[Block] = []
    taken = [mark.box for mark in marks if mark.kind is not MarkKind.GAP]
    for blocks in tracks.values():
        found += make_room(tags_of(blocks, measures), taken, measures)
    return sorted(found, key=lambda block: (block.box.y, block.depth))


def _depth(item: AgendaItemRow, before: list[Block]) -> int:
    """By how many items that are still going on it stands over."""
    going_on = [one for one in before[-2 * _DEEPEST :] if (one.item.ends or 0) > (item.begins or 0)]
    return max((one.depth + 1 for one in going_on), default=0)


def _marks(plan: Plan, scale: Scale, columns: Columns, measures: Measures) -> list[Mark]:
    found = []
    for item in plan.items:
        if item.begins is None or item.ends is None:
            continue
        if item.gap and not item.night:
            box = _box((item.begins - item.gap, item.begins), item, scale, columns)
            found.append(Mark(MarkKind.GAP, item.id, item.gap, box))
        if item.overlap:
            box = _box((item.begins, item.begins + item.overlap), item, scale, columns)
            found.append(Mark(MarkKind.OVERLAP, item.id, item.overlap, _edge(box, box.y, measures)))
        if item.late:
            box = _box((item.ends - item.late, item.ends), item, scale, columns)
            top = min(box.y, box.bottom - measures.line)
            found.append(Mark(MarkKind.LATE, item.id, item.late, _edge(box, top, measures)))
    return found


def _box(span: Span, item: AgendaItemRow, scale: Scale, columns: Columns) -> Box:
    column = columns.of(item.group_id, *span)
    top = scale.y(span[0])
    return Box(column.x, top, column.width, scale.y(span[1]) - top)


def _edge(box: Box, top: float, measures: Measures) -> Box:
    """A part at the right of a box, with room for the words of a mark."""
    width = box.width if box.width < _NARROW * measures.letter else 20 * measures.letter
    return Box(box.right - width, top, width, max(box.height, measures.line))
