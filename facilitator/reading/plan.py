"""Read the plan of a session: items with their times, groups, and who appears where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from facilitator.domain.agenda import LocalDay, Outline, Placed, Slot, Timing, summary, timings
from facilitator.domain.naming import person_label
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
)

BREAKOUT, BUFFER = "breakout", "buffer"
"""Codes of the segments that hold groups and that absorb what runs over."""


def read_plan(session: Session, session_id: str) -> Plan | None:
    """The plan of a session; None when there is no such session."""
    record = session.get(LearningSessionRecord, session_id)
    if record is None:
        return None
    groups = list_groups(session, session_id)
    items = in_order(read_items(session, session_id), [group.id for group in groups])
    slots = [slot_of(item) for item in items]
    day = LocalDay(record.date, record.zone)
    times = timings(slots, record.start, record.minutes, day)
    appearances = list_appearances(session, session_id)
    outline = _outline(items, [group.id for group in groups])
    names = {group.id: group.name for group in groups}
    label = record.label or record.title
    return Plan(
        session_id,
        label,
        record.date,
        record.start,
        record.zone,
        record.minutes,
        tuple(record.languages.split()),
        tuple(record.interpretation.split()),
        tuple(record.zones.split()),
        record.link,
        day,
        tuple(
            _item_row(item, label, names, outline, times[item.id], day, tuple(appearances[item.id]))
            for item in items
        ),
        tuple(groups),
        tuple(appearances[""]),
        summary(slots, times, record.start, record.minutes, day),
    )


def read_items(session: Session, session_id: str) -> Sequence[Any]:
    """The items of a session as they are stored."""
    record = AgendaItemRecord
    columns = record.__table__.columns
    wanted = select(*columns).where(record.session_id == session_id).order_by(record.position, record.id)
    return session.execute(wanted).all()


def in_order(items: Sequence[Any], group_ids: Sequence[str]) -> list[Any]:
    """The items as people read them: groups below the item that holds them."""
    by_id = {item.id: item for item in items}
    return [by_id[item_id] for item_id in _outline(items, group_ids).order()]


def _outline(items: Sequence[Any], group_ids: Sequence[str]) -> Outline:
    return Outline([placed(item) for item in items], group_ids)


def placed(item: Any) -> Placed:
    """What the order of the agenda needs of an item."""
    return Placed(item.id, item.group_id or "", item.segment == BREAKOUT)


def slot_of(item: Any) -> Slot:
    """What timing needs of an item."""
    return Slot(
        item.id,
        item.group_id or "",
        item.minutes,
        item.pinned_start,
        item.segment == BREAKOUT,
        item.segment == BUFFER,
    )


def _item_row(
    item: Any,
    session: str,
    groups: dict[str, str],
    outline: Outline,
    timing: Timing,
    day: LocalDay,
    appearances: tuple[AppearanceRow, ...],
) -> AgendaItemRow:
    return AgendaItemRow(
        id=item.id,
        session_id=item.session_id,
        session=session,
        position=item.position,
        group_id=item.group_id or "",
        group=groups.get(item.group_id or "", ""),
        holder_id=outline.holder_of(item.id) if item.group_id else "",
        segment=item.segment,
        segment_as_written=item.segment_as_written,
        title=item.title,
        minutes=item.minutes,
        length=timing.minutes,
        pinned_start=item.pinned_start,
        start=None if timing.start is None else day.wall(timing.start),
        end=None if timing.end is None else day.wall(timing.end),
        begins=timing.start,
        ends=timing.end,
        gap=timing.gap,
        overlap=timing.overlap,
        late=timing.late,
        night=timing.night,
        cue=item.cue,
        notes=item.notes,
        link=item.link,
        appearances=appearances,
    )


def list_appearances(session: Session, session_id: str) -> dict[str, list[AppearanceRow]]:
    """Who appears in a session, in order, by the id of the item; empty for the session as a whole."""
    one, person = AppearanceRecord, PersonRecord
    rows = session.execute(
        select(
            *(one.id, one.agenda_item_id, one.person_id, one.role, one.role_as_written, one.minutes),
            *(one.language, one.status, person.name, person.office_title, person.consent, person.gender),
            *(person.section, person.country, person.languages, person.zone),
            OrganisationRecord.name.label("organisation"),
            *(PlaceRecord.name.label("city"), PlaceRecord.section.label("city_section")),
            PlaceRecord.country.label("city_country"),
        )
        .join(person, person.id == one.person_id)
        .outerjoin(OrganisationRecord, OrganisationRecord.id == person.organisation_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == person.place_id)
        .where(one.session_id == session_id)
        .order_by(one.position, one.id)
    )
    found: dict[str, list[AppearanceRow]] = defaultdict(list)
    for row in rows:
        found[row.agenda_item_id or ""].append(_appearance_row(row))
    return found


def _appearance_row(row: Any) -> AppearanceRow:
    return AppearanceRow(
        id=row.id,
        item_id=row.agenda_item_id or "",
        person_id=row.person_id,
        person=person_label(row.name, row.office_title, row.city or row.organisation or ""),
        role=row.role,
        role_as_written=row.role_as_written,
        minutes=row.minutes,
        language=row.language,
        status=row.status,
        consent=row.consent,
        gender=row.gender,
        section=row.section or row.city_section or "",
        city=row.city or "",
        country=row.country or row.city_country or "",
        organisation=row.organisation or "",
        languages=tuple(row.languages.split()),
        zone=row.zone,
    )


def list_groups(session: Session, session_id: str) -> list[GroupRow]:
    """The breakout groups of a session, in order."""
    group, moderator, rapporteur = BreakoutGroupRecord, aliased(PersonRecord), aliased(PersonRecord)
    rows = session.execute(
        select(group, moderator.name, moderator.office_title, rapporteur.name, rapporteur.office_title)
        .outerjoin(moderator, moderator.id == group.moderator_id)
        .outerjoin(rapporteur, rapporteur.id == group.rapporteur_id)
        .where(group.session_id == session_id)
        .order_by(group.position, group.id)
    )
    return [
        GroupRow(
            one.id,
            one.name,
            one.room,
            one.link,
            one.moderator_id or "",
            person_label(*leads) if one.moderator_id else "",
            one.rapporteur_id or "",
            person_label(*reports) if one.rapporteur_id else "",
        )
        for one, leads, reports in ((row[0], row[1:3], row[3:5]) for row in rows)
    ]
