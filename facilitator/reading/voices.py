"""The voices of a session: who is to speak by its plan, and who spoke by the clock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.balance import Aspect, Balance, Voice, balance, balance_of, speaking_minutes
from facilitator.domain.naming import person_label
from facilitator.domain.running import Turn
from facilitator.domain.vocabulary import SILENT_ROLES, AppearanceStatus
from facilitator.reading.held import Held
from facilitator.reading.plan_rows import AppearanceRow, Plan
from facilitator.storage.records import OrganisationRecord, PersonRecord, PlaceRecord

Traits = Mapping[Aspect, str]


@dataclass(frozen=True)
class Stranger:
    """Someone who spoke and stands nowhere in the plan."""

    name: str
    traits: Traits


@dataclass(frozen=True)
class Spoken:
    """A person with the milliseconds that they spoke so far, and the minutes that are planned for them (0: none).

    ``turns`` is how often they had the floor; ``has_floor`` whether they have it now.
    """

    id: str
    person: str
    spoken: int
    minutes: int
    turns: int
    has_floor: bool


def speaks(row: AppearanceRow) -> bool:
    """Whether a person is to speak: neither in a silent role, nor has declined."""
    return row.role not in SILENT_ROLES and row.status != AppearanceStatus.DECLINED


def planned_balance(plan: Plan) -> Balance:
    """The balance in minutes of those who are to speak."""
    return balance(_planned(plan), _lengths(plan))


def measured_balance(held: Held, now: int, strangers: Mapping[str, Stranger]) -> Balance:
    """The balance in milliseconds of those who had the floor until a moment."""
    turns = held.turns(now)
    told = _Told(held.plan, strangers)
    voices = [Voice(one.person_id, one.item_id, None, told.of(one.person_id, one.item_id)) for one in turns]
    return balance_of(voices, [one.spoken for one in turns])


def spoken_by(held: Held, now: int, strangers: Mapping[str, Stranger]) -> tuple[Spoken, ...]:
    """Everyone who is to speak in the order of the plan, and behind them those who had the floor and are not."""
    voices = _planned(held.plan)
    minutes: dict[str, int] = {}
    for voice, length in zip(voices, speaking_minutes(voices, _lengths(held.plan)), strict=True):
        minutes[voice.person_id] = minutes.get(voice.person_id, 0) + length
    names = {one.person_id: one.person for one in held.plan.appearances}
    turns: dict[str, list[Turn]] = {person_id: [] for person_id in minutes}
    for one in held.turns(now):
        turns.setdefault(one.person_id, []).append(one)
    return tuple(
        Spoken(
            person_id,
            names.get(person_id)
            or (strangers[person_id].name if person_id in strangers else person_label("")),
            sum(one.spoken for one in own),
            minutes.get(person_id, 0),
            len(own),
            any(one.ended is None for one in own),
        )
        for person_id, own in turns.items()
    )


def read_strangers(session: Session, held: Held) -> dict[str, Stranger]:
    """Those who were given the floor and appear nowhere in the plan, by id."""
    known = {one.person_id for one in held.plan.appearances}
    asked = {event.person_id for event in held.events if event.person_id} - known
    return dict(_strangers(session, asked)) if asked else {}


def _strangers(session: Session, ids: Collection[str]) -> Iterator[tuple[str, Stranger]]:
    person, place = PersonRecord, PlaceRecord
    wanted = (
        select(
            *(person.id, person.name, person.office_title, person.gender, person.section, person.languages),
            *(place.name.label("city"), place.section.label("city_section")),
            OrganisationRecord.name.label("organisation"),
        )
        .outerjoin(place, place.id == person.place_id)
        .outerjoin(OrganisationRecord, OrganisationRecord.id == person.organisation_id)
        .where(person.id.in_(ids))
    )
    for row in session.execute(wanted):
        traits = {
            Aspect.GENDER: row.gender,
            Aspect.SECTION: row.section or row.city_section or "",
            Aspect.CITY: row.city or "",
            Aspect.LANGUAGE: next(iter(row.languages.split()), ""),
        }
        yield (
            row.id,
            Stranger(person_label(row.name, row.office_title, row.city or row.organisation or ""), traits),
        )


def _planned(plan: Plan) -> list[Voice]:
    rows = [row for row in plan.appearances if speaks(row)]
    return [Voice(row.person_id, row.item_id, row.minutes, traits_of(row)) for row in rows]


def _lengths(plan: Plan) -> dict[str, int]:
    return {item.id: item.length for item in plan.items}


def traits_of(row: AppearanceRow) -> dict[Aspect, str]:
    """What an appearance is balanced by."""
    return {
        Aspect.GENDER: row.gender,
        Aspect.SECTION: row.section,
        Aspect.CITY: row.city,
        Aspect.LANGUAGE: row.language or (row.languages[0] if row.languages else ""),
    }


class _Told:
    """What is known of those who speak: on an item, or else anywhere in the plan, or else in the library."""

    def __init__(self, plan: Plan, strangers: Mapping[str, Stranger]) -> None:
        self._on_items: dict[tuple[str, str], Traits] = {}
        self._anywhere: dict[str, Traits] = {}
        self._strangers = strangers
        for row in plan.appearances:
            traits = traits_of(row)
            self._on_items.setdefault((row.person_id, row.item_id), traits)
            self._anywhere.setdefault(row.person_id, traits)

    def of(self, person_id: str, item_id: str) -> Traits:
        found = self._on_items.get((person_id, item_id)) or self._anywhere.get(person_id)
        if found is None and person_id in self._strangers:
            found = self._strangers[person_id].traits
        return found or {}
