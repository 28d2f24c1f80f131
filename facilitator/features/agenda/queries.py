"""Reads of the agenda."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.agenda import Slot, Timing, timings
from facilitator.domain.times import clock
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.rows import AgendaItemRow, AgendaListRow, AppearanceRow, GroupRow
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)

BREAKOUT = "breakout"


def agenda_of(session: Session, session_id: str) -> list[AgendaItemRow]:
    """The items of a session in order, with their times and who appears in them."""
    record = session.get(LearningSessionRecord, session_id)
    if record is None:
        return []
    items = session.scalars(_items().where(AgendaItemRecord.session_id == session_id)).all()
    groups = {group.id: group.name for group in list_groups(session, session_id)}
    appearances = _appearances(session, session_id)
    times = timings([_slot(item) for item in items], record.start)
    label = record.label or record.title
    return [
        _item_row(item, label, groups, times[item.id], tuple(appearances.get(item.id, ()))) for item in items
    ]


def _items() -> Any:
    return select(AgendaItemRecord).order_by(AgendaItemRecord.position, AgendaItemRecord.id)


def _slot(item: AgendaItemRecord) -> Slot:
    return Slot(item.id, item.group_id or "", item.minutes, item.pinned_start, item.segment == BREAKOUT)


def _item_row(
    item: AgendaItemRecord,
    session: str,
    groups: dict[str, str],
    timing: Timing,
    appearances: tuple[AppearanceRow, ...],
) -> AgendaItemRow:
    return AgendaItemRow(
        id=item.id,
        session_id=item.session_id,
        session=session,
        position=item.position,
        group_id=item.group_id or "",
        group=groups.get(item.group_id or "", ""),
        segment=item.segment,
        segment_as_written=item.segment_as_written,
        title=item.title,
        minutes=item.minutes,
        pinned_start=item.pinned_start,
        start=timing.start,
        end=timing.end,
        gap=timing.gap,
        overlap=timing.overlap,
        cue=item.cue,
        link=item.link,
        appearances=appearances,
    )


def _appearances(session: Session, session_id: str) -> dict[str | None, list[AppearanceRow]]:
    found: dict[str | None, list[AppearanceRow]] = defaultdict(list)
    rows = session.execute(
        select(AppearanceRecord, PersonRecord, OrganisationRecord.name, PlaceRecord.name)
        .join(PersonRecord, PersonRecord.id == AppearanceRecord.person_id)
        .outerjoin(OrganisationRecord, OrganisationRecord.id == PersonRecord.organisation_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .where(AppearanceRecord.session_id == session_id)
        .order_by(AppearanceRecord.position, AppearanceRecord.id)
    )
    for appearance, person, organisation, place in rows:
        found[appearance.agenda_item_id].append(
            AppearanceRow(
                id=appearance.id,
                person_id=person.id,
                person=person.name or ", ".join(filter(None, (person.office_title, place or organisation))),
                role=appearance.role,
                role_as_written=appearance.role_as_written,
                minutes=appearance.minutes,
                status=appearance.status,
                consent=person.consent,
            )
        )
    return found


def session_appearances(session: Session, session_id: str) -> list[AppearanceRow]:
    """Those who take part in the session and stand on no item yet."""
    return _appearances(session, session_id).get(None, [])


def list_groups(session: Session, session_id: str) -> list[GroupRow]:
    """The breakout groups of a session, in order."""
    rows = session.scalars(
        select(BreakoutGroupRecord)
        .where(BreakoutGroupRecord.session_id == session_id)
        .order_by(BreakoutGroupRecord.position, BreakoutGroupRecord.id)
    )
    return [GroupRow(g.id, g.name, g.room, g.link, g.moderator_id, g.rapporteur_id) for g in rows]


def list_agenda(session: Session, learning_session_id: str = "") -> list[AgendaListRow]:
    """The items of one session, or of all by date, as the command line lists them."""
    chosen = select(LearningSessionRecord.id).order_by(
        LearningSessionRecord.date, LearningSessionRecord.label
    )
    if learning_session_id:
        chosen = chosen.where(LearningSessionRecord.id == learning_session_id)
    pages = session.execute(select(AgendaItemRecord.id, AgendaItemRecord.source_url))
    sources = {row.id: row.source_url for row in pages}
    return [
        AgendaListRow(
            id=row.id,
            session=row.session,
            session_id=row.session_id,
            position=row.position,
            group=row.group,
            segment=row.segment,
            segment_as_written=row.segment_as_written,
            title=row.title,
            minutes=row.minutes,
            start=clock(row.start),
            end=clock(row.end),
            speakers=row.speakers,
            source_url=sources.get(row.id, ""),
        )
        for session_id in session.scalars(chosen).all()
        for row in agenda_of(session, session_id)
    ]


def choices(session: Session, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The terms of a vocabulary as (code, label), in order."""
    rows = session.execute(
        select(TermRecord.code, TermRecord.label)
        .where(TermRecord.vocabulary == vocabulary.value)
        .order_by(TermRecord.position, TermRecord.label)
    )
    return [(code, label) for code, label in rows]


def people_choices(session: Session) -> list[tuple[str, str]]:
    """Everyone in the library as (id, name), those without a name by office."""
    rows = session.scalars(select(PersonRecord).order_by(PersonRecord.sort_name, PersonRecord.name)).all()
    return [(person.id, person.name or person.office_title) for person in rows]


def session_slot(session: Session, session_id: str) -> tuple[int | None, int | None]:
    """Start (minutes after local midnight) and length (minutes) of a session's slot, None where not known."""
    record = session.get(LearningSessionRecord, session_id)
    return (record.start, record.minutes) if record else (None, None)
