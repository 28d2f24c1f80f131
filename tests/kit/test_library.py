"""The library as Qt sees it: one signal for each change, refusals told, the labels of undo."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.kit.library import Library
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import open_library


def rename(title: str) -> SetFields:
    return SetFields(LearningSessionRecord, "one", {"title": title}, f"Rename to {title}")


def title(library: Library) -> str:
    with library.read() as session:
        record = session.get(LearningSessionRecord, "one")
        assert record is not None
        return record.title


def test_a_command_is_told_once_with_what_it_changed(qt_library: Library, qtbot: QtBot) -> None:
    told: list[object] = []
    qt_library.changed.connect(told.append)
    with qtbot.waitSignal(qt_library.saved):
        assert qt_library.run(rename("Housing"))
    assert len(told) == 1
    assert told[0].tables == {"learning_session": frozenset({"one"})}  # type: ignore[attr-defined]


def test_undo_and_redo_give_the_label_of_what_they_did(qt_library: Library) -> None:
    qt_library.run(rename("Housing"))
    assert qt_library.undo() == "Rename to Housing"
    assert title(qt_library) == "Session one"
    assert qt_library.redo() == "Rename to Housing"
    assert title(qt_library) == "Housing"


def test_undo_with_nothing_to_undo_does_nothing(qt_library: Library) -> None:
    while qt_library.undo():
        pass
    assert qt_library.undo() == ""


def test_a_refused_command_is_told_and_changes_nothing(qt_library: Library, qtbot: QtBot) -> None:
    missing = SetFields(LearningSessionRecord, "gone", {"title": "x"}, "Rename")
    with qtbot.waitSignal(qt_library.failed) as failed:
        assert not qt_library.run(missing)
    assert "deleted" in str(failed.args[0])
    assert not qt_library.unsaved.commands(), "trying again would not help"


def test_a_library_that_is_open_read_only_refuses_every_write(
    qt_library: Library, library_path: Path, qtbot: QtBot
) -> None:
    store = open_library(library_path, read_only=True)
    reader = Library(store)
    with qtbot.waitSignal(reader.failed):
        assert not reader.run(AddRow(LearningSessionRecord, {"id": "new"}, "Add"))
    assert not reader.save_draft("session:one:title", "x")
    assert title(reader) == "Session one"
    reader.close()


def test_a_reader_follows_what_another_window_writes(
    qt_library: Library, library_path: Path, qtbot: QtBot
) -> None:
    reader = Library(open_library(library_path, read_only=True))
    with qtbot.waitSignal(reader.changed, timeout=5000):
        qt_library.run(rename("Housing"))
    assert title(reader) == "Housing"
    reader.close()
