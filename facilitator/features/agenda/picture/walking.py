"""From block to block by the arrows."""

from __future__ import annotations

from enum import Enum

from facilitator.features.agenda.picture.layout import Scene
from facilitator.reading.plan_rows import AgendaItemRow


class Step(Enum):
    """A direction."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


def step(scene: Scene, item_id: str, direction: Step) -> str:
    """The id of the item that an arrow leads to from another; the same where there is none. Up and down go through a
    column, and from a group back to the plenary; left and right go to what happens at the same time."""
    item = scene.by_id[item_id].item
    sideways, places = direction.value
    if sideways:
        return _beside(scene, item, sideways)
    row = [
        one for one in scene.plan.items if one.group_id == item.group_id and one.holder_id == item.holder_id
    ]
    number = row.index(item) + places
    if 0 <= number < len(row):
        return row[number].id
    return _out_of_group(scene, item, places) if item.group_id else item_id


def ends_of(scene: Scene) -> tuple[str, str]:
    """The ids of the first and the last item."""
    return scene.plan.items[0].id, scene.plan.items[-1].id


def toggled(item_ids: tuple[str, ...], item_id: str) -> tuple[str, ...]:
    """The ids with one more, or without it where it is among them."""
    if item_id in item_ids:
        return tuple(one for one in item_ids if one != item_id)
    return (*item_ids, item_id)


def between(scene: Scene, first: str, last: str) -> tuple[str, ...]:
    """The ids of the items from one to another as they stand in the plan; of one column where both stand in it."""
    items = scene.plan.items
    order = [item.id for item in items]
    begin, end = sorted((order.index(first), order.index(last)))
    tracks = {scene.by_id[first].item.group_id, scene.by_id[last].item.group_id}
    return tuple(item.id for item in items[begin : end + 1] if len(tracks) > 1 or item.group_id in tracks)


def _out_of_group(scene: Scene, item: AgendaItemRow, places: int) -> str:
    plenary = [one.id for one in scene.plan.items if not one.group_id]
    if item.holder_id not in plenary:
        return plenary[0] if plenary and places > 0 else item.id
    if places < 0:
        return item.holder_id
    number = plenary.index(item.holder_id) + 1
    return plenary[number] if number < len(plenary) else item.id


def _beside(scene: Scene, item: AgendaItemRow, sideways: int) -> str:
    order = ["", *(group.group_id for group in scene.columns.groups)]
    columns = (
        order[order.index(item.group_id) + 1 :] if sideways > 0 else order[: order.index(item.group_id)][::-1]
    )
    for group in columns:
        row = [one for one in scene.plan.items if one.group_id == group and _share(one, item)]
        if row:
            return min(row, key=lambda one: abs((one.begins or 0) - (item.begins or 0))).id
    return item.id


def _share(one: AgendaItemRow, other: AgendaItemRow) -> bool:
    """Whether they go on at the same time; one without length lasts a minute."""
    begins, ends = (one.begins or 0, other.begins or 0), (one.ends or 0, other.ends or 0)
    return max(begins) < min(max(end, begin + 1) for begin, end in zip(begins, ends, strict=True))
