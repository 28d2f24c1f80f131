"""What a library could not take lies in a file of its own, and is put into the library once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes.commands import AddNote, KeepDraft, edit_note, set_terms
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, Together
from facilitator.storage.records import AgendaItemRecord, NoteRecord, PersonRecord
from facilitator.storage.rescue import Kept, Rescue, put_back
from facilitator.storage.store import Store
from facilitator.storage.written_commands import Unreadable, as_json, from_json
from tests.storage.content import add_session, rows_of


def commands(session_id: str) -> list[object]:
    picture = AddAttachment(Owner(note_id="n"), "a.png", "image/png", b"\x89PNG\0\xff")
    return [
        AddRow(PersonRecord, {"id": "p", "name": "Ada \ud800 “x”", "unlisted": True}, "Add"),
        AddNote(
            "n", session_id, "water\0", 5, speaker_id="p", term_ids=("t",), also=(picture, KeepDraft("k", ""))
        ),
        edit_note("n", "Text", {"text": "bread", "starred": True, "place_id": None}),
        set_terms("n", "Themes", Vocabulary.THEME, ("a", "b")),
        Together(
            [Reorder(AgendaItemRecord, ("i",), "Move"), DeleteRows(NoteRecord, ("n",), "Delete")], "Both"
        ),
    ]


def test_commands_read_back_as_they_were_written(library: Store) -> None:
    for command in commands("s"):
        written = json.loads(json.dumps(as_json(command)))
        again = from_json(written)
        assert type(again) is type(command)
        assert as_json(again) == written


@pytest.mark.parametrize(
    "written",
    [
        {"is": "os:system", "has": {"command": "true"}},
        {"is": "facilitator.storage.store:open_library", "has": {"path": "x"}},
        {"is": "facilitator.storage.records:NoteRecord", "has": {}},
        {"is": "facilitator.storage.edits:AddRow", "has": {"unknown": 1}},
        {"enum": "facilitator.storage.edits:AddRow", "value": 1},
        {"record": "nowhere"},
        {"bytes": "%"},
        {"else": 1},
    ],
)
def test_what_is_no_command_of_this_program_is_not_read(written: object) -> None:
    with pytest.raises(Unreadable):
        from_json(written)


def test_what_waits_is_found_put_back_in_order_and_not_twice(library: Store, tmp_path: Path) -> None:
    session_id = add_session(library)
    rescue = Rescue(tmp_path / "rescue", library.library_id, library.path)
    assert not rescue.find()
    waiting = [Kept(command, "text", 7) for command in commands(session_id)[:1]]
    waiting.append(Kept(AddNote("n", session_id, "water", 5, speaker_id="p"), "water", 8))
    waiting.append(Kept(edit_note("n", "Text", {"text": "bread"}), "bread", 9))
    assert rescue.keep(waiting, {"capture:x": "typed"})
    assert rescue.path.stat().st_mode & 0o077 == 0
    elsewhere = Rescue(tmp_path / "rescue", library.library_id, tmp_path / "renamed.lle")
    found = elsewhere.find()
    assert [one.at for one in found.kept] == [7, 8, 9]
    assert found.drafts == {"capture:x": "typed"}
    for _ in range(2):
        assert put_back(library, found.kept) == []
        (note,) = rows_of(library)["note"].values()
        assert note["text"] == "bread"
        assert len(rows_of(library)["person"]) == 1
    elsewhere.remove(found.paths)
    assert list((tmp_path / "rescue").iterdir()) == []


def test_what_does_not_fit_any_more_is_given_back_and_what_is_broken_is_left(
    library: Store, tmp_path: Path
) -> None:
    session_id = add_session(library)
    rescue = Rescue(tmp_path / "rescue", library.library_id, library.path)
    kept = [
        Kept(edit_note("gone", "Text", {"text": "of a note that was deleted"}), "a", 1),
        Kept(AddNote("m", "no such session", "of a session that was deleted", 5), "b", 2),
        Kept(AddNote("n", session_id, "fits", 5), "c", 3),
    ]
    rescue.keep(kept, {})
    broken = rescue.path.with_name(f"{library.library_id}-0.unsaved")
    broken.write_text("half a fi")
    found = rescue.find()
    assert [one.text for one in put_back(library, found.kept)] == ["a", "b"]
    assert [row["text"] for row in rows_of(library)["note"].values()] == ["fits"]
    rescue.remove(found.paths)
    assert broken.exists()


def test_where_it_can_not_be_kept_either_that_is_known(library: Store, tmp_path: Path) -> None:
    (tmp_path / "rescue").write_text("a file where the folder should be")
    rescue = Rescue(tmp_path / "rescue", library.library_id, library.path)
    assert not rescue.keep([Kept(AddNote("n", "s", "water", 5), "water", 8)], {})
    assert not rescue.is_durable
    assert not rescue.find()
