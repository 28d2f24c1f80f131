"""How long people speak on an item, against how long the item is."""

from __future__ import annotations

from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.reading.voices import speaks
from facilitator.translation import tr


def spoken_minutes(row: AgendaItemRow) -> int:
    """The minutes that are planned for those who speak on an item."""
    return sum(one.minutes or 0 for one in row.appearances if speaks(one))


def against_the_item(row: AgendaItemRow) -> str:
    """The minutes of those who speak against the item's, in words; empty where none are planned for anyone."""
    spoken = spoken_minutes(row)
    if not spoken:
        return ""
    if row.minutes is None:
        return tr("{spoken} min planned, the item has no length").format(spoken=spoken)
    left = row.minutes - spoken
    words = {
        0: tr("{spoken} of {minutes} min planned"),
        1: tr("{spoken} of {minutes} min planned, {left} left"),
        -1: tr("{spoken} of {minutes} min planned, {left} min over"),
    }[(left > 0) - (left < 0)]
    return words.format(spoken=spoken, minutes=row.minutes, left=abs(left))
