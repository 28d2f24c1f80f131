"""Writes of the zones in which a plan is shown."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.translation import tr


def set_clocks(session_id: str, zones: Sequence[str]) -> SetFields:
    """Show the plan of a session in these zones (IANA names or fixed offsets) beside its own."""
    return SetFields(
        LearningSessionRecord, session_id, {"zones": " ".join(zones)}, tr("Choose further clocks")
    )
