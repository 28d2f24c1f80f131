"""Rows that are dragged: what a drag carries, and how it is read where it is dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData


def dragged(kind: str, ids: Sequence[str]) -> QMimeData:
    """Rows of one kind (a media type of our own) as what a drag carries."""
    data = QMimeData()
    data.setData(kind, "\n".join(ids).encode())
    return data


def dropped(kind: str, data: QMimeData) -> list[str]:
    """The ids of one kind that a drag carries, whoever made it; empty where it carries another."""
    if not data.hasFormat(kind):
        return []
    return bytes(data.data(kind).data()).decode("utf-8", "replace").split("\n")
