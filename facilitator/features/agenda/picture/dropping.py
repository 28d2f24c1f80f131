"""Where items go that are dropped at a point of the picture, and how long one becomes whose edge is dragged."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from facilitator.domain.agenda import Outline, Placed
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.shapes import Block
from facilitator.features.agenda.picture.timed import holds_groups
from facilitator.reading.plan_rows import Plan


@dataclass(frozen=True)
class Target:
    """A place as ``PlaceItems`` takes it, and the line that shows it."""

    group_id: str
    after: str
    holder: str
    x: float
    y: float
    width: float


def target_at(scene: Scene, moving: Collection[str], x: float, y: float) -> Target | None:
    """Where items would go; None where they would not move. Those that hold groups stay in the plenary."""
    holder = _holder_at(scene, y)
    group = scene.columns.group_at(x) if holder is not None else ""
    if group and not any(holds_groups(scene.by_id[one].item) for one in moving if one in scene.by_id):
        assert holder is not None
        found = _in_row(scene, _round(scene, group, holder), y, group, holder)
    else:
        found = _in_row(scene, [one for one in scene.blocks if not one.item.group_id], y, "", None)
    return found if _moves(scene.plan, moving, found) else None


def _holder_at(scene: Scene, y: float) -> Block | None:
    """The plenary's item below which the groups' items at a y stand; None where the plenary alone meets."""
    holders = {block.item.holder_id for block in scene.blocks if block.item.group_id}
    found = [
        block
        for block in scene.blocks
        if (block.item.id in holders or holds_groups(block.item)) and _reach(scene, block, y)
    ]
    return found[-1] if found else None


def _reach(scene: Scene, holder: Block, y: float) -> bool:
    below = [block.box.bottom for block in scene.blocks if block.item.holder_id == holder.item.id]
    tops = [block.box.y for block in scene.blocks if block.item.holder_id == holder.item.id]
    top = holder.box.y if holds_groups(holder.item) else min(tops, default=holder.box.y)
    return top <= y < max([*below, holder.box.bottom])


def _round(scene: Scene, group: str, holder: Block) -> list[Block]:
    return [
        block
        for block in scene.blocks
        if block.item.group_id == group and block.item.holder_id == holder.item.id
    ]


def _in_row(scene: Scene, row: list[Block], y: float, group: str, holder: Block | None) -> Target:
    """The place in a row of blocks: behind the last one whose middle is above the y."""
    order = {item.id: number for number, item in enumerate(scene.plan.items)}
    row = sorted(row, key=lambda block: order[block.item.id])
    above = [block for block in row if block.box.y + block.box.height / 2 < y]
    after = above[-1] if above else None
    column = next((one for one in scene.columns.groups if one.group_id == group), scene.columns.plenary)
    width = column.width if group or scene.columns.groups else scene.columns.width
    if after is not None:
        line = after.box.bottom
    else:
        line = row[0].box.y if row else (holder.box.y if holder else 0)
    return Target(
        group, after.item.id if after else "", holder.item.id if holder else "", column.x, line, width
    )


def _moves(plan: Plan, moving: Collection[str], target: Target) -> bool:
    """Whether anything would stand elsewhere than it does."""
    groups = [group.id for group in plan.groups]
    outline = Outline([Placed(one.id, one.group_id, holds_groups(one)) for one in plan.items], groups)
    before = [(one, outline.track_of(one)) for one in outline.order()]
    outline.place(list(moving), target.group_id, target.after, target.holder)
    return [(one, outline.track_of(one)) for one in outline.order()] != before


def dragged_minutes(scene: Scene, block: Block, moved: float, step: int) -> int:
    """The minutes of an item whose lower edge is dragged by so many pixels: a multiple of ``step``, and not below 0."""
    lasts = block.item.length + moved / scene.scale.per_minute
    return max(round(lasts / step) * step, 0)
