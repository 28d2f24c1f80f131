"""In which role people speak on an item, and how long, against how long the item is."""

from __future__ import annotations

from facilitator.domain.vocabulary import SILENT_ROLES, AppearanceStatus
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow
from facilitator.translation import tr


def speaks(row: AppearanceRow) -> bool:
    """Whether a person is to speak: neither in a silent role, nor has declined."""
    return row.role not in SILENT_ROLES and row.status != AppearanceStatus.DECLINED


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
