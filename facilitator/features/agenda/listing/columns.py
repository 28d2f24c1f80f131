"""How the list of an agenda reads an item."""

from __future__ import annotations

from enum import IntEnum

from facilitator.domain.times import clock, length
from facilitator.domain.vocabulary import AppearanceStatus
from facilitator.kit.rowmodel import Column
from facilitator.reading.plan import BUFFER
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow
from facilitator.translation import mark, tr


class Col(IntEnum):
    """The columns in their order, which is the order of Tab while cells are edited."""

    START = 0
    TITLE = 1
    MINUTES = 2
    SEGMENT = 3
    GROUP = 4
    SPEAKERS = 5


FIELDS = {Col.START: "pinned_start", Col.TITLE: "title", Col.MINUTES: "minutes"}
"""The columns of the library that are typed in place; segment and group are chosen."""


def marks(row: AgendaItemRow) -> str:
    """What is wrong with the start, in form and words; empty where nothing is."""
    for sign, minutes, words in (
        ("▲", row.overlap, mark("{sign} {minutes} min overlap")),
        ("▽", 0 if row.night else row.gap, mark("{sign} {minutes} min gap")),
        ("◆", row.late, mark("{sign} {minutes} min late")),
    ):
        if minutes:
            return tr(words).format(sign=sign, minutes=minutes)
    return ""


def starts(row: AgendaItemRow) -> str:
    """The start in words, whether it is fixed, and what is wrong with it."""
    fixed = tr("fixed") if row.pinned_start is not None else ""
    return "  ".join(text for text in (clock(row.start), fixed, marks(row)) if text)


def minutes(row: AgendaItemRow) -> str:
    """The planned length. A buffer that gave says what is left of it, and an item without a length of its own that
    its groups make it."""
    if row.minutes is None:
        return tr("groups: {length}").format(length=length(row.length)) if row.length else ""
    if row.segment == BUFFER and row.length < row.minutes:
        return tr("{left} of {planned}").format(left=length(row.length), planned=length(row.minutes))
    return length(row.minutes)


def title(row: AgendaItemRow) -> str:
    """The title in one line; one without a title can be told too."""
    return " ".join(row.title.split()) or tr("Untitled item")


def speakers(row: AgendaItemRow) -> str:
    """The names of those who appear, and who of them declined."""
    return ", ".join(_named(one) for one in row.appearances)


def _named(one: AppearanceRow) -> str:
    if one.status == AppearanceStatus.DECLINED.value:
        return tr("{name} (declined)").format(name=one.person)
    return one.person


def make_columns(segments: dict[str, str]) -> tuple[Column, ...]:
    """The columns; ``segments`` gives the label of each segment's code."""

    def segment(row: AgendaItemRow) -> str:
        return segments.get(row.segment, row.segment_as_written or row.segment)

    return (
        Column(mark("Start"), starts, width=6),
        Column(mark("Title"), title, stretch=True),
        Column(mark("Min"), minutes, numeric=True, width=4),
        Column(mark("Segment"), segment, width=18),
        Column(mark("Group"), lambda row: row.group, width=9),
        Column(mark("Speakers"), speakers, width=20),
    )
