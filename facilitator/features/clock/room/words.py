"""Times and phases in words, for a screen that is read from afar."""

from __future__ import annotations

from facilitator.domain.running import Phase
from facilitator.features.clock import lengths
from facilitator.translation import mark, ntr, tr

_SECOND, _MINUTE = 1000, 60_000

_WORDS: dict[Phase, str] = {
    Phase.WAITING: mark("It begins soon"),
    Phase.PLENTY: mark("Time left"),
    Phase.FIVE: mark("Last 5 minutes"),
    Phase.TWO: mark("Last 2 minutes"),
    Phase.ONE: mark("Last minute"),
    Phase.OVER: mark("Time is over"),
    Phase.PAUSED: mark("Paused"),
}
MESSAGES = (
    mark("Please come to an end"),
    mark("Louder, please"),
    mark("Slower, please: for the interpreters"),
    mark("Questions next"),
    mark("Please repeat the question"),
)
"""What speakers are told most often."""


def phase_words(phase: Phase) -> str:
    """A phase in words."""
    return tr(_WORDS[phase])


def countdown(left: int) -> str:
    """Milliseconds that are left as ``4:05`` or ``1:02:30``; what is over as ``+0:07``. A second that has begun to be
    used is still shown, so that 0:00 is the end."""
    return f"{'+' if left <= -_SECOND else ''}{lengths.seconds(left)}"


def rough(left: int) -> str:
    """Milliseconds to the minute, in words: ``4 min``, ``2 min over``, ``less than a minute``."""
    minutes = abs(left) // _MINUTE
    if not minutes:
        return tr("less than a minute") if left >= 0 else tr("just over")
    if left < 0:
        return ntr("{count} min over", "{count} min over", minutes).format(count=minutes)
    hours, rest = divmod(minutes, 60)
    if hours:
        return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return ntr("{count} min", "{count} min", minutes).format(count=minutes)
