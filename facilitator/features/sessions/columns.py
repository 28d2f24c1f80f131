"""The columns of the list of sessions."""

from __future__ import annotations

from facilitator.domain.dates import show_date
from facilitator.domain.naming import session_label
from facilitator.domain.times import clock
from facilitator.features.sessions.rows import SessionRow
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark

_LAST = "\uffff"
"""Sorts what has no date behind what has."""


def _when(row: SessionRow) -> str:
    day = show_date(row.date) or row.date_as_written
    return f"{day}  {clock(row.start)}".strip() if row.date else day


def columns() -> list[Column]:
    """Date, title, theme, hosts, and how much there is of each."""
    return [
        Column(
            mark("Date"),
            _when,
            key=lambda row: (row.date or _LAST) + f"{row.start or 0:05d}",
            width=24,
        ),
        Column(mark("Session"), lambda row: session_label(row.label, row.title), stretch=True),
        Column(mark("Theme"), lambda row: row.theme, width=20),
        Column(mark("Hosts"), lambda row: ", ".join(row.hosts), width=20),
        Column(
            mark("Agenda"), lambda row: _count(row.items), key=lambda row: row.items, numeric=True, width=7
        ),
        Column(
            mark("People"), lambda row: _count(row.people), key=lambda row: row.people, numeric=True, width=7
        ),
        Column(
            mark("Notes"), lambda row: _count(row.notes), key=lambda row: row.notes, numeric=True, width=6
        ),
    ]


def _count(number: int) -> str:
    return str(number) if number else "–"
