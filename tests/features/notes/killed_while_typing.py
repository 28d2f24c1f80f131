"""Types into the Run stage of a library and then kills its own process, as a power cut would: run by a test.

``python killed_while_typing.py LIBRARY typing|kept|signs`` kills while a note is typed, right after it was entered, or
while one is typed with signs.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.store import open_library

application = QApplication([])
library = Library(open_library(Path(sys.argv[1])))
stage = RunStage(Context(library, Navigator(), Jobs(), Notices()), "session-8")
stage.show()
stage.capture.chooser.step_item(1)
line = stage.capture.line
if sys.argv[2] == "signs":
    for keys in (">>fr /t We plant trees | Quito @bo", "#hous"):
        QTest.keyClicks(line, keys)
        QTest.keyClick(line, Qt.Key.Key_Return)
elif sys.argv[2] == "restricted":
    stage.capture.mark("attribution", "off_the_record")
else:
    QTest.keyClicks(line, "Half a sen")
    stage.capture.mark("kind", "quote")
    stage.capture.mark("attribution", "off_the_record")
    stage.capture.chooser.step_item(1)
if sys.argv[2] != "restricted":  # which is durable at once
    QTest.qWait(1000)
if sys.argv[2] == "kept":
    QTest.keyClick(stage.capture.line, Qt.Key.Key_Return)
os.kill(os.getpid(), signal.SIGKILL)
