"""What the table of the course shows: each time an item was held, and those that were not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.running import Expected, Stretch
from facilitator.features.clock.commands import ended_by
from facilitator.features.clock.course.words import over_words
from facilitator.reading.held import Held
from facilitator.translation import tr


@dataclass(frozen=True)
class Line:
    """An item once, or one of the times for which it was held.

    Moments are milliseconds since 1970-01-01 UTC, lengths milliseconds; ``number`` is its place in the agenda (0: it
    has none), ``words`` how it went against the plan. ``event_id`` began it, ``end_id`` ended it; both are empty where
    it did not happen.
    """

    id: str
    item_id: str
    number: int
    title: str
    planned_start: int | None
    planned: int
    began: int | None
    ended: int | None
    used: int
    words: str
    event_id: str
    end_id: str
    track: str
    stretch: Stretch | None


def lines_of(held: Held, now: int) -> list[Line]:
    """All items in the order of the agenda."""
    expected = held.expectation(now).items
    found: list[Line] = []
    for number, row in enumerate(held.plan.items, start=1):
        title = f"{row.group}: {row.title}" if row.group else row.title
        found += _lines(held, now, expected[row.id], number, title)
    others = [one for one in held.course.stretches if one.item_id not in expected]
    return found + [_unplanned(held, one, now) for one in others]


def _unplanned(held: Held, stretch: Stretch, now: int) -> Line:
    """A time in which no item of the agenda was under way: there was none, or it was deleted since."""
    end = ended_by(held, stretch)
    return Line(
        stretch.event_id,
        "",
        0,
        tr("Without an item"),
        None,
        0,
        stretch.began,
        stretch.ended,
        held.course.used_in(stretch, now),
        "",
        stretch.event_id,
        end.id if end is not None else "",
        stretch.track,
        stretch,
    )


def _lines(held: Held, now: int, one: Expected, number: int, title: str) -> Iterator[Line]:
    stretches = [stretch for stretch in held.course.stretches if stretch.item_id == one.item_id]
    planned = (
        (one.planned_end or 0) - (one.planned_start or 0) if one.planned_start is not None else one.length
    )
    for place, stretch in enumerate(stretches):
        end = ended_by(held, stretch)
        last = place == len(stretches) - 1
        yield Line(
            stretch.event_id,
            one.item_id,
            number,
            title,
            one.planned_start,
            planned,
            stretch.began,
            stretch.ended,
            held.course.used_in(stretch, now),
            over_words(one, planned) if last else "",
            stretch.event_id,
            end.id if end is not None else "",
            one.track,
            stretch,
        )
    if not stretches:
        words = over_words(one, planned)
        never = (None, None, 0, words, "", "", one.track, None)
        yield Line(one.item_id, one.item_id, number, title, one.planned_start, planned, *never)
