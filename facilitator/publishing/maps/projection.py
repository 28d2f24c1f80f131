"""Where a place lies on the map.

Equal Earth (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949): areas keep their sizes, so that no
continent looks more important than it is.
"""

from __future__ import annotations

import math

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_ROOT = math.sqrt(3.0)


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees (WGS 84) as a point on a sphere of radius 1, x to the east and y to the north."""
    at = math.radians(max(-90.0, min(90.0, latitude)))
    along = math.radians(longitude)
    angle = math.asin(_ROOT / 2 * math.sin(at))
    two = angle * angle
    six = two * two * two
    x = 2 * _ROOT * along * math.cos(angle)
    x /= 3 * (9 * _A4 * six * two + 7 * _A3 * six + 3 * _A2 * two + _A1)
    return x, angle * (_A1 + _A2 * two + six * (_A3 + _A4 * two))
