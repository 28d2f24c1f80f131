"""The columns of those who speak, each with their time."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.kit.rowmodel import Column
from facilitator.reading.balance_lines import seconds
from facilitator.reading.voices import Spoken
from facilitator.translation import mark, tr

_MINUTE = 60_000


@dataclass(frozen=True)
class SpeakerRow:
    """A person as the table shows them: it changes only when what is shown does."""

    id: str
    person: str
    spoken: int
    """Whole seconds in milliseconds."""
    minutes: int
    turns: int
    state: str


def row_of(one: Spoken) -> SpeakerRow:
    """The row of a person."""
    return SpeakerRow(one.id, one.person, one.spoken // 1000 * 1000, one.minutes, one.turns, state_of(one))


def state_of(one: Spoken) -> str:
    """How it stands with a person: whether they speak, have not yet spoken, or are over their minutes."""
    over = one.spoken - one.minutes * _MINUTE if one.minutes else 0
    if one.has_floor and over >= 1000:
        return tr("Speaking, {time} over").format(time=seconds(over))
    if one.has_floor:
        return tr("Speaking")
    if not one.turns:
        return tr("Not yet")
    if over >= 1000:
        return tr("{time} over").format(time=seconds(over))
    return tr("Has spoken")


def time_of(row: SpeakerRow) -> str:
    """How long they spoke, of how many minutes where any are planned."""
    if row.minutes:
        return tr("{time} of {minutes} min").format(time=seconds(row.spoken), minutes=row.minutes)
    return seconds(row.spoken) if row.turns else "–"


COLUMNS = (
    Column(mark("Who"), lambda row: row.person, stretch=True, tip=lambda row: row.person),
    Column(mark("Time"), time_of, key=lambda row: row.spoken, numeric=True, width=17),
    Column(mark("State"), lambda row: row.state, width=19),
)
