"""Writes of what a template holds into an agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import rule_of
from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.commands.order import keep_order, outline_of
from facilitator.features.agenda.templates.content import Template
from facilitator.reading.appearing import list_groups
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import Plan
from facilitator.storage.edits import existing
from facilitator.storage.records import (
    AgendaItemRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    TermRecord,
)
from facilitator.translation import tr


@dataclass(frozen=True)
class ApplyTemplate:
    """Add what a template holds behind what is there; groups of the same name are the same groups.

    Its fixed starts count from the session's start. They are left out where no start is known, and where the agenda has
    gone on past them already; what stood before the start has no length then, since it takes none of the session's
    time. An agenda that was empty gives the session the template's length, if it has none.
    """

    session_id: str
    template: Template
    new_ids: Sequence[str] = ()
    """The ids of the items, as many as the template has; ids of their own where there are none."""

    @property
    def label(self) -> str:
        return tr("Add items from template {name}").format(name=self.template.title)

    def apply(self, session: Session) -> None:
        record = existing(session, LearningSessionRecord, self.session_id)
        plan = read_plan(session, self.session_id)
        assert plan is not None
        if not plan.items and record.minutes is None:
            record.minutes = self.template.minutes
        groups = self._groups(session)
        known = _segments(session)
        start_of = _starts(plan)
        ids = self.new_ids or [new_id() for _ in self.template.items]
        for number, (item_id, item) in enumerate(zip(ids, self.template.items, strict=True)):
            start = start_of(item.at)
            is_known = item.segment in known
            session.add(
                AgendaItemRecord(
                    id=item_id,
                    session_id=self.session_id,
                    group_id=None if item.group is None else groups[item.group - 1],
                    position=len(plan.items) + number,
                    segment=item.segment if is_known else "",
                    segment_as_written="" if is_known else item.segment,
                    title=item.title,
                    minutes=None if start is None and (item.at or 0) < 0 else item.minutes,
                    pinned_start=start,
                    cue=item.cue,
                    attribution=rule_of(item.rule).value if item.rule else "",
                )
            )
        keep_order(session, self.session_id, outline_of(session, self.session_id))

    def _groups(self, session: Session) -> list[str]:
        """The ids of the groups that the template names, those that are not there added behind the others."""
        there = list_groups(session, self.session_id)
        free = {group.name: group.id for group in reversed(there)}
        found: list[str] = []
        for number, group in enumerate(self.template.groups):
            group_id = free.pop(group.name, "")
            if not group_id:
                group_id = new_id()
                values = {"id": group_id, "session_id": self.session_id, "position": len(there) + number}
                session.add(BreakoutGroupRecord(**values, name=group.name, room=group.room))
            found.append(group_id)
        session.flush()
        return found


def _starts(plan: Plan) -> Callable[[int | None], int | None]:
    """From minutes after the session's start to a hard start (a wall minute), None where it can't hold."""
    end = None if plan.summary.end is None else plan.day.wall(plan.summary.end)

    def start_of(at: int | None) -> int | None:
        if at is None or plan.start is None:
            return None
        start = plan.start + at
        return None if plan.items and end is not None and start < end else start

    return start_of


def _segments(session: Session) -> set[str]:
    term = TermRecord
    return set(session.scalars(select(term.code).where(term.vocabulary == Vocabulary.SEGMENT.value)))
