"""Time zones as people type them."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from facilitator.domain.errors import Refused
from facilitator.domain.moments import zone_of
from facilitator.domain.text import folded
from facilitator.translation import tr


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all zones that are known here, those of regions and cities before the others."""
    return tuple(sorted(available_timezones(), key=lambda name: ("/" not in name, name)))


def parse_zone(text: str) -> str:
    """The name of a zone from its name, its city or the beginning of one (``madrid``), or an offset such as
    ``UTC+02:00``; empty for an empty text.

    Raises ``Refused`` for every other text, and for a beginning that several zones share.
    """
    wanted = folded(text).replace(" ", "_")
    if not wanted:
        return ""
    named = [name for name in zone_names() if wanted in _names_of(name)]
    begun = [name for name in zone_names() if any(part.startswith(wanted) for part in _names_of(name))]
    if named or len(begun) == 1:
        return (named or begun)[0]
    if not begun and zone_of(text.strip().upper()) is not None:
        return text.strip().upper()
    raise Refused(
        tr("“{text}” is no time zone that is known here.").format(text=text.strip()),
        tr("Zones are written like Europe/Madrid, Madrid or UTC+02:00."),
        tr("Nothing was changed."),
    )


def _names_of(zone: str) -> tuple[str, str]:
    return zone.casefold(), zone.casefold().rpartition("/")[2]
