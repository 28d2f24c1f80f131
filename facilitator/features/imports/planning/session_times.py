"""When a session is: its date, which is asked where it isn't plain, its start, length and time zone."""

from __future__ import annotations

from datetime import date

from facilitator.features.imports.planning.building import Questions, RowBuilder
from facilitator.features.imports.planning.words_of_rows import not_understood
from facilitator.features.imports.reading.dates import DateReading
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.times import TimeReading, read_time, read_zone
from facilitator.features.imports.rows import Candidate
from facilitator.translation import mark, tr

_DOUBTS = {
    "no_year": mark("“{text}” names no year. Which day is it?"),
    "day_or_month": mark("“{text}” may be day and month or month and day. Which day is it?"),
    "weekday": mark("“{text}” names another day of the week than the date has. Which day is it?"),
    "two_digit_year": mark("“{text}” has a year of two digits. Which day is it?"),
    "serial": mark("“{text}” looks like a spreadsheet’s number of a day. Which day is it?"),
    "about": mark("“{text}” is not a certain day. Which day is it?"),
    "several": mark("“{text}” names several days. On which does it begin?"),
    "no_date": mark("“{text}” is no date. Which day is it?"),
}


def asked_date(at: RowBuilder, questions: Questions, name: str, reading: DateReading) -> str:
    """The ISO date that somebody answered for the session of that name; empty, with a message, while nobody did."""
    text = at.text("date")
    prompt = tr(_DOUBTS[reading.doubt]).format(text=text)
    answer = questions.answer(
        at,
        f"date/{name}/{spelling(text)}",
        "date",
        "date",
        text,
        prompt,
        [Candidate(day.isoformat(), day.isoformat()) for day in reading.candidates],
        tr("The date stays empty; what was written is kept."),
    )
    try:
        if answer:
            return date.fromisoformat(answer).isoformat()
    except ValueError:
        at.say("answer_not_understood", tr("The answer “{answer}” is no date.").format(answer=answer), "date")
    kept = tr("{question} The date is left empty, “{text}” is kept as written.").format(
        question=prompt, text=text
    )
    at.say("date_unclear", kept, "date")
    return ""


def times_of(at: RowBuilder) -> TimeReading:
    """Start, end and zone from their columns, or from the column of dates where it holds a time too."""
    start = read_time(at.cell("start"))
    if at.cell("start") is None and at.cell("date") is not None:
        beside = read_time(at.cell("date")) if _date_holds_time(at) else TimeReading()
        start = TimeReading(beside.start, beside.end, beside.zone)
    end = read_time(at.cell("end"))
    zone = read_zone(at.text("zone")) or start.zone or end.zone
    if at.text("zone") and not read_zone(at.text("zone")):
        not_understood(at, "zone", tr("is no time zone known for certain"))
    if start.unclear:
        text = tr("“{heading}”: “{text}” is not fully understood: “{part}” is left out.")
        part = text.format(heading=at.heading("start"), text=at.text("start"), part=start.unclear)
        at.say("not_understood", part, "start")
    return TimeReading(start.start, end.start if end.start is not None else start.end, zone)


def _date_holds_time(at: RowBuilder) -> bool:
    cell = at.cell("date")
    return hasattr(cell, "hour") or (isinstance(cell, str) and (":" in cell or bool(read_time(cell).zone)))
