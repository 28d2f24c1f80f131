"""The clock of a session that is being held: what happened, what is to be expected, what can be done about the time.

All moments are milliseconds since 1970-01-01 UTC; lengths in the plan are minutes, measured times milliseconds.
"""

from facilitator.domain.running.course import Course, Stretch, TrackState, course_of
from facilitator.domain.running.events import Event, EventKind
from facilitator.domain.running.expected import Expectation, expectation
from facilitator.domain.running.items import Expected
from facilitator.domain.running.phases import Phase, phase_of
from facilitator.domain.running.remedies import MOST_DROPS, Change, Outcome, Remedy, decided, outcomes
from facilitator.domain.running.speaking import Turn, turns

__all__ = [
    "MOST_DROPS",
    "Change",
    "Course",
    "Event",
    "EventKind",
    "Expectation",
    "Expected",
    "Outcome",
    "Phase",
    "Remedy",
    "Stretch",
    "TrackState",
    "Turn",
    "course_of",
    "decided",
    "expectation",
    "outcomes",
    "phase_of",
    "turns",
]
