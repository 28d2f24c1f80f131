"""What is open about the people of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from facilitator.domain.consent import CONSENT_MEANINGS, Consent
from facilitator.domain.vocabulary import AppearanceStatus
from facilitator.features.agenda import commands
from facilitator.features.agenda.opens.points import (
    Goal,
    Labels,
    Mend,
    OpenPoint,
    Urgency,
    open_item,
    open_person,
    short,
)
from facilitator.reading.plan import BREAKOUT
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan
from facilitator.reading.voices import speaks
from facilitator.translation import mark, ntr, tr

_SOON = 14
"""Days before the session from which on it matters that somebody has not confirmed."""
_NAMED = 3
"""How many people a sentence names before it only counts."""


def of_people(plan: Plan, labels: Labels, today: dt.date | None) -> Iterator[OpenPoint]:
    """Consent, those who declined or have not confirmed, and the roles that nobody has."""
    yield from _declined(plan, labels)
    yield from _leaders(plan)
    yield from _consents(plan)
    yield from _groups(plan)
    yield from _unconfirmed(plan, today)


def coming(row: AppearanceRow) -> bool:
    """Whether a person has not declined."""
    return row.status != AppearanceStatus.DECLINED


def _declined(plan: Plan, labels: Labels) -> Iterator[OpenPoint]:
    for item in plan.items:
        for row in item.appearances:
            if coming(row):
                continue
            text = tr("{person} declined, and is still on “{item}”.")
            yield OpenPoint(
                "declined",
                Urgency.BROKEN,
                text.format(person=short(row.person), item=labels.item(item)),
                (row.id, row.person_id, item.id),
                (take_off(row, item, labels), open_item(item, labels)),
            )


def take_off(row: AppearanceRow, item: AgendaItemRow, labels: Labels) -> Mend:
    """Take a person off an item."""
    label = tr("Take off “{item}”").format(item=labels.item_on_button(item))
    return Mend(label, commands.delete_appearances([row.id]))


def _consents(plan: Plan) -> Iterator[OpenPoint]:
    """Those who were not asked: a few each by themselves, more of them together, as they are asked in one mail."""
    people = {
        row.person_id: row.person
        for row in plan.appearances
        if row.consent in ("", Consent.NOT_ASKED) and speaks(row)
    }
    if len(people) > _NAMED:
        text = tr("{count} people were not asked for consent: {names}.")
        told = text.format(count=len(people), names=_names(list(people.values())))
        label = tr("Mark all {count} as asked").format(count=len(people))
        first, name = next(iter(people.items()))
        mends = (_mark_asked(label, *people), open_person(first, name))
        yield OpenPoint("consents", Urgency.MISSING, told, tuple(people), mends)
        return
    for person_id, name in people.items():
        text = tr("{person} was not asked for consent.").format(person=short(name))
        mends = (open_person(person_id), _mark_asked(tr("Mark as asked"), person_id))
        yield OpenPoint("consent", Urgency.MISSING, text, (person_id,), mends)


def _mark_asked(label: str, *person_ids: str) -> Mend:
    meaning = tr(CONSENT_MEANINGS[Consent.PENDING])
    tip = tr("Sets the consent to “Pending”. {meaning}").format(meaning=meaning)
    return Mend(label, commands.mark_asked(person_ids), tip=tip)


def _names(people: list[str]) -> str:
    """The first of them by name."""
    names = ", ".join(short(name) for name in people[:_NAMED])
    return tr("{names} and others").format(names=names) if len(people) > _NAMED else names


def _leaders(plan: Plan) -> Iterator[OpenPoint]:
    """Who leads the session and who reports from it; those of a group do it for the group."""
    if not plan.items and not plan.taking_part:
        return
    plenary = [row for item in plan.items if not item.group_id for row in item.appearances]
    roles = {row.role for row in (*plenary, *plan.taking_part) if coming(row)}
    for role, text, label in (
        ("moderator", tr("Nobody moderates the session."), tr("Choose a moderator")),
        ("rapporteur", tr("Nobody is the rapporteur of the session."), tr("Choose a rapporteur")),
    ):
        if role not in roles:
            choose = Mend(label, goal=Goal.CHOOSE, ids=(role, ""))
            yield OpenPoint(f"no_{role}", Urgency.MISSING, text, (), (choose,))


_LEADS = (
    ("moderator", mark("Nobody moderates the group “{group}”."), mark("Choose a moderator")),
    ("rapporteur", mark("Nobody reports from the group “{group}”."), mark("Choose a rapporteur")),
)


def _groups(plan: Plan) -> Iterator[OpenPoint]:
    roles: dict[str, set[str]] = {group.id: set() for group in plan.groups}
    filled = set()
    for item in plan.items:
        if item.group_id in roles:
            filled.add(item.group_id)
            roles[item.group_id] |= {row.role for row in item.appearances if coming(row)}
    holder = next((item.id for item in plan.items if item.segment == BREAKOUT and not item.group_id), "")
    for group in plan.groups:
        given = {"moderator": group.moderator_id, "rapporteur": group.rapporteur_id}
        for role, text, label in _LEADS:
            if not given[role] and role not in roles[group.id]:
                choose = Mend(tr(label), goal=Goal.GROUP, ids=(group.id, f"{role}_id"))
                told = tr(text).format(group=short(group.name))
                yield OpenPoint(f"group_no_{role}", Urgency.MISSING, told, (group.id,), (choose,))
        if group.id not in filled:
            yield _empty(plan, group, holder)


def _empty(plan: Plan, group: GroupRow, holder: str) -> OpenPoint:
    text = tr("The group “{group}” has no items yet.").format(group=short(group.name))
    add = commands.AddItem(plan.session_id, title=group.name, group_id=group.id, holder=holder)
    mends = (
        Mend(tr("Add an item to it"), add),
        Mend(tr("Delete the group"), commands.DeleteGroup(group.id)),
    )
    return OpenPoint("empty_group", Urgency.MISSING, text, (group.id,), mends)


def _unconfirmed(plan: Plan, today: dt.date | None) -> Iterator[OpenPoint]:
    days = _days_until(plan.date, today)
    if days is None or not 0 <= days <= _SOON:
        return
    people = {row.person_id: row.person for row in plan.appearances if row.status == AppearanceStatus.INVITED}
    if not people:
        return
    text = ntr(
        "{count} person has not confirmed yet: {names}.",
        "{count} people have not confirmed yet: {names}.",
        len(people),
    )
    yield OpenPoint(
        "unconfirmed",
        Urgency.INFORMATION,
        text.format(count=len(people), names=_names(list(people.values()))),
        tuple(people),
        (open_person(next(iter(people))),),
    )


def _days_until(date: str, today: dt.date | None) -> int | None:
    try:
        return None if today is None else (dt.date.fromisoformat(date) - today).days
    except ValueError:
        return None
