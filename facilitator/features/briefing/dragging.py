"""What is dragged within the Brief stage, and where in it that may land."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

NOTES = "application/x-facilitator-notes"
"""Ids of notes of the session, a line each."""
PARAGRAPHS = "application/x-facilitator-paragraphs"
"""Ids of paragraphs of the paper, a line each."""


def carries_ours(data: QMimeData) -> bool:
    """Whether a drag carries notes or paragraphs."""
    return data.hasFormat(NOTES) or data.hasFormat(PARAGRAPHS)
