"""Rows in a table: refreshed by id, with selection and scroll kept, and found without accents."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facilitator.kit.lists import EmptyState, ListPanel, RowTable
from facilitator.kit.rowmodel import ROW_ROLE, Column, RowModel


@dataclass(frozen=True)
class City:
    id: str
    name: str
    people: int = 0


COLUMNS = [
    Column("City", lambda row: row.name, stretch=True),
    Column("People", lambda row: str(row.people), key=lambda row: row.people, numeric=True),
]
CITIES = [City("1", "Bogotá", 8), City("2", "Érd", 70), City("3", "Lima", 10), City("4", "Đà Nẵng", 9)]


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    made = RowTable(COLUMNS, "Cities")
    qtbot.addWidget(made)
    made.rows.set_rows(CITIES)
    return made


rows_of_ids = st.lists(st.integers(0, 9), unique=True).map(
    lambda ids: [City(str(number), f"City {number}", number % 3) for number in ids]
)


@given(steps=st.lists(rows_of_ids, max_size=6))
def test_any_rows_can_follow_any_others(qapp: object, steps: list[list[City]]) -> None:
    model = RowModel(COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in steps:
        kept = {
            row.id: QPersistentModelIndex(model.index(model.row_number(row.id), 0)) for row in model.rows()
        }
        model.set_rows(rows)
        assert list(model.rows()) == rows
        for row in rows:
            if row.id in kept:
                assert kept[row.id].data(ROW_ROLE) == row


def test_a_refresh_keeps_the_selection_on_its_row(table: RowTable) -> None:
    table.select("3")
    table.rows.set_rows([City("9", "Accra"), *reversed(CITIES)])
    assert [row.id for row in table.selected_rows()] == ["3"]


def test_a_refresh_tells_only_of_the_rows_that_differ(table: RowTable, qtbot: QtBot) -> None:
    told: list[int] = []
    table.rows.dataChanged.connect(lambda first, last: told.append(first.row()))
    table.rows.set_rows([CITIES[0], City("2", "Érd", 71), *CITIES[2:]])
    assert told == [1]


@pytest.mark.parametrize(
    ("query", "found"), [("bogota", ["1"]), ("ERD", ["2"]), ("a", ["1", "3", "4"]), ("x", [])]
)
def test_the_search_ignores_accents_and_case(table: RowTable, query: str, found: list[str]) -> None:
    table.filter.set_query(query)
    shown = [table.filter.index(number, 0).data(ROW_ROLE).id for number in range(table.filter.rowCount())]
    assert shown == found


def test_numbers_sort_as_numbers(table: RowTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [table.filter.index(number, 0).data(ROW_ROLE).people for number in range(4)]
    assert shown == [8, 9, 10, 70]


def test_enter_opens_and_delete_asks_for_deletion(table: RowTable, qtbot: QtBot) -> None:
    table.select("3")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [CITIES[2]]
    with qtbot.waitSignal(table.deletion_requested) as deleted:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert deleted.args == [[CITIES[2]]]


def test_an_empty_list_offers_its_one_action_and_gives_way_to_the_first_row(qtbot: QtBot) -> None:
    table, empty = RowTable(COLUMNS, "Cities"), EmptyState("No cities yet", "Add one.", "New city")
    panel = ListPanel(table, empty)
    qtbot.addWidget(panel)
    panel.show()
    assert empty.isVisible()
    assert not panel.search.isEnabled()
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    panel.set_rows(CITIES)
    assert table.isVisible()
    assert not empty.isVisible()


def test_columns_and_rows_grow_with_the_text(qtbot: QtBot) -> None:
    table = RowTable([Column("Name", lambda row: row.name, width=20)], "Cities")
    qtbot.addWidget(table)
    table.rows.set_rows(CITIES)
    table.show()
    width, height = table.columnWidth(0), table.rowHeight(0)
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.columnWidth(0) > width * 1.7
    assert table.rowHeight(0) > height * 1.7


def test_a_stretching_column_stays_readable_in_a_small_window(qtbot: QtBot) -> None:
    wide = [Column(f"Column {number}", lambda row: row.name, width=30) for number in range(4)]
    table = RowTable([Column("Title", lambda row: row.name, stretch=True), *wide], "Cities")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    assert table.columnWidth(0) >= table.fontMetrics().averageCharWidth() * 20
    table.resize(3000, 300)
    assert table.columnWidth(0) > 1000
