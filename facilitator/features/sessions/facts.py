"""A session in one line, below its title."""

from __future__ import annotations

from facilitator.domain.agenda import LocalDay
from facilitator.domain.dates import show_date
from facilitator.domain.times import clock
from facilitator.features.sessions.rows import SessionDetails
from facilitator.translation import ntr, tr


def facts_line(details: SessionDetails) -> str:
    """When it is, its theme, its hosts, into what it is interpreted, and how many guiding questions it has."""
    day = show_date(details.date) or details.date_as_written
    if details.start is not None:
        day_there = LocalDay(details.date, details.zone)
        end = None if details.minutes is None else day_there.end(details.start, details.minutes)
        span = (
            tr("{start}–{end}").format(start=clock(details.start), end=clock(end))
            if end
            else clock(details.start)
        )
        zoned = tr("{span} ({zone})").format(span=span, zone=details.zone) if details.zone else span
        day = tr("{day}, {time}").format(day=day, time=zoned) if day else zoned
    count = len(details.questions)
    questions = (
        ntr("{count} guiding question", "{count} guiding questions", count).format(count=count)
        if count
        else ""
    )
    interpreted = (
        tr("interpreted: {languages}").format(languages=" ".join(details.interpretation).upper())
        if details.interpretation
        else ""
    )
    parts = (day, details.theme, ", ".join(details.host_names), interpreted, questions)
    return " · ".join(part for part in parts if part) or tr("No date yet")
