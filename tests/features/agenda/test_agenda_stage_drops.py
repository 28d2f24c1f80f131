"""The Plan stage: rows and people that are dragged, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from pytestqt.qtbot import QtBot

from facilitator.features.agenda.commands import edit_item
from facilitator.features.agenda.dragging import APPEARANCES, ITEMS, PEOPLE
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.kit.dragging import dragged
from facilitator.storage.store import Store
from tests.features.agenda.acting import (
    drag,
    fill,
    fill_groups,
    items,
    point,
    select,
    selected,
    shown_stage,
    titles,
)


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    return shown_stage(context, qtbot)


@pytest.mark.parametrize(
    ("moving", "onto", "share", "order", "groups"),
    [
        ("a", "e", 0.9, "bcdea", {}),
        ("e", "a", 0.1, "eabcd", {}),
        ("ce", "a", 0.9, "acebd", {"c": "", "e": ""}),
        ("a", "c", 0.9, "bcade", {"a": "Housing"}),
        ("a", "c", 0.1, "bacde", {"a": "Housing"}),
        ("a", "b/rental", 0.9, "bcdae", {"a": "Rental"}),
        ("d", "e", 0.1, "abcde", {"d": ""}),
    ],
)
def test_rows_are_dragged_to_another_place_or_group_as_one_step(
    stage: AgendaStage, store: Store, moving: str, onto: str, share: float, order: str, groups: dict[str, str]
) -> None:
    fill_groups(store)
    select(stage, moving)
    assert drag(stage, dragged(ITEMS, list(moving)), point(stage, onto, share))
    assert titles(store) == order
    found = {row.id: row.group for row in items(store)}
    assert {key: found[key] for key in groups} == groups
    assert sorted(selected(stage)) == sorted(moving)
    store.undo()
    assert titles(store) == "abcde"


@pytest.mark.parametrize(("segment", "role"), [("opening", "opening_speaker"), ("break", ""), ("", "")])
def test_who_is_dropped_on_a_row_gets_the_role_that_its_segment_asks_for(
    stage: AgendaStage, store: Store, segment: str, role: str
) -> None:
    fill(store, "a")
    store.run(edit_item("a", segment=segment))
    assert drag(stage, dragged(PEOPLE, ["ada"]), point(stage, "a", 0.5))
    assert [one.role for one in items(store)[0].appearances] == [role]


def test_people_dropped_on_a_row_speak_there(stage: AgendaStage, store: Store) -> None:
    fill(store, "ab")
    assert drag(stage, dragged(PEOPLE, ["ada"]), point(stage, "a", 0.5))
    assert [row.speakers for row in items(store)] == [("Ada Example",), ()]
    appearance = items(store)[0].appearances[0].id
    assert drag(stage, dragged(APPEARANCES, [appearance]), point(stage, "b", 0.5))
    assert [row.speakers for row in items(store)] == [(), ("Ada Example",)]


def test_what_comes_from_elsewhere_is_not_taken(stage: AgendaStage, store: Store, tmp_path: Path) -> None:
    fill(store, "ab")
    file, text, foreign = QMimeData(), QMimeData(), dragged(ITEMS, ["of another session"])
    file.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    text.setText("a")
    for data in (file, text, foreign):
        assert not drag(stage, data, point(stage, "a", 0.9))
    assert titles(store) == "ab"


def test_people_dropped_beside_the_rows_are_not_taken(stage: AgendaStage, store: Store) -> None:
    fill(store, "a")
    below = QPoint(50, stage.table.viewport().height() - 5)
    assert not drag(stage, dragged(PEOPLE, ["ada"]), below)
    assert items(store)[0].speakers == ()


def test_a_drag_by_the_mouse_carries_the_rows_that_are_selected(
    stage: AgendaStage, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, "abc")
    select(stage, "ab")
    carried: list[bytes] = []
    monkeypatch.setattr(
        "facilitator.features.agenda.listing.dragged.QDrag.exec",
        lambda drag, *_: carried.append(bytes(drag.mimeData().data(ITEMS).data())),
    )
    port, start = stage.table.viewport(), point(stage, "a", 0.5)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for distance in (5, 20, 40):
        qtbot.mouseMove(port, start + QPoint(0, distance))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 40))
    assert carried == [b"a\nb"]
