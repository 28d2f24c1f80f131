"""The occasion in words: what, when, by whom, from the record of the session, however little it holds."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.agenda import LocalDay
from facilitator.publishing.document import Run, Runs, plain
from facilitator.publishing.wording import Wording
from facilitator.reading.facts import SessionFacts
from facilitator.translation import mark


def date_of(session: SessionFacts, wording: Wording) -> str:
    """The date in words, or as the source wrote it; empty when not known."""
    return wording.date(session.date) if session.date else session.date_as_written


def listed(names: tuple[str, ...], wording: Wording) -> str:
    """Names as a list in prose: "UCLG, Metropolis and UN-Habitat"."""
    if len(names) < 2:
        return "".join(names)
    return wording(mark("{names} and {last}"), names=wording.marks.listed(names[:-1]), last=names[-1])


def sentences_of(session: SessionFacts, wording: Wording) -> Iterator[str]:
    """The usual words about a session, as far as the record knows them."""
    name = session.title or session.theme
    if name and session.series and session.label:
        text = mark("This note is about “{name}”, session {label} of the series “{series}”.")
        yield wording(text, name=name, label=session.label, series=session.series)
    elif name and session.series:
        yield wording(
            mark("This note is about “{name}”, of the series “{series}”."), name=name, series=session.series
        )
    elif name and session.label:
        yield wording(mark("This note is about “{name}”, session {label}."), name=name, label=session.label)
    elif name:
        yield wording(mark("This note is about “{name}”."), name=name)
    else:
        yield wording(mark("This note is about session {label}."), label=session.label or "–")
    if day := date_of(session, wording):
        yield wording(mark("It was held on {date}."), date=day)
    if session.hosts:
        yield wording(mark("It was hosted by {hosts}."), hosts=listed(session.hosts, wording))
    if session.partners:
        yield wording(mark("Partners were {partners}."), partners=listed(session.partners, wording))


def facts_of(session: SessionFacts, wording: Wording) -> Iterator[tuple[str, Runs]]:
    """Labelled facts, those that are known."""
    yield from (
        (label, plain(value))
        for label, value in (
            (wording(mark("Series")), session.series),
            (wording(mark("Session")), session.label),
            (wording(mark("Title")), session.title),
            (
                wording(mark("Theme")),
                session.theme or wording.marks.listed(map(wording.label, session.themes)),
            ),
            (wording(mark("Date")), date_of(session, wording)),
            (wording(mark("Time")), _time(session, wording)),
            (wording(mark("Hosts")), wording.marks.listed(session.hosts)),
            (wording(mark("Partners")), wording.marks.listed(session.partners)),
            (wording(mark("Languages")), wording.marks.listed(map(wording.label, session.languages))),
        )
        if value
    )
    if session.link:
        yield wording(mark("Link")), (Run(session.link, link=session.link),)


def _time(session: SessionFacts, wording: Wording) -> str:
    """``15:00–17:00 (Europe/Madrid)``; empty when the start is not known."""
    if session.start is None:
        return ""
    times = [session.start]
    if session.minutes:
        times.append(LocalDay(session.date, session.zone).end(session.start, session.minutes))
    shown = "–".join(f"{minute // 60 % 24:02}:{minute % 60:02}" for minute in times)
    return f"{shown}{wording.marks.bracketed(session.zone)}"
