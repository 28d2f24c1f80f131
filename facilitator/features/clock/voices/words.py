"""Who has the floor and how many were heard, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.balance import Balance
from facilitator.reading.balance_lines import seconds
from facilitator.reading.voices import Spoken
from facilitator.translation import ntr, tr


def now_speaking(spoken: Sequence[Spoken]) -> str:
    """Who has the floor, with their time; in groups there may be several."""
    speaking = [one for one in spoken if one.has_floor]
    if not speaking:
        return tr("Nobody has the floor")
    return tr("Speaking: {names}").format(names=" · ".join(_speaking(one) for one in speaking))


def summary(spoken: Sequence[Spoken], measured: Balance) -> str:
    """How many were heard for how long together, and how many of those planned were not yet."""
    heard = ntr("{count} person heard", "{count} people heard", measured.people)
    missing = sum(not one.turns for one in spoken)
    yet = ntr("{count} not yet", "{count} not yet", missing).format(count=missing)
    text = tr("{people}, {time} together; {yet}") if missing else tr("{people}, {time} together")
    return text.format(people=heard.format(count=measured.people), time=seconds(measured.length), yet=yet)


def _speaking(one: Spoken) -> str:
    if not one.minutes:
        return tr("{name}, {time}").format(name=one.person, time=seconds(one.spoken))
    text = tr("{name}, {time} of {minutes} min")
    return text.format(name=one.person, time=seconds(one.spoken), minutes=one.minutes)
