"""Opening libraries: who has it open, what is refused, what is remembered, and backups."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.features.sessions import commands, queries
from facilitator.kit.library import Library
from facilitator.shell.backups import AutomaticBackups, BackupsDialog
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.places import sample_library
from facilitator.shell.window import MainWindow
from facilitator.storage.backup import backups_of
from facilitator.storage.store import Store, new_library, open_library

HOLD = """
import sys
from pathlib import Path
from facilitator.storage.store import open_library
store = open_library(Path(sys.argv[1]), author="Someone else")
print("open", flush=True)
sys.stdin.read()
store.close()
"""


def answering(qtbot: QtBot, text: str) -> list[str]:
    """Press the button of the next message; gives what the message said."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, answer)
            return
        said.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text() == text).click()

    QTimer.singleShot(0, answer)
    return said


def answering_dialog(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do something with the next dialog of a kind."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, answer)

    QTimer.singleShot(0, answer)


def titles(library: Library | Store) -> set[str]:
    with library.read() as session:
        return {row.title for row in queries.list_sessions(session)}


def test_a_library_that_another_program_has_open_is_offered_read_only(
    bare_window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(sample)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    said = answering(qtbot, "Open read-only")
    assert bare_window.libraries.open(sample)
    other.communicate("")
    assert "is open in another window" in said[0]
    assert bare_window.opened is not None
    assert bare_window.opened.library.read_only
    labels = [label.text() for label in bare_window.statusBar().findChildren(QLabel) if label.isVisible()]
    assert "Read-only" in labels


def test_a_read_only_library_offers_no_command_that_writes(bare_window: MainWindow, sample: Path) -> None:
    assert bare_window.libraries.open(sample, read_only=True)
    actions = {action.text(): action for menu in bare_window.menus for action in menu.menu.actions()}  # type: ignore[attr-defined]
    for text in ("New on this page", "New note", "Import files…", "Restore a backup…", "Undo", "Redo"):
        assert not actions[text].isEnabled(), text
    for text in ("Find on this page", "Command palette", "Back up now…"):
        assert actions[text].isEnabled(), text


@pytest.mark.parametrize("content", [b"", b"GIF89a not a library", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_library_is_refused_and_not_touched(
    bare_window: MainWindow, tmp_path: Path, content: bytes, qtbot: QtBot
) -> None:
    path = tmp_path / "other.lle"
    path.write_bytes(content)
    said = answering(qtbot, "Close")
    assert not bare_window.libraries.open(path)
    assert "“other.lle”" in said[0]
    assert "not changed" in said[0]
    assert path.read_bytes() == content
    assert bare_window.opened is None


def test_the_sample_is_opened_where_there_is_nothing_else_and_the_last_library_the_next_time(
    bare_window: MainWindow, tmp_path: Path
) -> None:
    bare_window.libraries.open_first(None)
    assert bare_window.opened is not None
    assert bare_window.opened.library.store.path == sample_library()
    assert titles(bare_window.opened.library)
    new_library(tmp_path / "Mine.lle").close()
    bare_window.libraries.open(tmp_path / "Mine.lle")
    bare_window.attach(None)
    bare_window.libraries.open_first(None)
    assert bare_window.opened.library.store.path == tmp_path / "Mine.lle"


def test_a_new_library_is_made_where_the_person_says_and_is_empty(
    bare_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Spring"), ""))
    assert bare_window.libraries.ask_new()
    assert (tmp_path / "Spring.lle").exists()
    assert bare_window.opened is not None
    labels = [label.text() for label in bare_window.opened.screens.findChildren(QLabel) if label.isVisible()]
    assert any("This library is empty" in text for text in labels)


def test_a_backup_is_written_where_the_person_says(
    window: MainWindow, opened: OpenedLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.lle"), ""))
    window.libraries.ask_back_up()
    copy = open_library(tmp_path / "copy.lle", read_only=True)
    assert titles(copy) == titles(opened.library)
    copy.close()


def test_changes_are_backed_up_by_themselves_and_restored_as_one_change(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    before = titles(opened.library)
    backups = opened.findChild(AutomaticBackups)
    assert backups is not None
    with qtbot.waitSignal(opened.context.jobs.ended, timeout=20_000):
        backups.look()
    assert len(backups_of(opened.library.store).newest_first()) == 1
    opened.library.run(commands.set_field(first_session, "title", "Changed since"))

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        assert dialog.table.rows.rowCount() == 1
        dialog._on_restore()

    answering_dialog(BackupsDialog, restore)
    window.libraries.ask_restore()
    assert titles(opened.library) == before
    assert opened.library.undo().startswith("Restore backup")
    assert "Changed since" in titles(opened.library)


def test_a_damaged_library_is_restored_from_its_backup_and_kept_aside(
    window: MainWindow, opened: OpenedLibrary, sample: Path, qtbot: QtBot
) -> None:
    before = titles(opened.library)
    backups = opened.findChild(AutomaticBackups)
    assert backups is not None
    with qtbot.waitSignal(opened.context.jobs.ended, timeout=20_000):
        backups.look()
    window.attach(None)
    data = bytearray(sample.read_bytes())
    for page in range(3, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    sample.write_bytes(data)
    said = answering(qtbot, "Restore a backup…")
    QTimer.singleShot(100, lambda: answering_dialog(BackupsDialog, lambda dialog: dialog._on_restore()))  # type: ignore[attr-defined]
    assert window.libraries.open(sample)
    assert "damaged" in said[0]
    assert window.opened is not None
    assert titles(window.opened.library) == before
    kept = list(sample.parent.glob("*damaged*.lle"))
    assert [path.read_bytes() for path in kept] == [bytes(data)]
