"""What of a plan is seen in a view of some size: which clocks there is room for, and at which scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF

from facilitator.features.agenda.picture.clocks import Clock, clocks_of
from facilitator.features.agenda.picture.dials import Dials, dials_width
from facilitator.features.agenda.picture.layout import Scene, fitting, make_scene
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.margins import Margins
from facilitator.features.agenda.picture.timed import with_times
from facilitator.reading.plan_rows import Plan

SPACE = 8
"""Pixels that stay free at the right."""
FIT = -1.0
"""The scale at which all of the plan is seen."""
LEAST, MOST = 0.15, 30.0
"""Pixels for a minute."""
_CLOCKS_SHARE = 0.45
"""Of the width, which clocks may take; those that need more are left out."""
_LINE_MINUTES = 5
"""At first a line is so many minutes high, so that an item of five minutes has its words."""


@dataclass(frozen=True)
class Arranged:
    """A scene, all its ``clocks``, and what is painted beside it: the ``dials`` of those that there is room for."""

    scene: Scene
    clocks: tuple[Clock, ...]
    dials: Dials
    margins: Margins

    @property
    def size(self) -> QSizeF:
        """The size of all there is."""
        height = self.margins.height + self.scene.height
        return QSizeF(self.dials.width + self.scene.width + SPACE, height)


def arrange(plan: Plan | None, look: Look, here: str, size: QSizeF, per_minute: float) -> Arranged | None:
    """Lay a plan out for a view of some size; None where there is nothing to lay out. ``here`` is the zone of this
    computer, ``per_minute`` the pixels for a minute: ``FIT``, or 0 for the usual ones."""
    if plan is None or not plan.items:
        return None
    timed, assumed = with_times(plan)
    begins = min(item.begins or 0 for item in timed.items)
    ends = max(item.ends or 0 for item in timed.items)
    clocks = clocks_of(timed, "" if assumed else here, begins, ends)
    seen = _with_room(clocks, look, size.width() * _CLOCKS_SHARE)
    measures = look.measures(size.width() - dials_width(seen, look) - SPACE)
    if per_minute == FIT:
        per_minute = min(max(fitting(timed, measures, size.height() - look.head), LEAST), MOST)
    scene = make_scene(plan, measures, per_minute or (look.line + 4) / _LINE_MINUTES)
    if scene is None:
        return None
    margins = Margins(scene, look)
    return Arranged(scene, clocks, Dials(scene, seen, look, margins.ticks), margins)


def _with_room(clocks: tuple[Clock, ...], look: Look, most: float) -> tuple[Clock, ...]:
    """The hosts' clock, and those of the others that leave enough of the width to the columns."""
    seen = [clock for clock in clocks if clock.is_hosts]
    for clock in clocks:
        wider = tuple(one for one in clocks if one in seen or one is clock)
        if dials_width(wider, look) <= most:
            seen.append(clock)
    return tuple(clock for clock in clocks if clock in seen)
