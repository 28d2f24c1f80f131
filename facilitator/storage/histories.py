"""The history of what belongs to a row, such as the terms of a note."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from facilitator.storage.journal import RowVersion
from facilitator.storage.schema import columns
from facilitator.storage.store import Store


def history_of_links(
    store: Store, table: str, column: str, row_id: str
) -> list[tuple[RowVersion, Mapping[str, Any]]]:
    """All that happened to the rows of a table that refer to a row by a column, latest first, each with the columns
    that it has or had last. ``table`` and ``column`` are this program's own words."""
    raw = store.raw()
    found: dict[str, Mapping[str, Any]] = {
        link_id: json.loads(image)
        for link_id, image in raw.execute(
            "SELECT row_id, before FROM journal_change WHERE table_name = ? AND operation = 'delete'"
            " AND json_extract(before, ?) = ? ORDER BY seq",
            (table, f"$.{column}", row_id),
        )
    }
    names = columns(raw, table)
    for row in raw.execute(f'SELECT * FROM "{table}" WHERE "{column}" = ?', (row_id,)):
        image = dict(zip(names, row, strict=True))
        found[image["id"]] = image
    steps = [(version, image) for link, image in found.items() for version in store.history(table, link)]
    return sorted(steps, key=lambda step: step[0].entry.seq, reverse=True)
