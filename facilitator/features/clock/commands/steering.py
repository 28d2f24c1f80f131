"""Steering the clock: each function looks at a session and a moment (milliseconds since 1970-01-01 UTC) and gives one
labelled command, or None where there is nothing to do. ``track`` is empty for the plenary, else a group's id."""

from __future__ import annotations

from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands.beginning import (
    began_events,
    is_round_under_way,
    rows_of_track,
    title_of,
)
from facilitator.features.clock.commands.events import AddEvents, with_ids
from facilitator.reading.held import Held
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import RunEventRecord
from facilitator.storage.store import Command
from facilitator.translation import tr

AT_ONCE_MS = 10_000
"""Milliseconds within which going back takes a beginning, or an end, for a mistake."""


def forward(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """What one key does: begin the session or the next item of a track, or end the track behind its last one."""
    return (
        start(held, at, author, track) or next_item(held, at, author, track) or end(held, at, author, track)
    )


def start(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """Begin a track with its first item, and groups with the item that holds them. A technical check that should be
    over by now is passed over. None when the track has begun."""
    state = held.course.track(track)
    begun = held.course.began is not None if not track else state.stretch is not None or state.ended
    item_id = _next(held, at, track)
    if begun or not item_id:
        return None
    return _begin(held, at, author, item_id, tr("Start: {item}"))


def next_item(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """Begin the item of a track that is the next to come; None when nothing is under way there or nothing is to
    come."""
    item_id = _next(held, at, track)
    if held.course.track(track).stretch is None or not item_id:
        return None
    return _begin(held, at, author, item_id, tr("Next: {item}"))


def back(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """Give the item before the one under way (in the order of the agenda, for a group within its round) the clock
    again, and keep what happened. What was ended begins again with its last item; a group only within its round.

    What was begun or ended less than ten seconds ago was a mistake: it is taken away as if it had never been, so that
    the item before simply goes on. That leaves alone what else was done meanwhile, which undo would not.
    """
    if mistaken := _mistaken(held, at, track):
        return DeleteRows(RunEventRecord, mistaken, tr("Back: that was too early"))
    state = held.course.track(track)
    rows = [row.id for row in rows_of_track(held, track, state.item_id) if row.id not in held.course.dropped]
    if state.stretch is None:
        last = [one.item_id for one in held.course.stretches if one.track == track and one.item_id in rows]
        ended = state.ended if track else held.course.ended is not None
        can = ended and last and (not track or is_round_under_way(held, last[-1]))
        return _begin(held, at, author, last[-1], tr("Back to {item}")) if can else None
    place = rows.index(state.item_id) if state.item_id in rows else 0
    return _begin(held, at, author, rows[place - 1], tr("Back to {item}")) if place else None


def jump(held: Held, at: int, author: str, item_id: str) -> Command | None:
    """Begin any item on its own track; a group's also begins the item that holds it, where that is not under way. None
    when it is under way, or not in the agenda."""
    row = next((one for one in held.plan.items if one.id == item_id), None)
    if row is None or held.course.track(row.group_id).item_id == item_id:
        return None
    return _begin(held, at, author, item_id, tr("Jump to {item}"))


def pause(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """Stop the time of a track; None where nothing is under way, or it is paused."""
    state = held.course.track(track)
    if state.stretch is None or state.paused_since is not None:
        return None
    return _add(held, [Event("", at, EventKind.PAUSED, track)], author, tr("Pause"))


def resume(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """Let the time of a track go on; None where it is not paused."""
    if held.course.track(track).paused_since is None:
        return None
    return _add(held, [Event("", at, EventKind.RESUMED, track)], author, tr("Resume"))


def end(held: Held, at: int, author: str, track: str = "") -> Command | None:
    """End the session and all its groups, or one group; None where nothing is under way."""
    if held.course.track(track).stretch is None:
        return None
    label = tr("End the group") if track else tr("End the session")
    return _add(held, [Event("", at, EventKind.ENDED, track)], author, label)


def _begin(held: Held, at: int, author: str, item_id: str, label: str) -> Command:
    return _add(held, began_events(held, at, item_id), author, label.format(item=title_of(held, item_id)))


def _add(held: Held, events: list[Event], author: str, label: str) -> Command:
    return AddEvents(held.plan.session_id, with_ids(events), author, label)


def _next(held: Held, at: int, track: str) -> str:
    found = held.expectation(at).items.values()
    return next((one.item_id for one in found if one.track == track and one.state == "next"), "")


def _mistaken(held: Held, at: int, track: str) -> list[str]:
    """The ids of the events by which the track went on, where that was just now; none where it went back."""
    state = held.course.track(track)
    began = state.stretch.began if state.stretch is not None else None
    if began is None:
        ends = [one.at for one in held.events if one.kind is EventKind.ENDED and one.track == track]
        began = ends[-1] if ends and (held.course.ended == ends[-1] if not track else state.ended) else None
    elif _went_back(held, track):
        return []
    if began is None or not 0 <= at - began < AT_ONCE_MS:
        return []
    since = [one for one in held.events if one.at >= began and one.kind in (EventKind.BEGAN, EventKind.ENDED)]
    steps = [one for one in since if one.at == began]
    tracks = {one.track for one in steps}
    if track and "" in tracks:
        return []  # the plenary's step, which is not to be taken back from a group
    if any(one.track in tracks for one in since if one not in steps):
        return []  # a group that began in the same step went on since: that it was held stays
    pauses = [
        one
        for one in held.events
        if one.at >= began and one.kind in (EventKind.PAUSED, EventKind.RESUMED) and one.track in tracks
    ]
    return [one.id for one in (*steps, *pauses)]


def _went_back(held: Held, track: str) -> bool:
    """Whether what is under way on a track was begun by going back to it."""
    order = [row.id for row in held.plan.items]
    stretches = [one.item_id for one in held.course.stretches if one.track == track and one.item_id in order]
    return len(stretches) > 1 and order.index(stretches[-1]) <= order.index(stretches[-2])
