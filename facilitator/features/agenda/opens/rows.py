"""The open points of a plan as they are listed: below a heading for each urgency, with its sign."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from facilitator.features.agenda.opens.points import URGENCY_LABELS, OpenPoint, Urgency
from facilitator.kit.icons import Tone
from facilitator.kit.pointmodel import PointGroup
from facilitator.translation import tr

_SIGNS = {
    Urgency.BROKEN: ("warning", Tone.DANGER),
    Urgency.MISSING: ("edit", Tone.WARNING),
    Urgency.INFORMATION: ("info", Tone.QUIET),
}


def groups_of(points: Sequence[OpenPoint]) -> list[PointGroup]:
    """Points, which stand in the order of their urgency, as groups of a list."""
    found = [(urgency, tuple(group)) for urgency, group in groupby(points, key=lambda point: point.urgency)]
    return [
        PointGroup(tr(URGENCY_LABELS[urgency]), _SIGNS[urgency], len(group), group)
        for urgency, group in found
    ]
