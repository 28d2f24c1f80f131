"""The list of what is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context
from facilitator.reading.plan_rows import Plan


class OpenPanel(QWidget):
    """Names what is open in a plan, each with its mend."""

    counted = Signal(int)
    """How many are open now."""
    item_wanted = Signal(str)
    """The id of an item to show."""
    person_wanted = Signal(str, str)
    """A role (code) that somebody should be chosen for, and the id of the item (empty for the session)."""
    group_wanted = Signal(str, str)
    """The id of a group to show, and the field that is missing (``moderator_id`` or ``rapporteur_id``)."""
    details_wanted = Signal()
    """What is missing is set in the details of the session."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id

    def show_plan(self, plan: Plan | None) -> None:
        """Show what is open in a plan."""
