"""Random commands over a real file, against a model in memory: undo all, redo all, also after it was reopened."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from facilitator.domain.identity import new_id
from facilitator.domain.text import storable
from facilitator.storage import records
from facilitator.storage.checking import check
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFields, Together
from facilitator.storage.records import Base
from facilitator.storage.store import Store, open_library
from tests.storage.content import rows_of
from tests.storage.model import AddByMapper, Failing, Model, empty_library, stored

texts = st.text(max_size=30)


Row = tuple[type[Base], str]


class LibraryMachine(RuleBasedStateMachine):
    """What a person may do to a library."""

    sessions: Bundle[str] = Bundle("sessions")
    people: Bundle[str] = Bundle("people")
    items: Bundle[str] = Bundle("items")
    notes: Bundle[str] = Bundle("notes")
    tags: Bundle[str] = Bundle("tags")

    @initialize()
    def open_a_new_library(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.lle"
        self.path.write_bytes(empty_library())
        self.store: Store = open_library(self.path)
        self.states = [rows_of(self.store)]
        self.now = 0
        self.model = Model(deepcopy(self.states[0]))
        self.drafts: dict[str, str] = {}

    def _run(self, command: Any) -> None:
        """Run a command whose effect is in the model already."""
        changes = self.store.run(command)
        if self.model.rows == self.states[self.now] and not changes:
            return
        self.now += 1
        self.states[self.now :] = [deepcopy(self.model.rows)]

    def _add(self, record: type[Base], orm: bool = False, **given: Any) -> str:
        row_id = new_id()
        given |= {"id": row_id}
        self.model.rows[record.__tablename__][row_id] = stored(record, given)
        self._run(AddByMapper(record, given) if orm else AddRow(record, given, "Add"))
        return row_id

    def _known(self, table: str, row_id: str | None) -> str | None:
        return row_id if row_id in self.model.rows[table] else None

    @rule(target=sessions, title=texts, start=st.none() | st.integers(-(2**63), 2**63 - 1))
    def add_session(self, title: str, start: int | None) -> str:
        return self._add(records.LearningSessionRecord, title=title, start=start)

    @rule(target=people, name=texts, unlisted=st.booleans())
    def add_person(self, name: str, unlisted: bool) -> str:
        return self._add(records.PersonRecord, orm=True, name=name, unlisted=unlisted)

    @rule(target=items, session=sessions, title=texts)
    def add_item(self, session: str, title: str) -> Any:
        if not self._known("learning_session", session):
            return multiple()
        return self._add(records.AgendaItemRecord, session_id=session, title=title)

    @rule(target=notes, session=sessions, text=texts, item=items | st.none(), speaker=people | st.none())
    def add_note(self, session: str, text: str, item: str | None, speaker: str | None) -> Any:
        if not self._known("learning_session", session):
            return multiple()
        return self._add(
            records.NoteRecord,
            session_id=session,
            text=text,
            agenda_item_id=self._known("agenda_item", item),
            speaker_id=self._known("person", speaker),
        )

    @rule(target=tags, code=texts)
    def add_tag(self, code: str) -> str:
        return self._add(records.TermRecord, vocabulary="tag", code=f"{code}{new_id()}", label=code)

    @rule(note=notes, tag=tags)
    def tag_note(self, note: str, tag: str) -> None:
        links = self.model.rows["note_term"].values()
        known = self._known("note", note) and self._known("term", tag)
        if known and not any((row["note_id"], row["term_id"]) == (note, tag) for row in links):
            self._add(records.NoteTermRecord, note_id=note, term_id=tag)

    @rule(session=sessions, notes=st.lists(texts, min_size=20, max_size=60))
    def import_notes(self, session: str, notes: list[str]) -> None:
        if not self._known("learning_session", session):
            return
        commands = []
        for text in notes:
            given = {"id": new_id(), "session_id": session, "text": text}
            self.model.rows["note"][given["id"]] = stored(records.NoteRecord, given)
            commands.append(AddRow(records.NoteRecord, given, "Add"))
        self._run(Together(commands, "Import"))

    @rule(note=notes, text=texts, starred=st.booleans(), speaker=people | st.none())
    def edit_note(self, note: str, text: str, starred: bool, speaker: str | None) -> None:
        row = self.model.rows["note"].get(note)
        if row:
            values = {"text": text, "starred": starred, "speaker_id": self._known("person", speaker)}
            row.update(values, text=storable(text), starred=int(starred))
            self._run(SetFields(records.NoteRecord, note, values, "Edit"))

    @rule(note=notes, session=sessions)
    def move_note(self, note: str, session: str) -> None:
        if note in self.model.rows["note"] and self._known("learning_session", session):
            self.model.rows["note"][note]["session_id"] = session
            self._run(SetFields(records.NoteRecord, note, {"session_id": session}, "Move"))

    @rule(order=st.randoms(use_true_random=False))
    def reorder_items(self, order: Any) -> None:
        ids = sorted(self.model.rows["agenda_item"])
        order.shuffle(ids)
        for position, row_id in enumerate(ids):
            self.model.rows["agenda_item"][row_id]["position"] = position
        self._run(Reorder(records.AgendaItemRecord, ids, "Reorder"))

    @rule(first=consumes(sessions), others=st.lists(sessions, max_size=2))
    def delete_sessions(self, first: str, others: list[str]) -> None:
        self._delete(records.LearningSessionRecord, [first, *others])

    @rule(person=consumes(people))
    def delete_person(self, person: str) -> None:
        self._delete(records.PersonRecord, [person])

    @rule(item=consumes(items))
    def delete_item(self, item: str) -> None:
        self._delete(records.AgendaItemRecord, [item])

    @rule(tag=consumes(tags))
    def delete_tag(self, tag: str) -> None:
        self._delete(records.TermRecord, [tag])

    def _delete(self, record: type[Base], ids: list[str]) -> None:
        for row_id in ids:
            self.model.delete(record.__tablename__, row_id)
        self._run(DeleteRows(record, ids, "Delete"))

    @rule(session=sessions, title=texts)
    def fail_half_way(self, session: str, title: str) -> None:
        with pytest.raises(ZeroDivisionError):
            self.store.run(Failing(session, title))

    @rule(key=st.sampled_from(["a", "b"]), text=texts)
    def type(self, key: str, text: str) -> None:
        self.store.save_draft(key, text)
        self.drafts[key] = storable(text)

    @rule()
    def undo(self) -> None:
        changes = self.store.undo()
        assert bool(changes) == (self.now > 0)
        self.now = max(0, self.now - 1)
        self.model.rows = deepcopy(self.states[self.now])

    @rule()
    def redo(self) -> None:
        changes = self.store.redo()
        assert bool(changes) == (self.now < len(self.states) - 1)
        self.now = min(len(self.states) - 1, self.now + 1)
        self.model.rows = deepcopy(self.states[self.now])

    @rule()
    def close_and_reopen(self) -> None:
        self.store.close()
        assert [found.name for found in self.folder.iterdir()] == ["library.lle"]
        self.store = open_library(self.path)
        assert not self.store.unclean_before

    @invariant()
    def the_file_holds_what_the_model_says(self) -> None:
        if hasattr(self, "store"):
            assert rows_of(self.store) == self.model.rows
            assert self.store.drafts() == {key: text for key, text in self.drafts.items() if text}

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        try:
            while self.store.redo():
                self.now += 1
            assert rows_of(self.store) == self.states[-1]
            for expected in reversed(self.states[:-1]):
                assert self.store.undo()
                assert rows_of(self.store) == expected
            assert not self.store.undo()
            self.close_and_reopen()
            for expected in self.states[1:]:
                assert self.store.redo()
                assert rows_of(self.store) == expected
            assert not self.store.redo()
            assert check(self.store) == []
        finally:
            self.store.close()
            shutil.rmtree(self.folder)


TestLibraryMachine = LibraryMachine.TestCase
TestLibraryMachine.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
