"""All that a paper on the cases and people of a whole library is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, strictest
from facilitator.features.briefing.queries.templates import find_template
from facilitator.features.briefing.snapshot import AppearanceFact, Snapshot
from facilitator.publishing.gate.subjects import CaseSubject, Material, PersonSubject
from facilitator.reading.branding import read_logos
from facilitator.reading.facts import SessionFacts
from facilitator.reading.library import Library, read_library, split
from facilitator.reading.material import read_appearances, read_material
from facilitator.reading.said import read_cases_of_no_session
from facilitator.storage.records import LearningSessionRecord, SeriesRecord


def read_collection(session: Session, template_name: str, language: str = "") -> Snapshot:
    """Cases, notes and people of all sessions, each under the strictest of the rules under which it was heard, and the
    cases that were heard in none. ``language`` is that of the fixed texts (BCP 47), empty for English."""
    template, library = find_template(session, template_name), read_library(session)
    record = LearningSessionRecord
    wanted = select(record).order_by(record.date == "", record.date, record.id)
    records = list(session.scalars(wanted))
    materials = [read_material(session, one, library, language or "en") for one in records]
    elsewhere = read_cases_of_no_session(session, library)
    material = dataclasses.replace(
        Material(language or "en", places=tuple(library.places.values())),
        people=tuple(_people(library, materials, elsewhere)),
        notes=tuple(note for one in materials for note in one.notes),
        cases=tuple(_cases(materials, elsewhere)),
        organisations=tuple(library.organisations.values()),
    )
    series_ids = {one.series_id for one in records if one.series_id}
    series = session.get(SeriesRecord, next(iter(series_ids))) if len(series_ids) == 1 else None
    appearances = [one for record in records for one in read_appearances(session, record.id)]
    logos, lost = read_logos(session, series.id if series and template.logos else None)
    return Snapshot(
        _occasion(series),
        material,
        template,
        appearances=tuple(AppearanceFact(one.person_id, one.role, one.minutes) for one in appearances),
        logos=logos,
        lost_logos=lost,
        occasions=len(records),
    )


def _occasion(series: SeriesRecord | None) -> SessionFacts:
    """What all sessions share: their series, where it is one."""
    if series is None:
        return SessionFacts("")
    return SessionFacts(
        "",
        series=series.title,
        hashtag=series.hashtag,
        series_about=series.about,
        contact=series.contact,
        accent=series.accent,
        hosts=split(series.hosts),
    )


def _people(
    library: Library, materials: Iterable[Material], elsewhere: Iterable[CaseSubject]
) -> Iterable[PersonSubject]:
    known = {person.id: person for person in library.people}
    for material in materials:
        for person in material.people:
            if person.present:
                before = known[person.id]
                rule = strictest(before.session_rule, person.session_rule)
                role = before.role or person.role
                known[person.id] = dataclasses.replace(before, present=True, session_rule=rule, role=role)
    for case in elsewhere:
        if case.speaker_id in known:
            known[case.speaker_id] = dataclasses.replace(known[case.speaker_id], present=True)
    return known.values()


def _cases(materials: Iterable[Material], elsewhere: Iterable[CaseSubject]) -> Iterable[CaseSubject]:
    found: dict[str, CaseSubject] = {}
    for case in (*(case for material in materials for case in material.cases), *elsewhere):
        before = found.get(case.id)
        rule = strictest(before.session_rule if before else Attribution.NAMED, case.session_rule)
        found[case.id] = dataclasses.replace(case, session_rule=rule)
    return found.values()
