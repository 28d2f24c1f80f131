"""Tables of whole rows, by keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column


@dataclass(frozen=True)
class NameRow:
    id: str
    name: str


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    table = RowTable((Column("Name", lambda row: row.name), Column("Id", lambda row: row.id)), "Names")
    qtbot.addWidget(table)
    table.rows.set_rows([NameRow(str(number), f"Name {number:03d}") for number in range(100)])
    table.selectRow(40)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert [row.id for row in table.selected_rows()] == ["99"]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert [row.id for row in table.selected_rows()] == ["0"]
