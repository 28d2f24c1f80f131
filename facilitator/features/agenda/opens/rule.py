"""All that is open in a plan."""

from __future__ import annotations

import datetime as dt

from facilitator.features.agenda.opens.languages import of_languages
from facilitator.features.agenda.opens.parallel import of_parallels
from facilitator.features.agenda.opens.people import of_people
from facilitator.features.agenda.opens.points import Labels, OpenPoint
from facilitator.features.agenda.opens.times import of_times
from facilitator.reading.plan_rows import Plan


def open_points(plan: Plan, labels: Labels | None = None, today: dt.date | None = None) -> list[OpenPoint]:
    """What is open in a plan, the most urgent first. ``today`` is needed to tell who should have confirmed by now."""
    labels = (labels or Labels()).of_plan(plan)
    found = [
        *of_parallels(plan, labels),
        *of_times(plan, labels),
        *of_people(plan, labels, today),
        *of_languages(plan, labels),
    ]
    return sorted(found, key=lambda point: point.urgency)
