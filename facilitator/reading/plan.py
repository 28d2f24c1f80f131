"""Read the plan of a session: items with their times, groups, and who appears where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from facilitator.domain.agenda import LocalDay, Outline, Placed, Slot, Timing, summary, timings
from facilitator.reading.appearing import KEPT, list_appearances, list_groups
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord

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
    return Plan(
        session_id,
        record.label or record.title,
        record.date,
        record.start,
        record.zone,
        record.minutes,
        tuple(record.languages.split()),
        tuple(record.interpretation.split()),
        tuple(record.zones.split()),
        record.link,
        day,
        tuple(_item_rows(items, record.label or record.title, groups, times, day, appearances)),
        tuple(groups),
        tuple(appearances[""]),
        summary(slots, times, record.start, record.minutes, day),
    )


def read_items(session: Session, session_id: str) -> Sequence[Any]:
    """The items of a session as they are stored."""
    return session.execute(_items(), {"session": session_id}).all()


@cache  # made once: that takes longer than SQLite needs to answer
def _items() -> Any:
    record = AgendaItemRecord
    wanted = select(*record.__table__.columns).where(record.session_id == bindparam("session"))
    return wanted.order_by(record.position, record.id)


def in_order(items: Sequence[Any], group_ids: Sequence[str]) -> list[Any]:
    """The items as people read them: groups below the item that holds them."""
    by_id = {item.id: item for item in items}
    return [by_id[item_id] for item_id in Outline([placed(item) for item in items], group_ids).order()]


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


def _item_rows(
    items: Sequence[Any],
    session: str,
    groups: Sequence[GroupRow],
    times: Mapping[str, Timing],
    day: LocalDay,
    appearances: Mapping[str, list[AppearanceRow]],
) -> Iterator[AgendaItemRow]:
    """The rows of items that stand in order: a group's are below the plenary's item that holds them."""
    names = {group.id: group.name for group in groups}
    walls: dict[int | None, int | None] = {None: None}
    holder = ""
    for item in items:
        timing, group_id = times[item.id], item.group_id or ""
        if not group_id:
            holder = item.id
        for elapsed in (timing.start, timing.end):
            if elapsed is not None and elapsed not in walls:
                walls[elapsed] = day.wall(elapsed)
        yield _item_row(
            item,
            session,
            names.get(group_id, ""),
            holder if group_id else "",
            (walls[timing.start], walls[timing.end]),
            timing,
            tuple(appearances.get(item.id, ())),
        )


@lru_cache(maxsize=KEPT)
def _item_row(
    item: Any,
    session: str,
    group: str,
    holder: str,
    walls: tuple[int | None, int | None],
    timing: Timing,
    appearances: tuple[AppearanceRow, ...],
) -> AgendaItemRow:
    return AgendaItemRow(
        id=item.id,
        session_id=item.session_id,
        session=session,
        position=item.position,
        group_id=item.group_id or "",
        group=group,
        holder_id=holder,
        segment=item.segment,
        segment_as_written=item.segment_as_written,
        title=item.title,
        minutes=item.minutes,
        length=timing.minutes,
        pinned_start=item.pinned_start,
        start=walls[0],
        end=walls[1],
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
        attribution=item.attribution,
    )
