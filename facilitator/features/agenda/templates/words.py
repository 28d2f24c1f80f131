"""A template in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from facilitator.domain.times import clock, length
from facilitator.features.agenda.templates.content import Template
from facilitator.translation import ntr, tr


def facts(template: Template) -> str:
    """How long it is and how much it holds: "2:00 · 19 items · 4 groups"."""
    items, groups = len(template.items), len(template.groups)
    parts = [duration(template.planned)]
    parts.append(ntr("{count} item", "{count} items", items).format(count=items))
    if groups:
        parts.append(ntr("{count} group", "{count} groups", groups).format(count=groups))
    return " · ".join(parts)


def duration(minutes: int) -> str:
    """A length in words: "120 minutes", or hours where it is longer than that."""
    if minutes <= 180:
        return ntr("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return tr("{hours} hours").format(hours=length(minutes))


def course(template: Template, segments: Mapping[str, str]) -> str:
    """The plenary from the first item to the last, with minutes: "Opening 15 · City round 8 × 5"."""
    plenary = [item for item in template.items if item.group is None]
    parts = []
    for (segment, minutes), run in groupby(plenary, key=lambda item: (item.segment, item.minutes)):
        items = list(run)
        name = segments.get(segment, "") or items[0].title or segment
        parts.append(_part(name, minutes, len(items)))
    return " · ".join(parts)


def _part(name: str, minutes: int | None, count: int) -> str:
    if minutes is None:
        return name
    if count == 1:
        return tr("{segment} {minutes}").format(segment=name, minutes=length(minutes))
    return tr("{segment} {count} × {minutes}").format(segment=name, count=count, minutes=length(minutes))


def moment(start: int | None, session_start: int | None) -> str:
    """When an item begins: by the clock where the session's start is known, else from its start on."""
    if start is None:
        return ""
    if session_start is not None:
        return clock(session_start + start)
    sign = "−" if start < 0 else "+"
    return f"{sign}{abs(start) // 60}:{abs(start) % 60:02d}"
