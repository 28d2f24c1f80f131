"""The attendance sheet: who comes signs, and who was not expected writes a name."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.features.papers.cleared import Paper
from facilitator.features.papers.report.frame import for_the_team, missing, sealed
from facilitator.features.papers.report.people import is_told, title_of
from facilitator.publishing.document import Block, Column, Runs, Table, plain
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TITLE = mark("Attendance sheet")
_EMPTY_ROWS = 10
_ROW_POINTS = 30.0


def build_attendance(paper: Paper) -> ClearedDocument:
    """A row for everyone who takes part, has not declined and of whom anything tells, and empty ones behind them."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "attendance", _blocks(paper, wording), wording)


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    yield for_the_team(wording)
    yield from missing(paper, wording, agenda=False)
    columns = (
        Column(wording(mark("No.")), 0.4, numeric=True),
        Column(wording(mark("Name")), 2.0),
        Column(wording(mark("Organisation, city")), 2.0),
        Column(wording(mark("Signature")), 2.0),
    )
    rows: list[tuple[Runs, ...]] = []
    for one in (who for who in paper.attendees if is_told(who.person, wording)):
        where = wording.marks.described((one.person.organisation, one.person.place or one.person.country))
        rows.append((plain(str(len(rows) + 1)), plain(title_of(one.person, wording)), plain(where), ()))
    for _ in range(_EMPTY_ROWS):
        rows.append((plain(str(len(rows) + 1)), (), (), ()))
    yield Table(columns, tuple(rows), row_height=_ROW_POINTS, name=wording(TITLE))
