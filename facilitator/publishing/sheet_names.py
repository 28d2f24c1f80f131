"""Names of sheets as Excel takes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.publishing.document import Table
from facilitator.publishing.plain_text import single_line
from facilitator.translation import tr

_LONGEST = 31  # units of UTF-16
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\uff1a\uff0f\uff0a\uff1f\uff3b\uff3d\uff3c]")
_RESERVED = "history"


def sheet_names(tables: Sequence[Table], title: str) -> list[str]:
    """A name for each table, from its own, its caption or the paper's title, no two alike in any case of letters."""
    taken: set[str] = set()
    names = []
    for table in tables:
        wanted = next(filter(None, map(_cleaned, (table.name, table.caption, title))), tr("Sheet"))
        name, count = _short(wanted, _LONGEST), 1
        while name.casefold() in taken or name.casefold() == _RESERVED:
            count += 1
            ending = f" ({count})"
            name = _short(wanted, _LONGEST - len(ending)) + ending
        taken.add(name.casefold())
        names.append(name)
    return names


def _cleaned(name: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", single_line(name)).split()).strip("' ")


def _short(name: str, most: int) -> str:
    units = name.encode("utf-16-le")[: 2 * most]
    return units.decode("utf-16-le", "ignore").strip("' ") or "–"
