"""The papers. Each function reads what its paper is made of, and gives what makes it without the library: clearing many
people may take long, and is then done beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import Session

from facilitator.features.papers.cleared import Paper
from facilitator.features.papers.clearing import clear_paper
from facilitator.features.papers.queries.snapshots import read_snapshot
from facilitator.features.papers.report.agenda import build_agenda, build_agenda_table
from facilitator.features.papers.report.attendance import build_attendance
from facilitator.features.papers.report.calendar import build_calendar
from facilitator.features.papers.report.cards import build_name_cards, build_time_cards
from facilitator.features.papers.report.run_sheet import build_run_sheet, build_working_sheet
from facilitator.features.papers.report.speakers import build_speakers, build_speakers_table
from facilitator.features.papers.snapshot import Snapshot
from facilitator.features.papers.working_tables import working_tables
from facilitator.kit.feature import Heed, Making
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.gate.subjects import Audience


def run_sheet(session: Session, session_id: str, language: str = "") -> Making:
    """The run sheet, for the team."""
    return _making(session, session_id, language, Audience.TEAM, build_run_sheet)


def run_sheet_tables(session: Session, session_id: str, language: str = "") -> Making:
    """The run sheet as the tables of the working agenda, which import back unchanged."""
    snapshot = read_snapshot(session, session_id, language, Audience.TEAM)
    return partial(_make, snapshot, partial(_build_tables, snapshot))


def agenda(session: Session, session_id: str, language: str = "") -> Making:
    """The agenda for participants."""
    return _making(session, session_id, language, Audience.PUBLIC, build_agenda)


def agenda_tables(session: Session, session_id: str, language: str = "") -> Making:
    """The agenda for participants as one table."""
    return _making(session, session_id, language, Audience.PUBLIC, build_agenda_table)


def speakers(session: Session, session_id: str, language: str = "") -> Making:
    """The list of speakers."""
    return _making(session, session_id, language, Audience.PUBLIC, build_speakers)


def speakers_tables(session: Session, session_id: str, language: str = "") -> Making:
    """The list of speakers as a table alone."""
    return _making(session, session_id, language, Audience.PUBLIC, build_speakers_table)


def time_cards(session: Session, session_id: str, language: str = "") -> Making:
    """The cards that tell a speaker the time."""
    return _making(session, session_id, language, Audience.PUBLIC, build_time_cards)


def name_cards(session: Session, session_id: str, language: str = "") -> Making:
    """The cards that stand before people, for the room."""
    return _making(session, session_id, language, Audience.TEAM, build_name_cards)


def attendance(session: Session, session_id: str, language: str = "") -> Making:
    """The sheet that those who come sign."""
    return _making(session, session_id, language, Audience.TEAM, build_attendance)


def calendar(session: Session, session_id: str, language: str = "", *, each_item: bool = False) -> Making:
    """The session for a calendar, or each of its items."""
    return _making(
        session, session_id, language, Audience.PUBLIC, partial(build_calendar, each_item=each_item)
    )


def _making(
    session: Session,
    session_id: str,
    language: str,
    audience: Audience,
    build: Callable[[Paper], ClearedDocument],
) -> Making:
    return partial(_make, read_snapshot(session, session_id, language, audience), build)


def _make(snapshot: Snapshot, build: Callable[[Paper], ClearedDocument], _heed: Heed) -> ClearedDocument:
    return build(clear_paper(snapshot))


def _build_tables(snapshot: Snapshot, paper: Paper) -> ClearedDocument:
    tables = partial(
        working_tables, snapshot.plan, snapshot.session, paper.shown_ids, snapshot.segments, snapshot.roles
    )
    return build_working_sheet(paper, tables)
