"""The session for a calendar: as one entry, or each item as one."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.errors import Refused
from facilitator.features.papers.cleared import Paper, PaperItem
from facilitator.features.papers.report.frame import sealed
from facilitator.features.papers.report.people import full, heading_of, shown
from facilitator.features.papers.report.times import session_span
from facilitator.publishing.document import Event, plain
from facilitator.publishing.gate import ClearedDocument, Finding, Severity
from facilitator.publishing.wording import Wording
from facilitator.translation import mark, ntr, tr

TITLE = mark("Calendar")


def build_calendar(paper: Paper, *, each_item: bool = False) -> ClearedDocument:
    """One entry for the session, or one for each item that has a length. Raises ``Refused`` where the moment of it
    can't be told."""
    wording = Wording(paper.language)
    _check(paper, each_item)
    events = list(_items(paper, wording)) if each_item else [_session(paper, wording)]
    name = "calendar-items" if each_item else "calendar"
    made = sealed(paper, wording(TITLE), name, events, wording)
    return made.with_findings(_left_out(paper, events)) if each_item else made


def _left_out(paper: Paper, events: list[Event]) -> Iterator[Finding]:
    if count := len(paper.items) - len(events):
        message = ntr(
            "{count} item without start or length is left out.",
            "{count} items without start or length are left out.",
            count,
        )
        yield Finding("item_without_time", Severity.WARNING, message.format(count=count))


def _check(paper: Paper, each_item: bool) -> None:
    begins, ends = session_span(paper)
    if each_item:
        timed = any(item.begins is not None and item.length for item in paper.items)
        needs = [(tr("an item with start and length"), timed)]
    else:
        needs = [
            (tr("a start"), _is_told(paper, begins)),
            (tr("a length"), _is_told(paper, ends) and ends != begins),
        ]
    wanted = [(tr("a date"), bool(paper.session.date)), (tr("a time zone"), paper.day.is_known), *needs]
    missing = [thing for thing, there in wanted if not there]
    if not paper.day.is_known or not all(there for _, there in needs):
        raise Refused(
            tr("The calendar can’t be made."),
            tr("The session has none of this yet: {things}.").format(things=", ".join(missing)),
            tr(
                "Nothing was written. What is missing can be set in the details of the session and in its plan."
            ),
        )


def _is_told(paper: Paper, elapsed: int | None) -> bool:
    """Whether a minute is known, and a moment of the calendar where the day is."""
    return elapsed is not None and (not paper.day.is_known or paper.day.moment(elapsed) is not None)


def _session(paper: Paper, wording: Wording) -> Event:
    session = paper.session
    begins, ends = session_span(paper)
    assert begins is not None and ends is not None  # noqa: PT018 (checked before)
    start, end = paper.day.moment(begins), paper.day.moment(ends)
    assert start is not None and end is not None  # noqa: PT018
    programme = "\n".join(heading_of(item, wording) for item in paper.items if not item.group_id)
    text = "\n\n".join(filter(None, (session.objectives.strip(), programme)))
    title = session.title or session.theme or session.series or wording(mark("Session"))
    return Event(session.id, title, start, end, session.link, text, session.link)


def _items(paper: Paper, wording: Wording) -> Iterator[Event]:
    for item in paper.items:
        if item.begins is None or item.ends is None or not item.length:
            continue
        start, end = paper.day.moment(item.begins), paper.day.moment(item.ends)
        if start is not None and end is not None:
            group = paper.group(item.group_id)
            link = item.link or (group.link if group else "") or paper.session.link
            place = (group.room if group else "") or link
            yield Event(item.id, _title(paper, item, wording), start, end, place, _text(item, wording), link)


def _title(paper: Paper, item: PaperItem, wording: Wording) -> str:
    group = paper.group(item.group_id)
    session = paper.session.title or paper.session.theme or paper.session.series
    return " · ".join(filter(None, (heading_of(item, wording), group.name if group else "", session)))


def _text(item: PaperItem, wording: Wording) -> str:
    told = shown(item.who, lambda one: plain(full(one.person, wording)), wording)
    return "\n".join(run.text for runs in told for run in runs)
