"""Whose words a session has, and what each is to clear."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution
from facilitator.domain.moments import minute
from facilitator.domain.naming import person_label
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.features.briefing.issuing.clearing import clear_sheet
from facilitator.features.briefing.issuing.rows import SheetRow
from facilitator.features.briefing.issuing.sheet_report import build_sheet, build_sheets
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.templates import BRIEFING
from facilitator.kit.feature import Heed, Making, MakingApart
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage.edits import existing
from facilitator.storage.records import (
    ClearanceSheetRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
    PlaceRecord,
)


def list_sheets(session: Session, session_id: str) -> list[SheetRow]:
    """Everyone who is the speaker of a note of the session, by name; logistics are nobody's words."""
    note, sheet = NoteRecord, ClearanceSheetRecord
    said, pending = Counter[str](), Counter[str]()
    wanted = select(note.speaker_id, note.attribution, note.kind).where(
        note.session_id == session_id,
        note.speaker_id.is_not(None),
        note.kind != NoteKind.LOGISTICS.value,
    )
    for person_id, attribution, kind in session.execute(wanted):
        said[str(person_id)] += 1
        pending[str(person_id)] += attribution_of(attribution, kind) is Attribution.PENDING
    sheets = {
        one.person_id: one for one in session.scalars(select(sheet).where(sheet.session_id == session_id))
    }
    people = (
        select(PersonRecord, PlaceRecord.name)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .where(PersonRecord.id.in_(list(said)))
    )
    rows = [
        SheetRow(
            one.id,
            person_label(one.name, one.office_title, place or ""),
            one.consent,
            said[one.id],
            pending[one.id],
            *((kept.sent_on, kept.back_on, kept.remark) if (kept := sheets.get(one.id)) else ()),
        )
        for one, place in session.execute(people)
    ]
    return sorted(rows, key=lambda row: (row.person.casefold(), row.id))


def list_sheet_people(session: Session, session_id: str) -> list[tuple[str, str]]:
    """Id and name of each who can be given a sheet, for the window's list; never for a paper."""
    return [(row.id, row.person) for row in list_sheets(session, session_id)]


def _minutes(session: Session, session_id: str) -> dict[str, str]:
    """When each note of a session was taken, as the time of day there."""
    zone = existing(session, LearningSessionRecord, session_id).zone
    wanted = select(NoteRecord.id, NoteRecord.began_at).where(NoteRecord.session_id == session_id)
    return {note_id: minute(moment, zone) for note_id, moment in session.execute(wanted)}


def clearance_sheets(session: Session, session_id: str, language: str = "", *, person_id: str = "") -> Making:
    """All that is attributed to one person, or the sheets of all in one paper to print and part. Raises ``Refused``
    when there is no such session."""
    snapshot = read_snapshot(session, session_id, BRIEFING, language)
    sheet_of = partial(clear_sheet, snapshot, _minutes(session, session_id))
    ids = [person_id] if person_id else [one for one, _ in list_sheet_people(session, session_id)]

    def make(heed: Heed) -> ClearedDocument:
        sheets = []
        for done, one in enumerate(ids):
            heed(done, len(ids))
            sheets.append(sheet_of(one))
        return build_sheet(sheets[0]) if person_id else build_sheets(sheets, sheet_of(""))

    return make


def clearance_sheets_apart(
    session: Session, session_id: str, language: str = "", *, person_id: str = ""
) -> MakingApart:
    """The sheet of each person, or of one, as a paper of its own; each has another file name."""
    snapshot = read_snapshot(session, session_id, BRIEFING, language)
    sheet_of = partial(clear_sheet, snapshot, _minutes(session, session_id))
    ids = [person_id] if person_id else [one for one, _ in list_sheet_people(session, session_id)]

    def make(heed: Heed) -> tuple[ClearedDocument, ...]:
        made, taken = [], Counter[str]()
        for done, one in enumerate(ids):
            heed(done, len(ids))
            sheet = sheet_of(one)
            paper = build_sheet(sheet)
            taken[paper.stem] += 1
            made.append(
                build_sheet(dataclasses.replace(sheet, apart=one[-6:])) if taken[paper.stem] > 1 else paper
            )
        return tuple(made)

    return make
