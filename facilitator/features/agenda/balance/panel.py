"""The balance as small pictures with their numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.reading.plan_rows import Plan


class BalancePanel(QWidget):
    """Women and men, sections, cities and languages of those who appear, by head and by minutes."""

    def show_plan(self, plan: Plan | None) -> None:
        """Show the balance of a plan."""
