"""The rules of an agenda: when each item begins and ends, and the order in which items stand."""

from facilitator.domain.agenda.clocks import LocalDay
from facilitator.domain.agenda.order import Outline, Placed
from facilitator.domain.agenda.timing import Slot, Summary, Timing, summary, timings

__all__ = ["LocalDay", "Outline", "Placed", "Slot", "Summary", "Timing", "summary", "timings"]
