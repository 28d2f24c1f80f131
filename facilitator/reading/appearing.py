"""Read who appears in a session: on which item, in which role, and who leads its groups."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from facilitator.domain.naming import person_label
from facilitator.reading.plan_rows import AppearanceRow, GroupRow
from facilitator.storage.records import (
    AppearanceRecord,
    BreakoutGroupRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.translation import current_language

KEPT = 4096
"""Rows that are kept: after a change most are what they were, and making one takes far longer than finding it."""


def list_appearances(session: Session, session_id: str) -> dict[str, list[AppearanceRow]]:
    """Who appears in a session, in order, by the id of the item; empty for the session as a whole."""
    found: dict[str, list[AppearanceRow]] = defaultdict(list)
    for row in session.execute(_appearances(), {"session": session_id}):
        found[row.agenda_item_id or ""].append(_appearance_row(row, current_language()))
    return found


@cache
def _appearances() -> Any:
    one, person = AppearanceRecord, PersonRecord
    return (
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
        .where(one.session_id == bindparam("session"))
        .order_by(one.position, one.id)
    )


@lru_cache(maxsize=KEPT)
def _appearance_row(row: Any, _language: str) -> AppearanceRow:
    """Kept for each language of the screens: who has no name is called something in it."""
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
        name=row.name,
        office=row.office_title,
    )


def list_groups(session: Session, session_id: str) -> list[GroupRow]:
    """The breakout groups of a session, in order."""
    return [
        GroupRow(
            row.id,
            row.name,
            row.room,
            row.link,
            row.moderator_id or "",
            person_label(row.leads, row.leads_as) if row.moderator_id else "",
            row.rapporteur_id or "",
            person_label(row.reports, row.reports_as) if row.rapporteur_id else "",
            row.leads_with or "",
            row.reports_with or "",
        )
        for row in session.execute(_groups(), {"session": session_id})
    ]


@cache
def _groups() -> Any:
    group, moderator, rapporteur = BreakoutGroupRecord, aliased(PersonRecord), aliased(PersonRecord)
    return (
        select(
            *(group.id, group.name, group.room, group.link),
            # Of who is there: a file from elsewhere may point to people whom it does not hold.
            *(moderator.id.label("moderator_id"), rapporteur.id.label("rapporteur_id")),
            *(moderator.name.label("leads"), moderator.office_title.label("leads_as")),
            moderator.consent.label("leads_with"),
            *(rapporteur.name.label("reports"), rapporteur.office_title.label("reports_as")),
            rapporteur.consent.label("reports_with"),
        )
        .outerjoin(moderator, moderator.id == group.moderator_id)
        .outerjoin(rapporteur, rapporteur.id == group.rapporteur_id)
        .where(group.session_id == bindparam("session"))
        .order_by(group.position, group.id)
    )
