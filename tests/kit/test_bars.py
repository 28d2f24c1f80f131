"""Bars of a balance stay legible in narrow places."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.bars import Bars
from facilitator.reading.balance_lines import Line, Meter


def test_bars_want_no_more_width_than_their_two_numbers_beside_each_other(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bars = Bars("Voices", parent)
    words = "1 h 20 min of 2 h · 100 %"
    bars.show_lines([Line("Women", 3, Meter(1.0, words), Meter(0.5, "3"), "Women: 3")])
    both = 2 * bars.fontMetrics().horizontalAdvance(words)
    assert both < bars.minimumSizeHint().width() <= both + 20
    bars.show_lines([Line("Women", 3, Meter(1.0, "3"), Meter(0.5, "3"), "Women: 3")])
    assert bars.minimumSizeHint().width() < both
