"""Choosing a row by typing part of its name, and several as tokens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.reference import ReferenceField
from facilitator.kit.terms import TermField


class Bench(QWidget):
    """A reference, terms, and a line to go on to, and all that they told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.city = ReferenceField(self, adding="Add “{name}”")
        self.themes = TermField(self, adding="Add tag “{name}”")
        self.last = QLineEdit(self)
        layout = QVBoxLayout(self)
        for widget in (self.city, self.themes, self.last):
            layout.addWidget(widget)
        self.city.set_choices([("1", "Bogotá"), ("2", "San Francisco"), ("3", "Barcelona")])
        self.themes.set_choices([("h", "Housing"), ("m", "Mobility")])
        self.city.committed.connect(self.told.append)
        self.city.named.connect(lambda name: self.told.append(f"new {name}"))
        self.themes.committed.connect(self.told.append)
        self.themes.named.connect(lambda name: self.told.append(f"tag {name}"))


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.city.setFocus()
    return made


def press(what: str | Qt.Key) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    if isinstance(what, str):
        QTest.keyClicks(target, what)
    else:
        QTest.keyClick(target, what)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_the_beginning_of_a_name_without_accents_is_enough(key: Qt.Key, bench: Bench) -> None:
    press("bogo")
    press(key)
    assert bench.told == ["1"]
    assert bench.city.currentText() == "Bogotá"
    assert bench.city.value() == "1"


def test_tab_takes_the_name_and_goes_on(bench: Bench) -> None:
    press("barc")
    press(Qt.Key.Key_Tab)
    assert bench.themes.entry.hasFocus()


def test_any_word_of_the_name_finds_it(bench: Bench) -> None:
    press("franc")
    press(Qt.Key.Key_Return)
    assert bench.told == ["2"]


def test_a_name_that_is_not_known_is_told_once(bench: Bench) -> None:
    press("Sfax")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    assert bench.told == ["new Sfax"]


def test_the_list_offers_to_add_what_begins_like_another_name(bench: Bench) -> None:
    press("San")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert bench.told == ["new San"]


def test_escape_takes_back_first_the_offer_then_the_text(bench: Bench) -> None:
    bench.city.show_value("3")
    bench.city.lineEdit().selectAll()
    press("bogo")
    press(Qt.Key.Key_Escape)
    assert bench.city.currentText() == "bogo"
    press(Qt.Key.Key_Escape)
    assert bench.city.currentText() == "Barcelona"
    assert bench.told == []


def test_of_two_rows_with_one_name_the_one_that_is_chosen_holds(bench: Bench) -> None:
    bench.city.set_choices([("1", "Springfield"), ("2", "Springfield")])
    bench.city.show_value("1")
    bench.city.lineEdit().selectAll()
    press("springfield")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert bench.told == ["2"]


def test_an_emptied_field_is_no_row(bench: Bench) -> None:
    bench.city.show_value("3")
    bench.city.lineEdit().selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert bench.told == [None]


def test_new_choices_keep_what_is_shown_and_what_is_typed(bench: Bench) -> None:
    bench.city.show_value("1")
    bench.city.lineEdit().selectAll()
    press("Sf")
    bench.city.set_choices([("1", "Bogotá D.C."), ("4", "Sfax")])
    assert bench.city.currentText() == "Sf"
    press("ax")
    press(Qt.Key.Key_Return)
    assert bench.told == ["4"]


def test_the_program_showing_a_value_tells_nothing(bench: Bench) -> None:
    bench.city.show_value("1")
    bench.city.show_value(None)
    bench.themes.show_value(("h",))
    press(Qt.Key.Key_Tab)
    assert bench.told == []


def test_terms_are_typed_one_after_the_other_and_taken_back(bench: Bench) -> None:
    bench.themes.setFocus()
    press("mob")
    press(Qt.Key.Key_Return)
    press("hou")
    press(Qt.Key.Key_Return)
    press("rents")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    assert bench.told == [("m",), ("m", "h"), "tag rents", ("m",)]


def test_a_token_is_removed_by_its_key_and_by_a_click(bench: Bench, qtbot: QtBot) -> None:
    bench.themes.show_value(("m", "h"))
    tokens = bench.themes.tokens()
    assert [token.accessibleName() for token in tokens] == ["Remove Mobility", "Remove Housing"]
    tokens[0].setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.mouseClick(bench.themes.tokens()[0], Qt.MouseButton.LeftButton)
    assert bench.told == [("h",), ()]
