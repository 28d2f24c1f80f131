"""What of the world is shown for some places, and where their names stand without covering each other."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from facilitator import assets
from facilitator.publishing.document import Spot, SpotMap
from facilitator.publishing.maps.projection import projected
from facilitator.publishing.plain_text import single_line

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_LEAST_SPAN = 0.55
"""Of a sphere of radius 1: some 30 degrees, so that a single city still lies in a part of the world."""
_BORDER = 0.16
"""Of the span, left free around the outermost places."""
_LEAST_SHAPE, _FLATTEST = 0.42, 0.62
"""Height by width."""
_RADIUS = 0.0065
"""Of the width: the disc of one voice; its area grows with the weight."""
_LETTER = 0.56
"""Of the size of the type: the mean width of a letter; wide ones, as Chinese has, take twice as much."""


@dataclass(frozen=True)
class Placed:
    """A place on the map. ``label`` is empty where there is no room for its name; ``anchor`` says whether the name
    begins (``start``), ends (``end``) or has its middle (``middle``) at ``text``."""

    centre: Point
    radius: float
    label: str = ""
    text: Point = (0.0, 0.0)
    anchor: str = "start"


@dataclass(frozen=True)
class View:
    """A part of the world in points from its left upper corner, ``size`` being that of the type."""

    width: float
    height: float
    size: float
    land: tuple[tuple[Point, ...], ...]
    spots: tuple[Placed, ...]


def view_of(spots: SpotMap, width: float = 460.0, size: float = 8.0) -> View:
    """The view of a map in points. Places beyond the world or without a number are left out."""
    known = [one for one in spots.spots if _is_somewhere(one)]
    points = [projected(one.longitude, one.latitude) for one in known]
    left, bottom, right, top = _extent(points)
    scale = width / (right - left)
    height = (top - bottom) * scale

    def onto(point: Point) -> Point:
        return (point[0] - left) * scale, (top - point[1]) * scale

    land = tuple(ring for ring in (tuple(map(onto, one)) for one in _land()) if _shows(ring, width, height))
    return View(
        width, height, size, land, tuple(_placed(known, list(map(onto, points)), width, height, size))
    )


def _is_somewhere(spot: Spot) -> bool:
    known = math.isfinite(spot.latitude) and math.isfinite(spot.longitude)
    return known and abs(spot.latitude) <= 90 and abs(spot.longitude) <= 180


@cache
def _land() -> tuple[tuple[Point, ...], ...]:
    rings = json.loads(assets.read_text("maps", "land.json"))
    return tuple(
        tuple(projected(*pair) for pair in zip(ring[::2], ring[1::2], strict=True)) for ring in rings
    )


def _extent(points: Sequence[Point]) -> Box:
    """Left, bottom, right and top on the sphere, of a shape that a page has room for."""
    xs, ys = [x for x, _ in points] or [-2.5, 2.6], [y for _, y in points] or [-1.0, 1.25]
    wide = max(max(xs) - min(xs), _LEAST_SPAN) * (1 + 2 * _BORDER)
    high = max(max(ys) - min(ys), _LEAST_SPAN * _LEAST_SHAPE) * (1 + 2 * _BORDER)
    wide = max(wide, high / _FLATTEST)
    high = max(high, wide * _LEAST_SHAPE)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _shows(ring: Sequence[Point], width: float, height: float) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) >= 0 and min(xs) <= width and max(ys) >= 0 and min(ys) <= height


def _placed(
    spots: Sequence[Spot], centres: Sequence[Point], width: float, height: float, size: float
) -> Iterator[Placed]:
    """Discs, then names: those of more weight first, each beside its disc where nothing else is."""
    heaviest = max((spot.weight for spot in spots), default=1.0) or 1.0
    radii = [
        width * _RADIUS * math.sqrt(max(1.0, min(9.0, 9.0 * spot.weight / max(heaviest, 9.0))))
        for spot in spots
    ]
    taken: list[Box] = [
        (x - radius, y - radius, x + radius, y + radius)
        for (x, y), radius in zip(centres, radii, strict=True)
    ]
    found: dict[int, Placed] = {}
    for number in sorted(range(len(spots)), key=lambda at: (-spots[at].weight, at)):
        label, centre, radius = single_line(spots[number].label), centres[number], radii[number]
        found[number] = Placed(centre, radius)
        for anchor, text, box in _candidates(label, centre, radius, size):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if label and inside and not any(_overlap(box, other) for other in taken):
                found[number] = Placed(centre, radius, label, text, anchor)
                taken.append(box)
                break
    yield from (found[number] for number in range(len(spots)))


def _candidates(label: str, centre: Point, radius: float, size: float) -> Iterator[tuple[str, Point, Box]]:
    """Where a name may stand: right, left, above, below of its disc."""
    (x, y), wide, gap = centre, _width(label) * size, size * 0.3
    below, above = y + radius + size, y - radius - gap
    for anchor, at, line in (
        ("start", x + radius + gap, y + size * 0.35),
        ("end", x - radius - gap, y + size * 0.35),
        ("middle", x, above),
        ("middle", x, below),
    ):
        left = {"start": at, "end": at - wide, "middle": at - wide / 2}[anchor]
        yield anchor, (at, line), (left, line - size * 0.8, left + wide, line + size * 0.25)


def _width(label: str) -> float:
    return sum(_LETTER * (1.9 if unicodedata.east_asian_width(one) in "WF" else 1.0) for one in label)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def unlabelled(view: View, spots: SpotMap) -> Iterable[str]:
    """The places whose names did not find room on the map, to be told below it."""
    known = [one for one in spots.spots if _is_somewhere(one)]
    yield from (spot.label for spot, placed in zip(known, view.spots, strict=True) if not placed.label)
    yield from (one.label for one in spots.spots if not _is_somewhere(one))
