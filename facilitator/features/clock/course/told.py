"""What the panel shows, made of what was read: the picture, who had the floor, and one minute in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.running import Expectation, Turn, course_of, turns
from facilitator.features.clock.course.lanes import Block, Lane, Picture, joined
from facilitator.features.clock.course.lines import Line
from facilitator.features.clock.course.words import MINUTE, clock_words, length_words, minute_of
from facilitator.reading.held import Held
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class TurnLine:
    """A turn and the name of who had it."""

    id: str
    turn: Turn
    name: str
    title: str


def turn_lines(held: Held, now: int, names: Mapping[str, str]) -> list[TurnLine]:
    """Who had the floor, in order."""
    titles = {row.id: row.title for row in held.plan.items}
    return [
        TurnLine(
            f"{one.track}:{one.began}",
            one,
            names.get(one.person_id, "") or tr("Somebody"),
            titles.get(one.item_id, ""),
        )
        for one in held.turns(now)
    ]


def picture_of(
    held: Held,
    expected: Expectation,
    lines: Sequence[Line],
    spoken: Sequence[TurnLine],
    noted: Sequence[int],
    now: int,
) -> Picture:
    """The picture of a session until a moment. Groups have a lane each."""
    zone = held.plan.zone
    planned = [
        Block(one.planned_start, one.planned_end, str(number))
        for number, one in enumerate(expected.items.values(), start=1)
        if not one.track and one.planned_start is not None and one.planned_end is not None
    ]
    lanes = [Lane(tr("Planned"), tuple(planned), planned=True), Lane(tr("Held"), _held(lines, "", now))]
    lanes += [Lane(group.name, _held(lines, group.id, now)) for group in held.plan.groups]
    talk = [Block(one.turn.began, one.turn.ended or now, one.name) for one in spoken]
    lanes.append(Lane(tr("Floor"), tuple(talk)))
    words = [_line_words(line, zone) for line in lines]
    words += [
        tr("{name} spoke {length}").format(name=one.name, length=length_words(one.turn.spoken))
        for one in spoken
    ]
    words.append(ntr("{count} note", "{count} notes", len(noted)).format(count=len(noted)))
    return Picture(joined(lanes), tuple(noted), zone, ". ".join(words))


def _held(lines: Sequence[Line], track: str, now: int) -> tuple[Block, ...]:
    return tuple(
        Block(
            line.began,
            line.ended or now,
            str(line.number or "–"),
            line.began + line.planned if line.planned and line.used > line.planned else None,
        )
        for line in lines
        if line.track == track and line.began is not None
    )


def _line_words(line: Line, zone: str) -> str:
    planned = tr("planned {time} for {length}").format(
        time=clock_words(line.planned_start, zone) or "–", length=length_words(line.planned)
    )
    if not line.item_id:
        planned = tr("not planned")
    if line.began is None:
        return tr("{number} {item}: {planned}; {words}").format(
            number=line.number, item=line.title, planned=planned, words=line.words
        )
    actual = tr("held from {since} to {until}").format(
        since=clock_words(line.began, zone), until=clock_words(line.ended, zone) or tr("now")
    )
    return tr("{number} {item}: {planned}; {actual}; {words}").format(
        number=line.number, item=line.title, planned=planned, actual=actual, words=line.words
    )


def minute_words(held: Held, moment: int, now: int, names: Mapping[str, str]) -> list[str]:
    """What a minute was like at its end: what was under way on each track, and who had the floor in it."""
    until = min(moment + MINUTE - 1, now)
    events = [event for event in held.events if event.at <= until]
    course = course_of(events)
    titles = {row.id: row.title for row in held.plan.items}
    groups = {group.id: group.name for group in held.plan.groups}
    found = [tr("{time}: nothing is under way").format(time=minute_of(moment, held.plan.zone))]
    under_way = [(track, one) for track, one in sorted(course.tracks.items()) if one.stretch is not None]
    if under_way:
        found = []
    for track, state in under_way:
        used = course.used(state.item_id, until) // MINUTE + 1
        title = titles.get(state.item_id, "") or tr("untitled item")
        where = tr("{group}: {item}").format(group=groups.get(track, ""), item=title) if track else title
        text = tr("{time}: {item}, minute {count}").format(
            time=minute_of(moment, held.plan.zone), item=where, count=used
        )
        found.append(tr("{text}, paused").format(text=text) if state.paused_since is not None else text)
    spoke = [one for one in turns(events, held.speakers, until) if one.ended is None or one.ended > moment]
    if spoke:
        who = ", ".join(dict.fromkeys(names.get(one.person_id, "") or tr("Somebody") for one in spoke))
        found.append(tr("Floor: {names}").format(names=who))
    return found
