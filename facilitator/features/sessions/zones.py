"""Time zones as people type them."""

from __future__ import annotations

from facilitator.domain.errors import Refused
from facilitator.domain.moments import zone_of
from facilitator.translation import tr


def parse_zone(text: str) -> str:
    """The name of a time zone that is known, an offset such as ``UTC+02:00``, or nothing.

    Raises ``Refused`` for every other text.
    """
    wanted = text.strip().replace(" ", "_") if "/" in text else text.strip()
    if not wanted or zone_of(wanted) is not None:
        return wanted
    raise Refused(
        tr("“{text}” is no time zone that is known here.").format(text=text.strip()),
        tr("Zones are written like Europe/Madrid or UTC+02:00."),
        tr("Nothing was changed."),
    )
