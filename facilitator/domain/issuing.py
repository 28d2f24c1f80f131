"""The way of a paper from draft to issued, and the days that are left."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from facilitator.translation import mark


class Status(StrEnum):
    """How far a paper is."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CLEARED = "cleared"
    ISSUED = "issued"


STATUS_LABELS: dict[Status, str] = {
    Status.DRAFT: mark("Draft"),
    Status.IN_REVIEW: mark("In review"),
    Status.CLEARED: mark("Cleared"),
    Status.ISSUED: mark("Issued"),
}
FOLLOWING: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.IN_REVIEW,),
    Status.IN_REVIEW: (Status.CLEARED, Status.DRAFT),
    Status.CLEARED: (Status.ISSUED, Status.DRAFT),
    Status.ISSUED: (Status.DRAFT,),
}
"""The steps from each status, the usual one first. What is issued stays; a new draft begins behind it."""
SIGNED = frozenset({Status.CLEARED, Status.ISSUED})
"""What somebody signs for by name."""


def days_left(due: str, today: date) -> int | None:
    """The days until a paper is due, negative when it is late; None where no day is set, or ``due`` is no ISO date."""
    try:
        return (date.fromisoformat(due) - today).days if due else None
    except ValueError:
        return None
