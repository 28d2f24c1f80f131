"""What a key has painted and laid out: nothing but the line, however much stands around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.notes.stage import RunStage
from tests.features.notes.conftest import Press


class Watch(QObject):
    """Counts events of one kind."""

    def __init__(self, watched: QWidget, kind: QEvent.Type) -> None:
        super().__init__(watched)
        self.seen, self._kind = 0, kind
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == self._kind
        return False


def test_a_key_has_the_line_painted_and_nothing_behind_it(
    stage: RunStage, press: Press, qtbot: QtBot
) -> None:
    press("Rents are")
    qtbot.wait(50)
    line = Watch(stage.capture.line.viewport(), QEvent.Type.Paint)
    behind = Watch(stage.capture, QEvent.Type.Paint)
    for letter in "frozen":
        press(letter)
        qtbot.wait(20)
    assert line.seen >= 6
    assert behind.seen == 0


def test_a_key_that_tells_nothing_new_has_nothing_laid_out_anew(
    stage: RunStage, press: Press, qtbot: QtBot
) -> None:
    press("Rents are")
    qtbot.wait(50)
    layout = Watch(stage.capture, QEvent.Type.LayoutRequest)
    for letter in "frozen":
        press(letter)
        qtbot.wait(20)
    assert layout.seen == 0
