"""What is dragged within the Plan stage: items of the agenda, and people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

ITEMS = "application/x-facilitator-agenda-items"
"""Ids of items, a line each."""
APPEARANCES = "application/x-facilitator-appearances"
"""Ids of appearances (people who are in the session already), a line each."""
PEOPLE = "application/x-facilitator-people"
"""Ids of people of the library, a line each."""


def dragged(kind: str, ids: Sequence[str]) -> QMimeData:
    """Rows of one kind as what a drag carries."""
    data = QMimeData()
    data.setData(kind, "\n".join(ids).encode())
    return data


def dropped(kind: str, data: QMimeData) -> list[str]:
    """The ids of one kind that a drag carries, whoever made it; empty where it carries another."""
    if not data.hasFormat(kind):
        return []
    return bytes(data.data(kind).data()).decode("utf-8", "replace").split("\n")
