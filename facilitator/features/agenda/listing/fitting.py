"""How wide the columns of an agenda are, and which of them give way where there is no room for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFontMetrics

from facilitator.features.agenda.listing.columns import Col, minutes
from facilitator.features.agenda.listing.painting import start_width
from facilitator.kit.texttable import STRETCHED_CHARACTERS
from facilitator.reading.plan_rows import AgendaItemRow

_START, _LENGTH, _SEGMENT, _SPEAKERS, _GROUP = 12, 6, 16, 22, 11
"""Characters that the columns have at least; the signs behind starts are cut before the list is scrolled sideways."""


def fitted(
    rows: Sequence[AgendaItemRow],
    segments: Mapping[str, str],
    has_groups: bool,
    metrics: QFontMetrics,
    room: int,
) -> dict[Col, int]:
    """The pixels of each column that is shown, but the title's, which takes what is left of ``room``. Headings say the
    group and the editor the speakers, so these columns go first; ``segments`` are labels by code."""
    letter = metrics.averageCharWidth()
    told = {(row.pinned_start is not None, row.gap, row.overlap, row.late, row.night): row for row in rows}
    starts = max((start_width(row, metrics) for row in told.values()), default=0)
    lengths = metrics.horizontalAdvance(max((minutes(row) for row in rows), key=len, default=""))
    found = {Col.MINUTES: max(_LENGTH * letter, lengths + 3 * letter), Col.SEGMENT: _SEGMENT * letter}
    left = room - sum(found.values()) - STRETCHED_CHARACTERS * letter
    found[Col.START] = min(max(starts, 8 * letter), max(_START * letter, left))
    left -= found[Col.START]
    for column, characters in ((Col.SPEAKERS, _SPEAKERS), (Col.GROUP, _GROUP if has_groups else 0)):
        if left < characters * letter:
            break
        if characters:
            found[column] = characters * letter
            left -= found[column]
    names = {segments.get(row.segment, row.segment_as_written or row.segment) for row in rows}
    longest = max((metrics.horizontalAdvance(name) for name in names), default=0) + 4 * letter
    more = max(0, min(left // 2, longest - found[Col.SEGMENT]))
    found[Col.SEGMENT] += more
    if Col.SPEAKERS in found:
        found[Col.SPEAKERS] += min((left - more) // 3, _SPEAKERS * letter)
    return found
