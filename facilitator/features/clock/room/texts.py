"""What items, people and what is to come are called in a window of the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.domain.moments import minute
from facilitator.domain.running import Expectation, Expected, Turn
from facilitator.features.clock.room.words import rough
from facilitator.reading.display import Called, Display
from facilitator.reading.held import Held
from facilitator.translation import ntr, tr

_MINUTE = 60_000


@dataclass(frozen=True)
class Texts:
    """The texts of a track (empty: the plenary)."""

    of: Held
    display: Display
    track: str

    def held(self) -> str:
        """What is held: the group, or the session."""
        group = next((one for one in self.of.plan.groups if one.id == self.track), None)
        return self.display.clean(group.name) if group else self.display.title

    def title(self, item_id: str) -> str:
        """What an item is called: by its title, or by the kind of its segment; without an item what is held."""
        row = next((one for one in self.of.plan.items if one.id == item_id), None)
        if row is None:
            return self.held()
        label = self.display.segments.get(row.segment, "")
        return self.display.clean(row.title).strip() or label or tr("Without a title")

    def coming(self, expected: Expectation) -> Iterator[Expected]:
        """The items to come on the track, in their order."""
        coming = ("next", "later")
        return (one for one in expected.items.values() if one.track == self.track and one.state in coming)

    def after(self, expected: Expectation, item: Expected, person: str, turns: Sequence[Turn]) -> str:
        """Who is next on the item, whose turns so far are given: the first behind the speaker who has not had the
        floor; else what comes next."""
        order = list(self.of.speakers.get(item.item_id, ()))
        heard = {one.person_id for one in turns} | {person}
        at = order.index(person) + 1 if person in order else 0
        waiting = [one for one in (*order[at:], *order[:at]) if one not in heard]
        if waiting:
            return _next(_in_a_line(self.display.called(waiting[0], item.item_id)))
        following = next(self.coming(expected), None)
        return self.named(following) if following else ""

    def named(self, item: Expected) -> str:
        """An item that is next, with those who speak on it."""
        who = self._names(self.of.speakers.get(item.item_id, ()), item.item_id)
        what = self.title(item.item_id)
        return _next(tr("{who}: {what}").format(who=who, what=what) if who else what)

    def end_of(self, expected: Expectation, now: int) -> str:
        """When the session ends; what is expected instead, where that is a minute or more apart. Nothing where no
        length is planned: it would end just now."""
        planned, end = expected.planned_end, expected.end
        at = planned if planned is not None else end
        if at is None or not expected.end_is_known:
            return ""
        zone = self.of.plan.zone
        text = tr("The session ends at {time}").format(time=minute(at, zone))
        if end is not None and abs(end - at) >= _MINUTE:
            return tr("{planned}, expected at {time}").format(planned=text, time=minute(end, zone))
        if at > now:
            return tr("{planned}, in {length}").format(planned=text, length=rough(at - now))
        return text

    def _names(self, people: tuple[str, ...], item_id: str) -> str:
        if not people:
            return ""
        first, more = self.display.called(people[0], item_id).name, len(people) - 1
        text = ntr("{name} and {count} more", "{name} and {count} more", more)
        return text.format(name=first, count=more) if more else first


def _next(what: str) -> str:
    return tr("Next: {what}").format(what=what)


def _in_a_line(called: Called) -> str:
    if not called.about:
        return called.name
    return tr("{name} ({about})").format(name=called.name, about=called.about)
