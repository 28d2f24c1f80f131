"""The plan as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.reading.plan_rows import Plan


class PlanPicture(QWidget):
    """Shows a plan true to time, with its clocks. It writes nothing; the stage runs what its signals ask for."""

    chosen = Signal(list)
    """Ids of the items that a person selected in it."""
    opened = Signal(str)
    """The id of an item that a person wants to edit."""
    placed = Signal(list, str, str, str)
    """Item ids, group id, the id of the item they go behind, and of the plenary's (as ``PlaceItems`` takes them)."""
    lengthened = Signal(str, int)
    """An item's id and its new minutes."""
    people_dropped = Signal(object, str)
    """The ``QMimeData`` of people or appearances, and the id of the item they were dropped on."""

    clocks_chosen = Signal(list)
    """The further zones in which the plan is to be shown (as ``set_clocks`` takes them)."""

    def show_plan(self, plan: Plan | None, segments: Mapping[str, str]) -> None:
        """Show a plan; ``segments`` are the labels of segments by code."""

    def select(self, item_ids: Sequence[str]) -> None:
        """Mark the items that are selected in the list, and scroll to the first."""
