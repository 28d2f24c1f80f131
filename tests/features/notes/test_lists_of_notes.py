"""The notes in one list or two: by time, item or speaker, in one line or three, as the person left them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.consent import Disclosure
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.listing.arrangement import Arrangement, remembered
from facilitator.features.notes.listing.model import HEADING_ROLE
from facilitator.features.notes.listing.orders import By
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.settings import Settings
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import NoteRecord, NoteTermRecord
from facilitator.storage.store import Store
from tests.features.notes.conftest import SESSION, Press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def remembering(store: Store, planned: None, tmp_path: Path, qapp: object) -> Iterator[Context]:
    """A context that remembers what the person prefers."""
    made = Context(Library(store), Navigator(), Jobs(), Notices(), Settings(tmp_path / "settings.ini"))
    yield made
    made.jobs.finish()
    made.library.close()


def opened(context: Context, qtbot: QtBot) -> RunStage:
    stage = RunStage(context, SESSION)
    qtbot.addWidget(stage)
    stage.resize(1600, 900)
    with qtbot.waitActive(stage):
        stage.show()
        stage.activateWindow()
    stage.focus_first()
    return stage


def add(
    context: Context, note_id: str, minute: int, speaker: str = "", item: str = "", **values: object
) -> None:
    note = AddNote(note_id, SESSION, note_id, minute * 60_000, "", item or None, speaker or None, **values)  # type: ignore[arg-type]
    context.library.run(note)


def fill(context: Context) -> None:
    add(context, "first", 1, "cy", "round")
    add(context, "second", 2, "ada", "opening")
    add(context, "third", 3, "cy", "opening")


def shown(stage: RunStage, number: int = 0) -> list[str]:
    """What a list shows from top to bottom: texts, and headings with their counts."""
    model = stage.notes.lists.lists[number].notes
    rows = [model.index(row) for row in range(model.rowCount())]
    return [
        heading.words if (heading := row.data(HEADING_ROLE)) else model.line(row.row()).text for row in rows
    ]  # type: ignore[union-attr]


BY_ITEM = ["Opening, 2 notes", "second", "third", "City round, 1 note", "first"]
BY_SPEAKER = ["Ada Example, 1 note", "second", "Cy Instance, 2 notes", "first", "third"]


def test_one_key_goes_round_the_orders_also_while_typing_and_the_last_one_is_remembered(
    remembering: Context, press: Press, qtbot: QtBot
) -> None:
    stage = opened(remembering, qtbot)
    fill(remembering)
    assert shown(stage) == ["first", "second", "third"]
    press(Qt.Key.Key_D, CTRL)
    assert shown(stage) == BY_ITEM
    press("typing")
    press(Qt.Key.Key_D, CTRL)
    assert shown(stage) == BY_SPEAKER
    assert stage.capture.line.toPlainText() == "typing"
    again = opened(remembering, qtbot)
    assert shown(again) == BY_SPEAKER
    press(Qt.Key.Key_D, CTRL)
    assert shown(again) == ["first", "second", "third"]


def test_a_second_list_stands_beside_the_first_follows_it_and_has_its_own_order(
    remembering: Context, press: Press, qtbot: QtBot
) -> None:
    stage = opened(remembering, qtbot)
    fill(remembering)
    lists = stage.notes.lists
    assert not lists.lists[1].isVisible()
    stage.panes.toggle_sides() if stage.panes.are_sides_shown else None
    press(Qt.Key.Key_D, CTRL | SHIFT)
    qtbot.waitUntil(lists.lists[1].isVisible)
    assert (shown(stage), shown(stage, 1)) == (["first", "second", "third"], BY_SPEAKER)
    lists.select("second")
    lists.lists[0].setFocus()
    press(Qt.Key.Key_Down)
    assert [line.id for line in lists.lists[1].selected_lines()] == ["third"]
    lists.lists[1].setFocus()
    press(Qt.Key.Key_Up)
    assert [line.id for line in lists.lists[0].selected_lines()] == ["first"]
    press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert lists.lists[0].current_line().kind == "lesson"  # type: ignore[union-attr]
    press(Qt.Key.Key_D, CTRL)
    assert shown(stage)[0] == "first"
    assert shown(stage, 1)[0] == "first"
    assert remembering.settings is not None
    assert remembered(remembering.settings.run_list) == Arrangement(By.TIME, By.TIME, beside=True)


def test_a_second_list_gets_its_notes_when_it_is_shown_and_leaves_them_when_it_is_not(
    remembering: Context, press: Press, qtbot: QtBot
) -> None:
    stage = opened(remembering, qtbot)
    fill(remembering)
    lists = stage.notes.lists
    assert lists.lists[1].notes.count == 0
    assert [one.isVisible() for one in lists.head.orders] == [True, False]
    stage.panes.toggle_sides() if stage.panes.are_sides_shown else None
    lists.toggle_second()
    qtbot.waitUntil(lists.lists[1].isVisible)
    assert lists.lists[1].notes.count == 3
    assert [one.isVisible() for one in lists.head.orders] == [True, True]
    lists.toggle_second()
    add(remembering, "fourth", 4, "cy", "opening")
    assert lists.lists[1].notes.count == 0


def test_arrow_keys_pass_headings_and_the_first_of_a_group_is_read_out_with_it(
    stage: RunStage, context: Context, press: Press
) -> None:
    fill(context)
    stage.notes.lists.go_to_next_order()
    stage.notes.lists.select("third")
    stage.list.setFocus()
    press(Qt.Key.Key_Down)
    assert [line.id for line in stage.list.selected_lines()] == ["first"]
    assert stage.list.currentIndex().data().startswith("City round, 1 note. ")
    press(Qt.Key.Key_Down)
    assert stage.capture.line.hasFocus()
    stage.list.setFocus()
    press(Qt.Key.Key_Home)
    assert [line.id for line in stage.list.selected_lines()] == ["second"]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_new_note_and_one_that_is_gone_to_are_in_sight_in_every_order(
    steps: int, stage: RunStage, context: Context, press: Press, qtbot: QtBot
) -> None:
    many = [
        AddNote(
            f"n{n:03}",
            SESSION,
            f"Note {n}",
            n * 60_000,
            "",
            ("opening", "round")[n % 2],
            ("ada", "cy")[n % 2],
        )
        for n in range(200)
    ]
    context.library.run(Together(many, "Add"))
    for _ in range(steps):
        stage.notes.lists.go_to_next_order()
    QTest.qWait(20)
    stage.capture.chooser.choose_speaker("ada")
    stage.capture.line.setFocus()
    press("Just said")
    press(Qt.Key.Key_Return)
    new = stage.list.notes.latest()
    assert is_in_sight(stage, new)
    for row_id in ("n000", "n101", "n198"):
        stage.show_row(row_id)
        QTest.qWait(20)
        assert is_in_sight(stage, row_id)
        assert [line.id for line in stage.list.selected_lines()] == [row_id]


def is_in_sight(stage: RunStage, row_id: str) -> bool:
    view = stage.list
    rect = view.visualRect(view.notes.index(view.notes.row_of(row_id)))
    return not rect.isEmpty() and view.viewport().rect().contains(rect)


def test_two_screens_of_notes_are_in_sight_in_a_window_of_usual_size(
    remembering: Context, press: Press, qtbot: QtBot
) -> None:
    many = [AddNote(f"n{n:03}", SESSION, f"Note {n}", n * 60_000) for n in range(200)]
    remembering.library.run(Together(many, "Add"))
    stage = opened(remembering, qtbot)

    def rows_in_sight() -> int:
        view = stage.list
        return (
            view.viewport().height() // view.visualRect(view.notes.index(view.notes.rowCount() - 1)).height()
        )

    dense = rows_in_sight()
    press(Qt.Key.Key_L, CTRL | SHIFT)
    QTest.qWait(20)
    assert dense >= 2.5 * rows_in_sight()
    assert remembering.settings is not None
    assert not remembered(remembering.settings.run_list).dense


def test_a_line_tells_consent_what_is_open_tags_and_what_may_be_published(
    stage: RunStage, context: Context
) -> None:
    add(context, "said", 1, "cy")
    context.library.run(SetFields(NoteRecord, "said", {"kind": "commitment"}, ""))
    with context.library.read() as session:
        from facilitator.domain.vocabulary import Vocabulary
        from facilitator.storage import choices

        theme = choices.terms(session, Vocabulary.THEME)[0]
    context.library.run(AddRow(NoteTermRecord, {"note_id": "said", "term_id": theme.id}, ""))
    line = stage.list.notes.line(0)
    assert isinstance(line, NoteLine)
    assert (line.consent, line.disclosure, line.tags) == (
        "off_the_record",
        Disclosure.OFF_THE_RECORD,
        (theme.label,),
    )
    spoken = stage.list.notes.index(0).data()
    for words in (
        "Consent: Off the record",
        "In a publication: Off the record",
        "By when?",
        f"#{theme.label}",
    ):
        assert words in spoken
    assert "Who?" not in spoken
    context.library.run(SetFields(NoteRecord, "said", {"due": "in May"}, ""))
    assert "By when?" not in stage.list.notes.index(0).data()


def test_one_note_more_among_ten_thousand_reads_few_in_every_order(
    context: Context, stage: RunStage, qtbot: QtBot
) -> None:
    many = [
        AddNote(f"n{n:05}", SESSION, f"Note {n}", n, "", "round", ("bo", "cy")[n % 2]) for n in range(10_000)
    ]
    context.library.run(Together(many, "Add notes"))
    asked: list[str] = []
    for view in stage.notes.lists.lists:
        read = view.notes.lines.reader

        def counting(ids: Sequence[str], read=read) -> Sequence[NoteLine]:  # type: ignore[no-untyped-def]
            asked.extend(ids)
            return read(ids)  # type: ignore[no-any-return]

        view.notes.lines.reader = counting
    for number in range(3):
        stage.notes.lists.go_to_next_order()
        QTest.qWait(20)
        stage.grab()
        asked.clear()
        context.library.run(AddNote(f"new{number}", SESSION, "One more", 20_000 + number, "", "round", "bo"))
        stage.notes.lists.show_kept(f"new{number}")
        stage.grab()
        assert f"new{number}" in asked
        assert len(asked) < 200


def test_what_can_not_be_read_of_the_settings_is_as_usual() -> None:
    assert remembered("") == remembered("speaker nonsense dense") == Arrangement()
    for wanted in (Arrangement(By.SPEAKER, By.ITEM, beside=True, dense=False), Arrangement()):
        assert remembered(wanted.text) == wanted
