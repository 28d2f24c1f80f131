"""The rules of an agenda: when each item begins and ends, and the order in which items stand."""

from facilitator.domain.agenda.clocks import LocalDay
from facilitator.domain.agenda.order import Outline, Placed
from facilitator.domain.agenda.presence import Presence, clashes
from facilitator.domain.agenda.timing import Slot, Timing, timings
from facilitator.domain.agenda.totals import Summary, summary

__all__ = [
    "LocalDay",
    "Outline",
    "Placed",
    "Presence",
    "Slot",
    "Summary",
    "Timing",
    "clashes",
    "summary",
    "timings",
]
