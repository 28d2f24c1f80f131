"""What can be done about the time, each with what would come of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from facilitator.domain.running import (
    MOST_DROPS,
    Change,
    Course,
    Expectation,
    Outcome,
    Remedy,
    outcomes,
)
from facilitator.features.clock.steering.facing import Names
from facilitator.features.clock.steering.wording import over_words, time_of_day
from facilitator.reading.held import Held
from facilitator.translation import mark, ntr, tr

_TITLES = {
    Remedy.PUSH: mark("Push: leave all lengths"),
    Remedy.BUFFERS: mark("Take from the buffers"),
    Remedy.EVENLY: mark("Shorten those to come evenly"),
}


@dataclass(frozen=True)
class Block:
    """An item of the plenary from now on, as a picture shows it: moments in milliseconds."""

    title: str
    start: int
    end: int
    changed: bool


@dataclass(frozen=True)
class Option:
    """One way, with the changes it makes (in minutes), and the session's expected end and lateness with them
    (milliseconds)."""

    id: str
    title: str
    changes: tuple[Change, ...]
    end: int | None
    late: int
    planned_end: int | None


@dataclass(frozen=True)
class Picture:
    """The items of the plenary from now on as they stand, and as they would with an option."""

    now: int
    planned_end: int | None
    before: tuple[Block, ...]
    after: tuple[Block, ...]


def options(held: Held, names: Names, now: int, asked_for: Collection[str] = ()) -> list[Option]:
    """The remedies, those that drop the items ``asked_for`` among them, then what takes earlier decisions back. None
    where nothing is to come."""
    plan = held.plan
    expected = held.expectation(now)
    found = [
        Option(_id_of(one), _title_of(one, names), one.changes, one.end, one.late, expected.planned_end)
        for one in outcomes(
            held.slots, held.course, now, plan.start, plan.minutes, plan.day, asked_for=asked_for
        )
    ]
    decided = islice(_decided_before(held, expected), MOST_DROPS)
    return [*found, *(_taken_back(held, names, change, now) for change in decided)]


def droppable(held: Held, now: int) -> list[str]:
    """The ids of all items of the plenary to come that could be dropped."""
    expected = held.expectation(now)
    return [
        slot.id
        for slot in held.slots
        if not slot.track and not slot.absorbs and expected.items[slot.id].is_to_come
    ]


def picture(held: Held, names: Names, option: Option, now: int) -> Picture:
    """What an option changes, to be drawn."""
    ids = {change.item_id for change in option.changes}
    after = replace(held, course=changed(held.course, option.changes)).expectation(now)
    before = _blocks(held.expectation(now), names, ids, now)
    return Picture(now, option.planned_end, before, _blocks(after, names, ids, now))


def outcome_of(option: Option) -> Outcome:
    """The option as the domain has it."""
    return Outcome(Remedy.PUSH, option.changes, option.end, option.late)


def drop_id(item_id: str) -> str:
    """The id of the option that drops an item."""
    return f"{Remedy.DROP.value}:{item_id}"


def _id_of(outcome: Outcome) -> str:
    is_drop = outcome.remedy is Remedy.DROP
    return drop_id(outcome.changes[0].item_id) if is_drop else outcome.remedy.value


def _title_of(outcome: Outcome, names: Names) -> str:
    if outcome.remedy is Remedy.DROP:
        change = outcome.changes[0]
        text = tr("Drop “{item}” ({minutes} min)")
        return text.format(item=names.items.get(change.item_id, ""), minutes=change.before)
    return tr(_TITLES[outcome.remedy])


def _taken_back(held: Held, names: Names, change: Change, now: int) -> Option:
    told = replace(held, course=changed(held.course, (change,))).expectation(now)
    text = tr("As planned: “{item}”, {minutes} min")
    title = text.format(item=names.items.get(change.item_id, ""), minutes=change.after)
    return Option(f"planned:{change.item_id}", title, (change,), told.end, told.late, told.planned_end)


def _decided_before(held: Held, expected: Expectation) -> Iterator[Change]:
    """What takes back, item by item, what was decided of those to come."""
    planned = {item.id: item.minutes for item in held.plan.items}
    for item_id, one in expected.items.items():
        length, decided_length = planned.get(item_id), held.course.lengths.get(item_id)
        if not length or one.track:
            continue
        if one.state == "dropped":
            yield Change(item_id, 0, length)
        elif one.is_to_come and decided_length not in (None, length):
            yield Change(item_id, decided_length or 0, length)


def _blocks(expected: Expectation, names: Names, changed_ids: set[str], now: int) -> tuple[Block, ...]:
    return tuple(
        Block(names.items.get(one.item_id, ""), max(one.start, now), one.end, one.item_id in changed_ids)
        for one in expected.items.values()
        if not one.track and one.is_ahead and one.start is not None
        if one.end is not None and one.end > max(one.start, now)
    )


def changed(course: Course, changes: Sequence[Change]) -> Course:
    """The course as it will be when the changes are made."""
    dropped = {change.item_id for change in changes if not change.after}
    kept = {change.item_id: change.after for change in changes if change.after}
    lengths: Mapping[str, int] = {**course.lengths, **kept}
    return replace(course, lengths=lengths, dropped=(course.dropped - kept.keys()) | dropped)


def outcome_words(option: Option, zone: str, now: int) -> str:
    """The end that is to be expected with an option, and what is still over."""
    if option.end is None:
        return ""
    end = time_of_day(option.end, zone, now)
    if option.planned_end is None:
        return tr("ends {end}").format(end=end)
    return tr("ends {end} · {over}").format(end=end, over=over_words(option.late))


def change_words(option: Option, names: Names) -> str:
    """Each item's length from and to, one a line."""
    if not option.changes:
        return tr("No length changes: everything to come moves.")
    lines = [_change_words(change, names.items.get(change.item_id, "")) for change in option.changes]
    count = len(lines)
    head = ntr("{count} item changes:", "{count} items change:", count).format(count=count)
    return "\n".join([head, *lines])


def _change_words(change: Change, item: str) -> str:
    if not change.after:
        return tr("{item}: {before} min → dropped").format(item=item, before=change.before)
    if not change.before:
        return tr("{item}: dropped → {after} min").format(item=item, after=change.after)
    text = tr("{item}: {before} → {after} min")
    return text.format(item=item, before=change.before, after=change.after)
