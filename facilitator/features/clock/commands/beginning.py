"""What begins and ends together with an item."""

from __future__ import annotations

from facilitator.domain.running import Event, EventKind
from facilitator.reading.held import Held
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr


def title_of(held: Held, item_id: str) -> str:
    """What an item is called in the labels of changes."""
    row = next((one for one in held.plan.items if one.id == item_id), None)
    return (row.title if row else "") or tr("untitled item")


def rows_of_track(held: Held, track: str, item_id: str) -> list[AgendaItemRow]:
    """The items of the plenary, or of a group's round: the one in which an item is."""
    holder = next((row.holder_id for row in held.plan.items if row.id == item_id), "")
    rows = [row for row in held.plan.items if row.group_id == track]
    return [row for row in rows if not track or not holder or row.holder_id == holder]


def began_events(held: Held, at: int, item_id: str) -> list[Event]:
    """The events by which an item begins, without ids.

    With the plenary's item that holds groups begins the first item to come of each of them; where the plenary goes on,
    the groups end that were under way. A group's item begins the one that holds it too, where that is not under way.
    """
    row = next(one for one in held.plan.items if one.id == item_id)
    if row.group_id:
        own = Event("", at, EventKind.BEGAN, row.group_id, item_id)
        if not _holds(held, row.holder_id) or held.course.track().item_id == row.holder_id:
            return [own]
        beside = [one for one in began_events(held, at, row.holder_id) if one.track != row.group_id]
        return [*beside, own]
    found = [Event("", at, EventKind.BEGAN, "", item_id)]
    begun = _groups_begin(held, at, item_id) if _holds(held, item_id) else {}
    for track, state in held.course.tracks.items():
        if (
            track
            and state.stretch is not None
            and track not in begun
            and _ends_with(held, state.item_id, item_id)
        ):
            found.append(Event("", at, EventKind.ENDED, track))
    return [*found, *(Event("", at, EventKind.BEGAN, track, one) for track, one in begun.items())]


def _groups_begin(held: Held, at: int, holder: str) -> dict[str, str]:
    """The item with which each group's round begins, by group; those that are in the round already go on."""
    expected = held.expectation(at).items
    rounds: dict[str, list[AgendaItemRow]] = {}
    for row in held.plan.items:
        if row.holder_id == holder and row.group_id and row.id not in held.course.dropped:
            rounds.setdefault(row.group_id, []).append(row)
    found = {}
    for track, rows in rounds.items():
        if held.course.track(track).item_id not in [row.id for row in rows]:
            found[track] = next((row.id for row in rows if expected[row.id].state != "done"), rows[-1].id)
    return found


def _ends_with(held: Held, item_id: str, following: str) -> bool:
    """Whether a group's item ends when the plenary goes on to another item: not where no item holds the groups."""
    row = next((one for one in held.plan.items if one.id == item_id), None)
    return row is not None and row.holder_id != following and _holds(held, row.holder_id)


def is_round_under_way(held: Held, item_id: str) -> bool:
    """Whether the item that holds a group's item is under way; also where none holds it."""
    holder = next((row.holder_id for row in held.plan.items if row.id == item_id), "")
    return not _holds(held, holder) or held.course.track().item_id == holder


def _holds(held: Held, item_id: str) -> bool:
    return any(slot.id == item_id and slot.holds_groups for slot in held.slots)
