"""How the agenda's table reads an item."""

from __future__ import annotations

from facilitator.domain.times import clock, length
from facilitator.kit.rowmodel import Column
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import mark, tr

GROUP_COLUMN = 4
"""Which of the columns names the group; it is hidden where there is none."""


def starts(row: AgendaItemRow) -> str:
    """The start, with what is wrong with it in words."""
    text = clock(row.start)
    if row.overlap:
        return tr("{time} ▲ {minutes} min overlap").format(time=text, minutes=row.overlap)
    if row.gap:
        return tr("{time} ▽ {minutes} min gap").format(time=text, minutes=row.gap)
    return tr("{time} fixed").format(time=text) if row.pinned_start is not None else text


def make_columns(segments: dict[str, str]) -> tuple[Column, ...]:
    """The columns; ``segments`` gives the label of each segment's code."""

    def segment(row: AgendaItemRow) -> str:
        return segments.get(row.segment, row.segment_as_written or row.segment)

    return (
        Column(mark("Start"), starts, lambda row: row.position, width=18),
        Column(
            mark("Min"), lambda row: length(row.minutes), lambda row: row.minutes or 0, numeric=True, width=4
        ),
        Column(mark("Segment"), segment, width=16),
        Column(mark("Title"), lambda row: row.title or tr("Untitled item"), stretch=True),
        Column(mark("Group"), lambda row: row.group, width=8),
        Column(mark("Speakers"), lambda row: ", ".join(row.speakers), width=22),
    )
