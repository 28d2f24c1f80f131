"""The one line above the notes: their order and number, the rule that holds, and what stands beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.features.notes.listing.head import ListHead
from facilitator.features.notes.ruling.bar import RuleBar

_ROOMY_LINES = 20
"""Lines of text that the stage must be high for this line to be worth its room; the keys do the same."""


class RunHead(QWidget):
    """Where the stage is low, or the tabs have the place of the notes, there is no such line, unless a rule holds: that
    is always to be seen."""

    def __init__(self, lists: ListHead, rules: RuleBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._lists, self._rules = lists, rules
        self._is_worth = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(lists)
        layout.addWidget(rules, 1)
        rules.shown.connect(self._show_or_hide)

    def fit(self, room: int, *, has_notes: bool, in_place: bool) -> None:
        """Take no more of the room (pixels of height of the stage) than is due. Where there are no notes there is no
        order of them; ``in_place``: something stands in their place."""
        is_worth = not in_place and room >= _ROOMY_LINES * self.fontMetrics().lineSpacing()
        self._lists.setVisible(has_notes and is_worth)
        self._is_worth = is_worth
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(self._rules.has_words or self._is_worth)
