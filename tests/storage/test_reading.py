"""Reads see one state, keep nothing, and are told from mistakes; drafts stand beside the journal."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.storage.store import Store, open_library
from tests.storage.content import add_note, add_session, rows_of


def test_a_read_sees_one_state_and_no_command_can_run_meanwhile(library: Store) -> None:
    session_id = add_session(library)
    with library.read() as outer:
        assert outer.scalar(text("SELECT count(*) FROM note")) == 0
        with library.read() as inner:
            assert inner.scalar(text("SELECT count(*) FROM learning_session")) == 1
        with pytest.raises(RuntimeError, match="a write within a read"):
            add_note(library, session_id, "water")
        assert outer.scalar(text("SELECT count(*) FROM note")) == 0
    add_note(library, session_id, "water")

    def read_and_fail() -> None:
        with library.read() as session:
            assert session.scalar(text("SELECT count(*) FROM note")) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read_and_fail()
    add_note(library, session_id, "more")


def test_who_reads_sees_one_state_while_another_writes(library: Store, library_path: Path) -> None:
    session_id = add_session(library)
    with closing(open_library(library_path, read_only=True)) as reader:
        with reader.read() as session:
            assert session.scalar(text("SELECT count(*) FROM note")) == 0
            add_note(library, session_id, "water")
            assert session.scalar(text("SELECT count(*) FROM note")) == 0
        assert len(rows_of(reader)["note"]) == 1


def test_mistakes_in_a_query_are_not_called_a_trouble_of_the_file(library: Store) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError, match="no such column"), library.read() as session:
        session.execute(text("SELECT colour FROM note"))


def test_drafts_are_kept_by_key_and_removed_when_empty(library: Store, library_path: Path) -> None:
    library.save_draft("note/1", "half a sent")
    library.save_draft("note/2", "a\x00\ud800")
    library.save_draft("person/1", "Ad")
    library.save_draft("person/1", "")
    assert library.drafts() == {"note/1": "half a sent", "note/2": "a\ufffd"}
    assert library.drafts("note/1") == {"note/1": "half a sent"}
    assert library.next_undo() is None
    library.close()
    with closing(open_library(library_path)) as store:
        assert store.drafts("note/") == {"note/1": "half a sent", "note/2": "a\ufffd"}
