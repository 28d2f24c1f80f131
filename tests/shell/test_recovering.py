"""What was being typed when the program was killed is there again."""

from pathlib import Path

from facilitator.features.agenda.queries import list_agenda
from facilitator.shell.window import MainWindow
from facilitator.storage.store import open_library


def test_a_title_typed_in_an_agenda_before_a_kill_is_taken_up_as_one_change(
    bare_window: MainWindow, sample: Path
) -> None:
    store = open_library(sample)
    with store.read() as session:
        item = list_agenda(session)[0]
    store.save_draft(f"agenda_item:{item.id}:title", "Typed before the kill")
    store.save_draft("agenda_item:0:title", "of a row that is gone")
    store.close()
    bare_window.libraries.open_first(sample)
    assert bare_window.opened is not None
    library = bare_window.opened.library
    with library.read() as session:
        assert list_agenda(session)[0].title == "Typed before the kill"
    assert library.store.drafts("agenda_item:") == {}
    assert library.undo() == "Recover typed text"
    with library.read() as session:
        assert list_agenda(session)[0].title == item.title
