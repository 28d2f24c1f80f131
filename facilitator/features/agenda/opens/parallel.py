"""Who is to be in two places at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.domain.agenda import Presence, clashes, timings
from facilitator.domain.times import clock
from facilitator.features.agenda.opens.people import coming, take_off
from facilitator.features.agenda.opens.points import Goal, Labels, Mend, OpenPoint, Urgency, on_button, short
from facilitator.reading.plan import slot_of
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan
from facilitator.translation import tr

Spans = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class _Place:
    """Where somebody is to be: on an item, or leading a group in a ``field`` of it."""

    person: str
    item: AgendaItemRow | None = None
    row: AppearanceRow | None = None
    group: GroupRow | None = None
    field: str = ""

    def name(self, labels: Labels) -> str:
        return labels.item(self.item) if self.item else short(self.group.name if self.group else "")

    def mend(self, labels: Labels) -> Mend:
        if self.item and self.row:
            return take_off(self.row, self.item, labels)
        assert self.group is not None
        label = tr("Who leads “{group}”…")
        if self.field == "rapporteur_id":
            label = tr("Who reports from “{group}”…")
        shown = label.format(group=on_button(self.group.name))
        return Mend(shown, goal=Goal.GROUP, ids=(self.group.id, self.field))


def of_parallels(plan: Plan, labels: Labels) -> Iterator[OpenPoint]:
    """Everybody who is to be in two places at once, with the two and the time."""
    spans = _spans(plan)
    places: dict[str, _Place] = {}
    presences = [*_on_items(plan, spans, places), *_leading(plan, spans, places)]
    for one, other in clashes(presences):
        here, there = places[one.key], places[other.key]
        text = tr("{person} is to be on “{one}” and “{other}” at the same time.")
        if plan.start is not None:
            text = tr("{person} is to be on “{one}” and “{other}” at the same time, {start}–{end}.")
        told = text.format(
            person=short(here.person),
            one=here.name(labels),
            other=there.name(labels),
            start=clock(plan.day.wall(max(one.begins, other.begins))),
            end=clock(plan.day.wall(min(one.ends, other.ends))),
        )
        yield OpenPoint(
            "parallel",
            Urgency.BROKEN,
            told,
            (one.person_id, one.key, other.key),
            (here.mend(labels), there.mend(labels)),
        )


def _spans(plan: Plan) -> Spans:
    """Start and end of each item. Where the session has no start yet, what is parallel is so from any start on."""
    if plan.start is None:
        found = timings([slot_of(item) for item in plan.items], 0, plan.minutes)
        times = ((key, one.start, one.end) for key, one in found.items())
    else:
        times = ((item.id, item.begins, item.ends) for item in plan.items)
    return {key: (start, end) for key, start, end in times if start is not None and end is not None}


def _on_items(plan: Plan, spans: Spans, places: dict[str, _Place]) -> Iterator[Presence]:
    for item in plan.items:
        if item.id not in spans:
            continue
        for row in item.appearances:
            if coming(row):
                places[row.id] = _Place(row.person, item, row)
                yield Presence(row.id, row.person_id, item.group_id, item.id, item.holder_id, *spans[item.id])


def _leading(plan: Plan, spans: Spans, places: dict[str, _Place]) -> Iterator[Presence]:
    """Who leads a group or reports from it is with it through each of its rounds."""
    rounds: dict[tuple[str, str], tuple[int, int]] = {}
    for item in plan.items:
        if item.group_id and item.id in spans:
            begins, ends = spans[item.id]
            first, last = rounds.get((item.group_id, item.holder_id), (begins, ends))
            rounds[item.group_id, item.holder_id] = min(first, begins), max(last, ends)
    groups = {group.id: group for group in plan.groups}
    for (group_id, holder_id), span in rounds.items():
        if (group := groups.get(group_id)) is None:
            continue
        leads = {
            group.rapporteur_id: (group.rapporteur, "rapporteur_id"),
            group.moderator_id: (group.moderator, "moderator_id"),
        }
        for person_id, (name, field) in leads.items():
            if person_id:
                key = f"{group_id}/{holder_id}/{field}"
                places[key] = _Place(name, group=group, field=field)
                yield Presence(key, person_id, group_id, "", holder_id, *span)
