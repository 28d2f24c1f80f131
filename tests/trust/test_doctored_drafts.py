"""Whatever stands where drafts are kept, the stage opens, and what can be read of it is gone on with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.features.notes import queries
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.timekeeping import Timekeeper
from tests.features.conftest import SESSION, context, store
from tests.features.notes.conftest import planned

__all__ = ["context", "planned", "store"]

MARKS: dict[str, Any] = {"kind": "", "attribution": "", "starred": False, "to_verify": False, "term_ids": []}
DRAFT: dict[str, Any] = {"note_id": "n", "began_at": 1_587_636_600_000, "text": "half", "marks": MARKS}
DEEP = "[" * 200_000


def _with(**values: object) -> str:
    return json.dumps(DRAFT | values)


def _marked(**values: object) -> str:
    return json.dumps(DRAFT | {"marks": MARKS | values})


def _open(context: Context, qtbot: QtBot) -> RunStage:
    stage = RunStage(context, SESSION)
    qtbot.addWidget(stage)
    with qtbot.waitExposed(stage):
        stage.show()
    return stage


def _texts(context: Context) -> list[str]:
    with context.library.read() as session:
        return [note.text for note in queries.list_notes(session, SESSION)]


@pytest.mark.parametrize(
    "stored",
    [
        DEEP,
        '{"a":' * 100_000,
        "NaN",
        "null",
        _with(note_id=""),
        _with(note_id=5),
        _with(text=5),
        _with(text=["half"]),
        _with(item_id=7),
        _with(speaker_id=["ada"]),
        _with(began_at="now"),
        _with(began_at=True),
        _with(pictures=["a", 5]),
        _marked(kind=5),
        _marked(attribution=[]),
        _marked(starred="yes"),
        _marked(term_ids=[1]),
        _marked(unknown=1),
    ],
    ids=range(18),
)
def test_a_draft_that_makes_no_sense_leaves_an_empty_line_that_takes_notes(
    context: Context, planned: None, qtbot: QtBot, stored: str
) -> None:
    context.library.save_draft(f"capture:{SESSION}", stored)
    stage = _open(context, qtbot)
    assert stage.capture.line.toPlainText() == ""
    QTest.keyClicks(stage.capture.line, "next")
    QTest.keyClick(stage.capture.line, Qt.Key.Key_Return)
    assert _texts(context) == ["next"]


@pytest.mark.parametrize(
    "stored",
    [
        _with(began_at=2**60),
        _with(began_at=-(2**60)),
        _with(began_at=2**70),
        _with(item_id="gone", speaker_id="gone"),
        _marked(kind="whispered"),
        _marked(attribution="whispered"),
        _marked(term_ids=["gone", "gone"]),
        _marked(question_id="gone"),
        _marked(heard_from="a wall"),
        _with(pictures=["gone"]),
    ],
    ids=range(10),
)
def test_a_draft_with_what_is_not_there_is_gone_on_with_and_kept(
    context: Context, planned: None, qtbot: QtBot, stored: str
) -> None:
    context.library.save_draft(f"capture:{SESSION}", stored)
    stage = _open(context, qtbot)
    assert stage.capture.line.toPlainText() == "half"
    QTest.keyClick(stage.capture.line, Qt.Key.Key_Return)
    assert _texts(context) == ["half"]
    stage.grab()


@pytest.mark.parametrize("picture", [DEEP, "{}", '{"name": 1, "media_type": [], "data": "AAAA"}'])
def test_a_picture_that_makes_no_sense_is_told_or_left_out(
    context: Context, planned: None, qtbot: QtBot, picture: str
) -> None:
    context.library.save_draft(f"picture:{SESSION}:one", picture)
    context.library.save_draft(f"capture:{SESSION}", _with(pictures=["one"]))
    stage = _open(context, qtbot)
    QTest.keyClick(stage.capture.line, Qt.Key.Key_Return)
    assert _texts(context) == ["half"]
    stage.grab()


@pytest.mark.parametrize("anchor", [DEEP, '{"boot": "b", "wall": 1e999, "steady": 1}', '{"boot": "b"}', "5"])
def test_an_anchor_of_the_clock_that_makes_no_sense_is_none(anchor: str) -> None:
    assert not Timekeeper(boot_id=lambda: "b").count_on(anchor)
