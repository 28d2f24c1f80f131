"""Correcting afterwards when items began and ended. Raises ``Refused`` for what can't have been."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.errors import Refused
from facilitator.domain.moments import typed
from facilitator.domain.running import Event, EventKind, Stretch
from facilitator.features.clock.commands.beginning import title_of
from facilitator.features.clock.commands.events import AddEvents, with_ids
from facilitator.reading.held import Held
from facilitator.storage.edits import DeleteRows, SetFields, Together
from facilitator.storage.records import RunEventRecord
from facilitator.storage.store import Command
from facilitator.translation import tr

_STEPS = (EventKind.BEGAN, EventKind.ENDED)


def ended_by(held: Held, stretch: Stretch) -> Event | None:
    """The event that ended a stretch: the beginning of what followed it, or an end of its group or of the session; None
    while it is under way."""
    found = (
        one
        for one in held.events
        if one.at == stretch.ended
        and one.kind in _STEPS
        and one.id != stretch.event_id
        and _ends(one, stretch)
    )
    return next(found, None)


def _ends(event: Event, stretch: Stretch) -> bool:
    return event.track == stretch.track or (event.kind is EventKind.ENDED and not event.track)


def move_boundary(held: Held, event_id: str, at: int, now: int) -> Command | None:
    """Let an item have begun, or a track have ended, at another moment: between what happened before and after it on
    its track, and not later than now. What the groups did in the same step goes along, and so does who got the floor
    meanwhile. None where nothing changes."""
    event = next(one for one in held.events if one.id == event_id)
    if event.at == at:
        return None
    together = [one for one in held.events if one.at == event.at and one.kind in _STEPS]
    for one in together:
        _refuse_outside(held, one, at, now)
    tracks = {one.track for one in together}
    floors = [
        one
        for one in held.events
        if one.kind is EventKind.FLOOR and one.track in tracks and event.at <= one.at < at
    ]
    moved = [SetFields(RunEventRecord, one.id, {"at": at}, "") for one in (*together, *floors)]
    label = tr("Correct the end") if event.kind is EventKind.ENDED else tr("Correct the start: {item}")
    return Together(moved, label.format(item=title_of(held, event.item_id)))


def _refuse_outside(held: Held, event: Event, at: int, now: int) -> None:
    beside = [
        one.at
        for one in held.events
        if one.kind not in (EventKind.FLOOR, EventKind.LENGTH, EventKind.DROPPED) and _concerns(one, event)
    ]
    before = max((one for one in beside if one < event.at), default=None)
    after = min((one for one in beside if one > event.at), default=now)
    if (before is not None and at <= before) or (at >= after and not (at == after == now)):
        raise outside(held, at, before, after)


def _concerns(other: Event, event: Event) -> bool:
    """Whether two events can't change places: those of one track, and all of a session with its end."""
    if other.track == event.track:
        return True
    return any(one.kind is EventKind.ENDED and not one.track for one in (other, event))


def outside(held: Held, at: int, before: int | None, after: int) -> Refused:
    """Why something can't have happened at a moment."""
    zone = held.plan.zone
    until = typed(after, zone)[11:]
    between = (
        tr("It happened before {until}.").format(until=until)
        if before is None
        else tr("It happened between {since} and {until}.").format(
            since=typed(before, zone)[11:], until=until
        )
    )
    return Refused(
        tr("{time} can't be right.").format(time=typed(at, zone)[11:]), between, tr("Nothing was changed.")
    )


def remove_stretch(held: Held, stretch: Stretch) -> Command:
    """Take away that an item was held: what was before it went on. Where it was all there was, the session was not
    held."""
    gone = [stretch.event_id]
    others = [one for one in held.course.stretches if one.track == stretch.track and one != stretch]
    if not others or (
        stretch == min([*others, stretch], key=lambda one: one.began) and stretch.ended is None
    ):
        gone += [one.id for one in held.events if one.track == stretch.track and one.id != stretch.event_id]
    label = tr("Remove: {item} from {time}")
    time = typed(stretch.began, held.plan.zone)[11:16]
    return DeleteRows(RunEventRecord, gone, label.format(item=title_of(held, stretch.item_id), time=time))


def add_stretch(held: Held, item_id: str, began: int, ended: int, author: str, now: int) -> Command:
    """Add that an item was held from one moment to another, which was forgotten. It lies within one other item, which
    went on after it, or before the first, after the last, or between the two, in whole or in part."""
    track = next(row.group_id for row in held.plan.items if row.id == item_id)
    if ended <= began:
        raise Refused(
            tr("This can't be right."), tr("It would end before it begins."), tr("Nothing was changed.")
        )
    if ended > now:
        raise outside(held, ended, began, now)
    own = [one for one in held.course.stretches if one.track == track]
    inside = [one for one in own if began < one.began < ended]
    if inside:
        raise Refused(
            tr("This can't be right."),
            tr("“{item}” began meanwhile, at {time}.").format(
                item=title_of(held, inside[0].item_id), time=typed(inside[0].began, held.plan.zone)[11:]
            ),
            tr("Nothing was changed; correct that start first."),
        )
    events = _added(own, track, item_id, began, ended)
    label = tr("Add: {item} at {time}").format(
        item=title_of(held, item_id), time=typed(began, held.plan.zone)[11:16]
    )
    replaced = [one.event_id for one in own if one.began == began]
    adding = AddEvents(held.plan.session_id, with_ids(events), author, label)
    return Together([DeleteRows(RunEventRecord, replaced, ""), adding], label) if replaced else adding


def _added(own: Sequence[Stretch], track: str, item_id: str, began: int, ended: int) -> list[Event]:
    events = [Event("", began, EventKind.BEGAN, track, item_id)]
    around = next(
        (one for one in own if one.began <= began and (one.ended is None or one.ended > began)), None
    )
    if around is not None and (around.ended is None or ended < around.ended):
        return [*events, Event("", ended, EventKind.BEGAN, track, around.item_id)]
    if not any(one.began == ended for one in own) and not any(one.ended == ended for one in own):
        events.append(Event("", ended, EventKind.ENDED, track))
    return events
