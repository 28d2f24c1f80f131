"""The map of places as SVG within an HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.document import SpotMap
from facilitator.publishing.html.text import attribute, text
from facilitator.publishing.maps.view import Placed, view_of


def to_svg(spots: SpotMap) -> str:
    """The map in the colours of the page around it, with its alternative for those who don't look at it."""
    view = view_of(spots)
    size = f"{view.width:.0f} {view.height:.0f}"
    land = "".join(_ring(ring) for ring in view.land)
    discs = "".join(_spot(spot, view.size) for spot in view.spots)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{view.width:.0f}"'
        f' height="{view.height:.0f}" role="img" aria-label="{attribute(spots.alternative)}">'
        f'<rect width="100%" height="100%" fill="var(--tint)"/>'
        f'<path d="{land}" fill="var(--track)" stroke="var(--line)" stroke-width="0.4"/>{discs}</svg>'
    )


def _ring(ring: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z"


def _spot(spot: Placed, size: float) -> str:
    return "".join(_parts(spot, size))


def _parts(spot: Placed, size: float) -> Iterator[str]:
    (x, y), (left, line) = spot.centre, spot.text
    yield (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{spot.radius:.1f}" fill="var(--accent)"'
        ' stroke="var(--ground)" stroke-width="0.8"/>'
    )
    if spot.label:
        yield (
            f'<text x="{left:.1f}" y="{line:.1f}" font-size="{size:.1f}" text-anchor="{spot.anchor}"'
            f' fill="var(--ink)">{text(spot.label)}</text>'
        )
