"""Correcting afterwards who had the floor. Raises ``Refused`` for what can't have been."""

from __future__ import annotations

from facilitator.domain.errors import Refused
from facilitator.domain.running import Event, EventKind, Turn
from facilitator.features.clock.commands.correcting import outside
from facilitator.features.clock.commands.events import AddEvents, with_ids
from facilitator.reading.held import Held
from facilitator.storage.edits import DeleteRows, Together
from facilitator.storage.records import RunEventRecord
from facilitator.storage.store import Command
from facilitator.translation import tr


def correct_turn(
    held: Held, turn: Turn, person_id: str, began: int, ended: int | None, author: str, now: int
) -> Command | None:
    """Let somebody have had the floor from one moment to another (None: they still have it), instead of what a turn
    tells; nobody, where ``person_id`` is empty. It stays within its item and between the turns beside it."""
    if (person_id, began, ended) == (turn.person_id, turn.began, turn.ended):
        return None
    low, high = _bounds(held, turn, now)
    if not low <= began < (now if ended is None else ended) or (ended is not None and ended > high):
        raise outside(held, began if ended is None or began < low else ended, low, high)
    gone, after = _told_by(held, turn), _after(held, turn)
    events = [Event("", began, EventKind.FLOOR, turn.track, person_id=person_id)]
    if not turn.event_id and began > turn.began:
        events.insert(0, Event("", turn.began, EventKind.FLOOR, turn.track))
    if ended is not None and ended < high and (after is None or after.at != ended or after.id in gone):
        events.append(Event("", ended, EventKind.FLOOR, turn.track))
    label = tr("Correct who had the floor")
    adding = AddEvents(held.plan.session_id, with_ids(events), author, label)
    return Together([DeleteRows(RunEventRecord, gone, ""), adding], label)


def remove_turn(held: Held, turn: Turn, author: str) -> Command:
    """Let nobody have had the floor during a turn."""
    label = tr("Remove a turn")
    nobody = Event("", turn.began, EventKind.FLOOR, turn.track)
    gone = [turn.event_id] if turn.event_id else []
    adding = AddEvents(held.plan.session_id, with_ids([nobody]), author, label)
    return Together([DeleteRows(RunEventRecord, gone, ""), adding], label)


def add_turn(
    held: Held, track: str, person_id: str, began: int, ended: int, author: str, now: int
) -> Command:
    """Add that somebody had the floor, which was forgotten. Who had it around then has it before and after."""
    if ended <= began:
        raise Refused(
            tr("This can't be right."), tr("It would end before it begins."), tr("Nothing was changed.")
        )
    if ended > now:
        raise outside(held, ended, began, now)
    found = [one for one in held.turns(now) if one.track == track]
    around = next((one for one in found if one.began <= began and ended <= (one.ended or now)), None)
    if around is None and any(one.began < ended and began < (one.ended or now) for one in found):
        raise Refused(
            tr("This can't be right."),
            tr("Somebody else had the floor for a part of that time."),
            tr("Nothing was changed; correct their turn first."),
        )
    events = [Event("", began, EventKind.FLOOR, track, person_id=person_id)]
    if around is None or ended < (around.ended or now):
        following = around.person_id if around else ""
        events.append(Event("", ended, EventKind.FLOOR, track, person_id=following))
    return AddEvents(held.plan.session_id, with_ids(events), author, tr("Add a turn"))


def _bounds(held: Held, turn: Turn, now: int) -> tuple[int, int]:
    """Between which moments a turn can lie: those of its item, and those of the turns beside it."""
    low, high = 0, now
    for stretch in held.course.stretches:
        is_before_its_end = stretch.ended is None or stretch.ended > turn.began
        if stretch.track == turn.track and stretch.began <= turn.began and is_before_its_end:
            low, high = stretch.began, min(now, stretch.ended or now)
    for other in held.turns(now):
        if other.track == turn.track and other != turn:
            if other.began < turn.began:
                low = max(low, other.ended or now)
            else:
                high = min(high, other.began)
    return low, high


def _told_by(held: Held, turn: Turn) -> list[str]:
    """The ids of the events that tell a turn: the one that gave the floor, and the one by which nobody had it after."""
    after = _after(held, turn)
    ends = [after.id] if after is not None and not after.person_id else []
    return [*([turn.event_id] if turn.event_id else []), *ends]


def _after(held: Held, turn: Turn) -> Event | None:
    """The event that took the floor at the end of a turn, where somebody did and no item."""
    found = (
        one
        for one in held.events
        if one.kind is EventKind.FLOOR and one.track == turn.track and one.at == turn.ended
    )
    return next(found, None)
