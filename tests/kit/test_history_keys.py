"""Ctrl+Z takes back typing while something typed waits in the field, and else the latest change of the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit.session_form import SessionForm

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def with_undo(form: SessionForm) -> SessionForm:
    for keys, act in (("Ctrl+Z", form.library.undo), ("Ctrl+Shift+Z", form.library.redo)):
        action = QAction(keys, form)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_, act=act: act())
        form.addAction(action)
    return form


def enter(form: SessionForm, qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)
    form.elsewhere.setFocus()
    field.setFocus()


def test_undo_in_a_field_takes_back_typing_first_and_then_the_change(
    session_form: SessionForm, qtbot: QtBot
) -> None:
    form = with_undo(session_form)
    enter(form, qtbot, form.title, "Housing")
    qtbot.keyClicks(form.title, "!")
    qtbot.keyClick(form.title, Qt.Key.Key_Z, CONTROL)
    assert form.title.text() == "Housing"
    assert form.values("one")["title"] == "Housing"
    qtbot.keyClick(form.title, Qt.Key.Key_Z, CONTROL)
    assert form.values("one")["title"] == "Session one"
    assert form.title.text() == "Session one"
    qtbot.keyClick(form.title, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert form.title.text() == "Housing"


def test_the_same_holds_in_a_field_of_several_lines(session_form: SessionForm, qtbot: QtBot) -> None:
    form = with_undo(session_form)
    enter(form, qtbot, form.about, "An exchange")
    qtbot.keyClicks(form.about, "!")
    qtbot.keyClick(form.about, Qt.Key.Key_Z, CONTROL)
    assert form.about.toPlainText() == "An exchange"
    qtbot.keyClick(form.about, Qt.Key.Key_Z, CONTROL)
    assert form.values("one")["about"] == ""
    assert form.about.toPlainText() == ""
