"""What is pasted into the line, dropped on it, or pressed too often."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit import once
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField, TextField
from facilitator.kit.pasting import MOST_CHARACTERS, cleaned
from tests.features.notes.conftest import Press

Notes = Callable[[], list[NoteRow]]


def mime(text: str = "", html: str = "", urls: list[QUrl] | None = None) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if urls:
        made.setUrls(urls)
    return made


def paste(press: Press, what: QMimeData) -> None:
    QApplication.clipboard().setMimeData(what)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(stage: RunStage, what: QMimeData) -> None:
    viewport = stage.capture.line.viewport()
    place = viewport.rect().center()
    action, button, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, QDragEnterEvent(place, action, what, button, none))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(place), action, what, button, none))


@pytest.fixture
def refused(context: Context) -> list[Refused]:
    told: list[Refused] = []
    context.notices.refused.connect(told.append)
    return told


def test_five_megabytes_are_refused_with_one_message_and_nothing_freezes(
    stage: RunStage, press: Press, refused: list[Refused], notes: Notes
) -> None:
    press("Typed ")
    changes: list[tuple[int, ...]] = []
    stage.capture.line.document().contentsChange.connect(lambda *what: changes.append(what))
    paste(press, mime("water " * 900_000))
    assert not changes  # laying out so much takes minutes
    assert stage.capture.line.toPlainText() == "Typed "
    (refusal,) = refused
    assert "5,400,000 characters" in refusal.why
    assert "20,000" in refusal.why
    assert "clipboard still has it" in refusal.safe
    assert len(QApplication.clipboard().text()) == 5_400_000
    press("goes on")
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == ["Typed goes on"]


def test_what_is_there_already_counts_but_not_what_is_replaced(
    stage: RunStage, press: Press, refused: list[Refused]
) -> None:
    paste(press, mime("a" * (MOST_CHARACTERS - 5)))
    paste(press, mime("b" * 6))
    assert len(refused) == 1
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    paste(press, mime("c" * MOST_CHARACTERS))
    assert len(refused) == 1
    assert stage.capture.line.toPlainText() == "c" * MOST_CHARACTERS


@pytest.mark.parametrize("text", ["x" * 100_000, "line\n" * 10_000], ids=["one line", "many lines"])
def test_a_line_of_100_000_characters_and_10_000_lines_are_refused(
    stage: RunStage, press: Press, refused: list[Refused], text: str
) -> None:
    paste(press, mime(text))
    assert len(refused) == 1
    assert not stage.capture.line.toPlainText()


def test_html_is_taken_as_its_words_and_nothing_is_loaded(
    stage: RunStage, press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"canary")
    html = (
        "<html><head><title>no</title><style>p{color:red}</style></head><body><script>alert(1)</script>"
        f"<p>Water &amp; <b>bread</b><img src='{secret.as_uri()}'><img src='http://example.org/x.png'></p>"
        "<p>Second&nbsp;line</p></body></html>"
    )
    opened: list[str] = []
    monkeypatch.setattr(Path, "open", lambda self, *_: opened.append(str(self)))
    paste(press, mime(html=html))
    assert stage.capture.line.toPlainText() == "Water & bread\nSecond line"
    assert opened == []
    drop(stage, mime("plain", html))
    assert "plain" in stage.capture.line.toPlainText()
    assert "alert" not in stage.capture.line.toPlainText()


def test_signs_that_hide_or_turn_text_are_left_out_and_all_others_stay(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    text = "a\x00b\x07c\x1b[0m \u202eevil\u202c \u2066x\u2069 \ufefftab\tend\r\nnext\u2028last \U0001f4a7 \u0645\u200f!"
    paste(press, mime(text))
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert note.text == "abc[0m evil x tab end\nnext\nlast \U0001f4a7 \u0645\u200f!"


def test_lone_surrogates_become_the_sign_of_what_can_not_be_read() -> None:
    assert cleaned("a\ud800b") == "a\ufffdb"


def test_addresses_of_the_web_are_text_and_never_followed(stage: RunStage, press: Press) -> None:
    paste(press, mime(urls=[QUrl("https://example.org/picture.png")]))
    assert stage.capture.line.toPlainText().strip() == "https://example.org/picture.png"


def test_text_that_is_dropped_is_text(stage: RunStage, press: Press) -> None:
    drop(stage, mime("dropped\x00 words"))
    assert stage.capture.line.toPlainText() == "dropped words"


def hold(
    target: object, key: Qt.Key, text: str, times: int, modifier: Qt.KeyboardModifier | None = None
) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for number in range(times):
        repeat = number > 0
        QApplication.sendEvent(
            target,  # type: ignore[arg-type]
            QKeyEvent(QEvent.Type.KeyPress, key, modifier or none, text, repeat),
        )


def test_letters_of_a_key_that_is_held_are_text_and_enter_is_not_repeated(
    stage: RunStage, notes: Notes, qtbot: QtBot
) -> None:
    line = stage.capture.line
    hold(line, Qt.Key.Key_A, "a", 400)
    assert line.toPlainText() == "a" * 400
    hold(line, Qt.Key.Key_Return, "\r", 100)
    assert [note.text for note in notes()] == ["a" * 400]
    line.setPlainText("next")
    hold(line, Qt.Key.Key_Return, "\r", 1)
    assert len(notes()) == 2


def test_enter_twice_in_a_blink_makes_one_note(stage: RunStage, press: Press, notes: Notes) -> None:
    press("Once")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == ["Once"]


def test_a_key_that_bounces_chooses_a_kind_once(
    stage: RunStage, press: Press, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(once, "ONCE_MS", 300)
    press("Kind")
    alt = Qt.KeyboardModifier.AltModifier
    press(Qt.Key.Key_K, alt)
    chosen = stage.capture.hand.marks.kind
    assert chosen
    press(Qt.Key.Key_K, alt)
    assert stage.capture.hand.marks.kind == chosen
    QTest.qWait(350)
    press(Qt.Key.Key_K, alt)
    assert stage.capture.hand.marks.kind == ""


def test_enter_that_ends_a_composition_keeps_no_note(stage: RunStage, press: Press, notes: Notes) -> None:
    line = stage.capture.line
    QApplication.sendEvent(line, QInputMethodEvent("shui", []))
    press(Qt.Key.Key_Return)
    assert notes() == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("水")
    QApplication.sendEvent(line, commit)
    assert notes() == []
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == ["水"]


@pytest.mark.parametrize("field", [LineField, TextField])
def test_fields_of_forms_take_plain_text_of_bounded_length(
    field: type[LineField] | type[TextField], press: Press, qtbot: QtBot
) -> None:
    made = field()
    told: list[Refused] = []
    made.refused.connect(told.append)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    paste(press, mime("a\x00b\u202ec"))
    paste(press, mime("x" * 5_000_000))
    assert len(told) == 1
    shown = made.text() if isinstance(made, LineField) else made.toPlainText()
    assert shown == "abc"
    assert made.is_dirty
