"""Where the parts of Run stand, and how the focus goes round them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.notes import loading
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.feature import Panel
from facilitator.kit.settings import Settings
from facilitator.storage.edits import DeleteRows, Together
from facilitator.storage.records import AgendaItemRecord
from tests.features.notes.conftest import SESSION, Press

CTRL = Qt.KeyboardModifier.ControlModifier
Make = Callable[[int, int], RunStage]


class Head(QWidget):
    """A part of another feature above the notes."""

    def __init__(self, _context: Context, _session_id: str) -> None:
        super().__init__()
        QLabel("Head", self)
        self.stage_actions = [QAction("Do it above", self)]


class Side(QWidget):
    """A part of another feature beside the notes."""

    counted = Signal(int)
    made: ClassVar[list[Side]] = []

    def __init__(self, _context: Context, _session_id: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage_actions = [QAction("Do it beside", self)]
        self.made.append(self)


PANELS = (
    Panel("head", "notes", "head", "Head", f"{__name__}:Head"),
    Panel("side", "notes", "side", "Side", f"{__name__}:Side"),
)


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def make(context: Context, planned: None, settings: Settings, qtbot: QtBot) -> Iterator[Make]:
    """Makes a stage of a size, with parts of another feature."""
    Side.made.clear()
    whole = replace(context, settings=settings, panels=lambda _stage: PANELS)

    def do(width: int, height: int) -> RunStage:
        made = RunStage(whole, SESSION)
        qtbot.addWidget(made)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.focus_first()
        return made

    return do


def take(context: Context, count: int = 3) -> None:
    notes = [AddNote(f"n{n:05}", SESSION, f"Note {n}", n) for n in range(count)]
    context.library.run(Together(notes, "Add notes"))


def titles(stage: RunStage) -> list[str]:
    return [stage.sides.tabText(number) for number in range(stage.sides.count())]


def part(stage: RunStage) -> str:
    """Which part of the stage has the focus."""
    focused = QApplication.focusWidget()
    parts = {"capture": stage.capture, "notes": stage.notes, "sides": stage.sides}
    return next((name for name, one in parts.items() if focused and one.isAncestorOf(focused)), "")


def test_parts_of_other_features_stand_above_and_beside_the_notes(make: Make) -> None:
    stage = make(1300, 800)
    assert titles(stage) == ["Note", "Questions", "Open", "Side"]
    head = stage.findChild(Head)
    assert head is not None
    assert head.isVisible()
    assert "Do it above" in [action.text() for action in stage.actions()]


def test_a_part_is_made_when_it_is_first_seen_and_its_number_stands_in_its_title(make: Make) -> None:
    stage = make(1300, 800)
    assert Side.made == []
    stage.sides.setCurrentIndex(3)
    assert len(Side.made) == 1
    assert "Do it beside" in [action.text() for action in stage.actions()]
    Side.made[0].counted.emit(4)
    assert titles(stage)[3] == "Side (4)"
    Side.made[0].counted.emit(0)
    assert titles(stage)[3] == "Side"


def test_the_focus_goes_round_capture_line_notes_and_tabs_and_back(make: Make, context: Context) -> None:
    take(context)
    stage = make(1300, 800)
    seen = []
    for _ in range(3):
        seen.append(part(stage))
        assert stage.go_round(1) or stage.go_round(1, over=True)
    assert seen == ["capture", "notes", "sides"]
    assert part(stage) == "capture"
    assert not stage.go_round(-1)
    stage.go_round(-1, over=True)
    assert part(stage) == "sides"
    stage.go_round(-1)
    assert part(stage) == "notes"


def test_one_key_hides_what_stands_beside_and_it_is_remembered(
    make: Make, settings: Settings, press: Press
) -> None:
    stage = make(1300, 800)
    assert stage.sides.isVisible()
    press(Qt.Key.Key_B, CTRL)
    assert not stage.sides.isVisible()
    assert not settings.run_sides
    stage.go_round(1)
    assert not stage.go_round(1)
    again = make(1300, 800)
    assert not again.sides.isVisible()
    press(Qt.Key.Key_B, CTRL)
    assert again.sides.isVisible()
    assert settings.run_sides


def test_a_note_that_is_opened_is_shown_until_it_is_left_where_the_tabs_are_hidden(
    make: Make, context: Context, press: Press, settings: Settings
) -> None:
    take(context)
    settings.run_sides = False
    stage = make(1300, 800)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert stage.editor.isVisible()
    press(Qt.Key.Key_Escape)
    assert not stage.sides.isVisible()
    assert stage.list.hasFocus()
    assert not settings.run_sides


def test_escape_goes_back_step_by_step_to_the_line(make: Make, context: Context, press: Press) -> None:
    take(context)
    stage = make(1300, 800)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert part(stage) == "sides"
    press(Qt.Key.Key_Escape)
    assert stage.list.hasFocus()
    press(Qt.Key.Key_Escape)
    assert stage.capture.line.hasFocus()


def test_the_tab_that_was_chosen_is_in_front_again_and_an_opened_note_is_no_choice(
    make: Make, context: Context, press: Press, settings: Settings
) -> None:
    take(context)
    stage = make(1300, 800)
    stage.sides.setCurrentIndex(3)
    assert settings.run_part == "side"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert stage.sides.currentIndex() == 0
    press(Qt.Key.Key_Escape)
    assert stage.sides.currentIndex() == 3
    assert make(1300, 800).sides.currentIndex() == 3


def test_in_a_small_window_notes_and_tabs_take_turns_and_the_capture_line_stays(
    make: Make, context: Context, press: Press
) -> None:
    take(context)
    stage = make(960, 420)
    line = stage.capture.line
    assert stage.notes.isVisible()
    assert not stage.sides.isVisible()
    stage.go_round(1)
    stage.go_round(1)
    assert part(stage) == "sides"
    assert not stage.notes.isVisible()
    assert line.visibleRegion().boundingRect().height() >= line.fontMetrics().lineSpacing()
    press(Qt.Key.Key_Escape)
    assert stage.notes.isVisible()
    assert line.hasFocus()
    press("Still typing")
    assert line.toPlainText() == "Still typing"


def test_a_button_leads_back_from_what_stands_in_the_place_of_the_notes(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    take(context)
    stage = make(960, 420)
    assert stage.notes.isVisible()
    stage.go_round(1)
    stage.go_round(1)
    assert stage.sides.back.isVisible()
    assert not stage.capture.kinds.isVisible()
    qtbot.mouseClick(stage.sides.back, Qt.MouseButton.LeftButton)
    assert stage.notes.isVisible()
    assert stage.capture.kinds.isVisible()
    assert stage.capture.line.hasFocus()


def test_order_number_and_rule_stand_in_one_line_that_low_windows_go_without(
    make: Make, context: Context
) -> None:
    take(context)
    stage = make(1300, 800)
    order, rule = stage.notes.lists.head.orders[0], stage.rules.button
    assert order.isVisible()
    tops = [part.mapTo(stage, part.rect().center()).y() for part in (order, rule)]
    assert abs(tops[0] - tops[1]) <= 2
    stage.resize(1300, 200)
    assert not stage.head.isVisible()


def test_parts_change_places_with_the_width_of_the_window_and_back(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    take(context)
    stage = make(1300, 800)
    stage.resize(900, 600)
    qtbot.waitUntil(lambda: not stage.sides.isVisible())
    assert stage.capture.line.hasFocus()
    stage.resize(1300, 800)
    qtbot.waitUntil(stage.sides.isVisible)
    assert stage.notes.isVisible()
    assert stage.sides.x() >= 0
    assert stage.capture.line.hasFocus()


def test_the_caret_is_ready_before_ten_thousand_notes_are_read(
    make: Make, context: Context, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_LATER_MS", 1000)  # so that a slow machine can look in time
    take(context, 10_000)
    stage = make(1300, 800)
    assert stage.capture.line.hasFocus()
    assert stage.list.notes.rowCount() == 0
    press("First words")
    assert stage.capture.line.toPlainText() == "First words"
    qtbot.waitUntil(lambda: stage.list.notes.rowCount() == 10_000)
    assert stage.capture.line.toPlainText() == "First words"


def test_an_empty_session_says_what_to_type_and_only_one_without_agenda_leads_to_plan(
    make: Make, context: Context
) -> None:
    stage = make(1300, 900)
    words = [label.text() for label in stage.notes.empty.findChildren(QLabel) if label.isVisible()]
    assert "keeps the note" in words
    assert not stage.notes.empty.plan.isVisible()
    context.library.run(DeleteRows(AgendaItemRecord, ["opening", "round"], "Delete"))
    assert stage.notes.empty.plan.isVisible()
    asked: list[tuple[str, str]] = []
    context.navigator.stage_requested.connect(lambda session, stage, _row: asked.append((session, stage)))
    context.navigator.papers_requested.connect(lambda *paper: asked.append(paper))
    stage.notes.empty.plan.click()
    stage.notes.empty.card.click()
    assert asked == [(SESSION, "agenda"), (SESSION, "keys")]
