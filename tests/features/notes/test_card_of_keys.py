"""The card of keys: one page that tells what the screen can do, no more and no less."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from facilitator.cli import main
from facilitator.domain.vocabulary import NOTE_KIND_LABELS
from facilitator.features.notes.capture import prefixes
from facilitator.features.notes.keys import KIND_LETTERS
from facilitator.features.notes.report import card_of_keys
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.publishing.export import render
from facilitator.storage.store import Store


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_it_is_one_page_with_each_kind_its_key_and_its_sign() -> None:
    made = render(card_of_keys(None, "", "en"), "pdf")
    assert made.pages == 1
    assert not made.overfull
    assert not made.missing
    words = " ".join(text_of(made.data).split())
    for kind, letter in KIND_LETTERS.items():
        assert f"Alt+{letter} /{letter.lower()}" in words
        assert NOTE_KIND_LABELS[kind] in words


def test_every_sign_that_it_tells_means_what_it_says() -> None:
    text = render(card_of_keys(None, "", "en"), "md").data.decode()
    for kind, letter in KIND_LETTERS.items():
        assert f"/{letter.lower()}" in text
        assert prefixes.read(f"/{letter.lower()}") == {"kind": kind.value}


def test_the_command_line_writes_it_without_a_session(store: Store, tmp_path: Path) -> None:
    store.close()
    for name in ("keys.pdf", "keys.md"):
        format_ = name.rpartition(".")[2]
        arguments = ["export", str(store.path), "keys", "--format", format_, "--out", str(tmp_path / name)]
        assert main(arguments) == 0
    assert "Card of keys" in text_of((tmp_path / "keys.pdf").read_bytes())
    assert "Card of keys" in (tmp_path / "keys.md").read_text()


def test_a_button_below_the_line_asks_for_it(stage: RunStage, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.navigator.papers_requested) as asked:
        stage.capture.marks.keys_action.trigger()
    assert asked.args == ["session-8", "keys"]


def test_the_button_is_reached_by_tab(stage: RunStage) -> None:
    buttons = {button.accessibleName(): button for button in stage.capture.marks.findChildren(QToolButton)}
    assert buttons["Card of keys"].focusPolicy() & Qt.FocusPolicy.TabFocus
