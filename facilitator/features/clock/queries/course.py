"""What happened in sessions, as the command line lists it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.moments import iso
from facilitator.domain.running import Expected
from facilitator.features.clock.rows import CourseListRow
from facilitator.reading.held import Held, read_held
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.reading.voices import read_strangers, spoken_by
from facilitator.storage.records import LearningSessionRecord, RunEventRecord

_MINUTE = 60_000


def list_course(session: Session, session_id: str = "") -> list[CourseListRow]:
    """The items of a session that was held, and who spoke in it; of all that were held, by date."""
    record = LearningSessionRecord
    chosen = select(record.id).where(record.id.in_(select(RunEventRecord.session_id)))
    if session_id:
        chosen = chosen.where(record.id == session_id)
    found: list[CourseListRow] = []
    for one in session.scalars(chosen.order_by(record.date, record.label)).all():
        if (held := read_held(session, one)) is not None and held.course.began is not None:
            found += [*_items(held), *_speakers(session, held)]
    return found


def _items(held: Held) -> Iterator[CourseListRow]:
    until = _until(held)
    expected = held.expectation(until).items
    for row in held.plan.items:
        yield _item(held, row, expected[row.id])


def _item(held: Held, row: AgendaItemRow, one: Expected) -> CourseListRow:
    actual = one.state in ("done", "now")
    planned = one.planned_start is not None
    return CourseListRow(
        what="item",
        id=row.id,
        session=held.plan.session,
        session_id=held.plan.session_id,
        group=row.group,
        title=row.title,
        planned_start=iso(one.planned_start),
        planned_end=iso(one.planned_end),
        planned_minutes=None if row.minutes is None and not planned else float(row.length),
        actual_start=iso(one.start) if actual else "",
        actual_end=iso(one.end) if one.state == "done" else "",
        seconds=round(one.used / 1000),
        minutes=round(one.used / _MINUTE, 1),
        state=one.state,
    )


def _speakers(session: Session, held: Held) -> Iterator[CourseListRow]:
    for one in spoken_by(held, _until(held), read_strangers(session, held)):
        yield CourseListRow(
            what="speaker",
            id=one.id,
            session=held.plan.session,
            session_id=held.plan.session_id,
            group="",
            title=one.person,
            planned_start="",
            planned_end="",
            planned_minutes=float(one.minutes) if one.minutes else None,
            actual_start="",
            actual_end="",
            seconds=round(one.spoken / 1000),
            minutes=round(one.spoken / _MINUTE, 1),
            state="",
        )


def _until(held: Held) -> int:
    """The moment of the last thing that happened."""
    return max((event.at for event in held.events), default=0)
