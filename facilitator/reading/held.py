"""What happened in a session that is or was held, as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.agenda import Slot
from facilitator.domain.running import (
    Course,
    Event,
    EventKind,
    Expectation,
    Turn,
    course_of,
    expectation,
    turns,
)
from facilitator.domain.vocabulary import SILENT_ROLES, AppearanceStatus
from facilitator.reading.plan import read_plan, slot_of
from facilitator.reading.plan_rows import Plan
from facilitator.storage.records import RunEventRecord

_DAY_MS = 24 * 60 * 60 * 1000
_KINDS = frozenset(kind.value for kind in EventKind)


@dataclass(frozen=True)
class Held:
    """The plan of a session, what happened to its clock, and what timing needs of its items."""

    plan: Plan
    slots: tuple[Slot, ...]
    events: tuple[Event, ...]
    course: Course
    speakers: Mapping[str, tuple[str, ...]]
    """Who is to speak on each item, by its id, in order; those who declined and the silent roles are left out."""

    def expectation(self, now: int) -> Expectation:
        """What is to be expected at a moment (milliseconds since 1970-01-01 UTC)."""
        plan = self.plan
        return expectation(self.slots, self.course, now, plan.start, plan.minutes, plan.day)

    def turns(self, now: int) -> tuple[Turn, ...]:
        """Who had the floor until a moment."""
        return turns(self.events, self.speakers, now)


def read_held(session: Session, session_id: str) -> Held | None:
    """What happened in a session; None when there is no such session."""
    plan = read_plan(session, session_id)
    if plan is None:
        return None
    events = read_events(session, session_id)
    return Held(plan, tuple(slot_of(item) for item in plan.items), events, course_of(events), _speakers(plan))


def read_events(session: Session, session_id: str) -> tuple[Event, ...]:
    """The events of a session in their order; of kinds that this version does not know none."""
    record = RunEventRecord
    wanted = select(record).where(record.session_id == session_id).order_by(record.at, record.id)
    return tuple(
        Event(
            found.id,
            found.at,
            EventKind(found.kind),
            found.group_id or "",
            found.agenda_item_id or "",
            found.person_id or "",
            found.minutes,
        )
        for found in session.scalars(wanted)
        if found.kind in _KINDS
    )


def is_any_held(session: Session, now: int) -> bool:
    """Whether the clock of any session runs. One of which nothing was heard for a day was left without being ended."""
    record = RunEventRecord
    steps = (record.kind.in_([EventKind.BEGAN.value, EventKind.ENDED.value]), record.group_id.is_(None))
    latest: dict[str, str] = {}
    wanted = select(record.session_id, record.kind).where(*steps, record.at > now - _DAY_MS)
    for session_id, kind in session.execute(wanted.order_by(record.at, record.id)):
        latest[session_id] = kind
    return EventKind.BEGAN.value in latest.values()


def _speakers(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {
        item.id: tuple(
            dict.fromkeys(
                one.person_id
                for one in item.appearances
                if one.role not in SILENT_ROLES and one.status != AppearanceStatus.DECLINED.value
            )
        )
        for item in plan.items
    }
