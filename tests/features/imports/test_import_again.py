"""What is imported again adds nothing: reordered, after edits, after undo; and nothing that people changed is lost."""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.features.imports import commands
from facilitator.features.imports.commands import ApplyImport
from facilitator.features.imports.rows import Action
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    Base,
    CaseStudyRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.storage.store import Store, new_library
from tests.features.imports.import_tables import (
    ALL,
    SESSIONS,
    SPEAKERS,
    actions,
    by,
    codes,
    content,
    imported,
    planned,
    rows_of,
    write_all,
    write_csv,
)

_EXAMPLES = int(os.environ.get("FACILITATOR_IMPORT_EXAMPLES", "25"))
"""Random imports that are tried for each rule; set the variable higher to look deeper."""


def test_the_same_files_again_change_nothing(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    imported(library, *files)
    before = content(library)
    again = imported(library, *files)
    assert set(actions(again)) == {"unchanged"}
    assert not again.writes
    assert content(library) == before


@settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), one_by_one=st.booleans())
def test_reordered_rows_in_any_order_of_files_change_nothing(
    tmp_path: Path, seed: int, one_by_one: bool
) -> None:
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    library = new_library(folder / "library.lle")
    try:
        imported(library, *write_all(folder))
        before = content(library)
        shuffled = {name: [rows[0], *chance.sample(rows[1:], len(rows) - 1)] for name, rows in ALL.items()}
        files = chance.sample(write_all(folder, shuffled), len(shuffled))
        for batch in [[file] for file in files] if one_by_one else [files]:
            assert set(actions(imported(library, *batch))) == {"unchanged"}
        assert content(library) == before
    finally:
        library.close()


_POOL = [
    "Ada Example",
    "Äda Example",
    "Example Ada",
    "Ada",
    "Ring",
    "RING",
    "Rome",
    "Roma",
    "Rome, Italy",
    "1",
    "Mayor",
]
_WORDS = st.sampled_from(_POOL) | st.text(max_size=20).filter(lambda text: "\0" not in text)


@settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    titles=st.lists(_WORDS, min_size=1, max_size=5),
    notes=st.lists(st.tuples(st.integers(1, 6), _WORDS, _WORDS, _WORDS), max_size=12),
    people=st.lists(st.tuples(st.integers(1, 6), _WORDS, _WORDS, _WORDS), max_size=8),
    items=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 9), _WORDS, _WORDS, _WORDS), max_size=6),
    cases=st.lists(st.tuples(st.integers(0, 3), _WORDS, _WORDS, _WORDS, _WORDS), max_size=6),
)
def test_importing_twice_is_importing_once(
    tmp_path: Path,
    titles: list[str],
    notes: list[tuple[Any, ...]],
    people: list[tuple[Any, ...]],
    items: list[tuple[Any, ...]],
    cases: list[tuple[Any, ...]],
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    library = new_library(folder / "library.lle")
    empty = content(library)
    sessions = [[number, title] for number, title in enumerate(titles, start=1)]
    try:
        files = write_all(
            folder,
            {
                "sessions": [["No.", "Title", "Hosts"], *([*row, "Ring"] for row in sessions)],
                "notes": [["Session", "Text", "Speaker", "City"], *notes],
                "speakers": [["Session", "Name", "City", "Organisation"], *people],
                "agenda": [["Session", "Order", "Segment", "Title", "Speakers"], *items],
                "cases": [["Session", "City", "Title", "Response", "Speaker"], *cases],
            },
        )
    except UnicodeEncodeError:
        library.close()
        return
    try:
        imported(library, *files)
        once = content(library)
        assert not imported(library, *files).writes
        assert content(library) == once
        library.undo()
        assert content(library) == empty
    finally:
        library.close()


def _set(library: Store, record: type[Base], row_id: str, **values: Any) -> None:
    library.run(SetFields(record, row_id, values, "Edit"))


def test_what_people_edited_is_found_again_and_kept(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    imported(library, *files)
    session = by(rows_of(library, "learning_session"), label="1")
    _set(
        library,
        LearningSessionRecord,
        session["id"],
        title="A title of our own",
        date="2020-03-26",
        label="I",
    )
    person = by(rows_of(library, "person"), name="Mohamed Badra")
    _set(library, PersonRecord, person["id"], name="Mohammed El Badra", office_title="Mayor", country="")
    place = by(rows_of(library, "place"), name="Bogota")
    _set(library, PlaceRecord, place["id"], name="Bogotá D.C.")
    item = rows_of(library, "agenda_item")[2]
    _set(library, AgendaItemRecord, item["id"], title="Cities", minutes=45, position=0)
    case = by(rows_of(library, "case_study"), title="Support for rough sleepers")
    _set(library, CaseStudyRecord, case["id"], title="Outreach", results="About 300 rooms")
    note = by(rows_of(library, "note"), text="Services go on.")
    _set(library, NoteRecord, note["id"], text="Services must go on.", kind="lesson", speaker_id=None)
    appearance = by(rows_of(library, "appearance"), person_id=person["id"])
    _set(library, AppearanceRecord, appearance["id"], role="moderator")

    before = content(library)
    again = imported(library, *files)
    assert set(actions(again)) == {"unchanged"}, [
        row for row in again.rows if row.action is not Action.UNCHANGED
    ]
    assert content(library) == before
    kept = {
        (row.title, message.field)
        for row in again.rows
        for message in row.messages
        if message.code == "differs_kept"
    }
    assert ("Services go on.", "kind") in kept
    assert ("1 · The launch", "title") in kept


def test_each_field_of_each_row_may_be_edited_and_nothing_is_added(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    imported(library, *files)
    edits = [
        (record, row["id"], name)
        for record, names in (
            (LearningSessionRecord, ("label", "title", "theme", "date")),
            (PersonRecord, ("name", "office_title", "country")),
            (PlaceRecord, ("name", "country")),
            (AgendaItemRecord, ("title", "segment", "segment_as_written")),
            (CaseStudyRecord, ("title", "measures", "country")),
            (NoteRecord, ("text", "voice", "kind")),
            (AppearanceRecord, ("role", "role_as_written")),
        )
        for row in rows_of(library, record.__tablename__)
        for name in names
    ]
    for record, row_id, name in edits:
        _set(library, record, row_id, **{name: "Changed"})
        again = planned(library, *files)
        assert not any(again.added.values()), (record, name, again.added)
        library.undo()


def test_a_field_that_was_emptied_stays_empty_and_an_empty_one_is_filled(
    library: Store, tmp_path: Path
) -> None:
    files = write_all(tmp_path, {"sessions": SESSIONS, "speakers": SPEAKERS})
    imported(library, *files)
    person = by(rows_of(library, "person"), name="Mohamed Badra")
    _set(library, PersonRecord, person["id"], country="")
    more = [[*SPEAKERS[0], "Email"], *([*row, "someone@example.org"] for row in SPEAKERS[2:3])]
    plan = imported(library, write_csv(tmp_path / "more.csv", more))
    person = by(rows_of(library, "person"), name="Mohamed Badra")
    assert (person["country"], person["email"]) == ("", "someone@example.org")
    assert actions(plan) == ["update"]


def test_after_undo_the_import_adds_everything_again(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    first = imported(library, *files)
    library.undo()
    assert actions(planned(library, *files)) == actions(first)
    library.redo()
    assert set(actions(planned(library, *files))) == {"unchanged"}


def test_what_was_filled_and_undone_is_filled_again(library: Store, tmp_path: Path) -> None:
    imported(library, write_csv(tmp_path / "a.csv", [["Name", "Office"], ["Ada Example", "Mayor"]]))
    more = write_csv(tmp_path / "b.csv", [["Name", "Email"], ["Ada Example", "ada@example.org"]])
    imported(library, more)
    library.undo()
    assert rows_of(library, "person")[0]["email"] == ""
    imported(library, more)
    assert rows_of(library, "person")[0]["email"] == "ada@example.org"


def test_absence_never_means_deletion(library: Store, tmp_path: Path) -> None:
    imported(library, *write_all(tmp_path))
    before = content(library)
    headings = {name: rows[:2] for name, rows in ALL.items()}
    imported(library, *write_all(tmp_path, headings))
    assert content(library) == before


def test_what_was_deleted_is_added_again(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    imported(library, *files)
    note = by(rows_of(library, "note"), text="Services go on.")
    library.run(DeleteRows(NoteRecord, [note["id"]], "Delete note"))
    again = imported(library, *files)
    assert again.added == {"note": 1}


def test_a_corrected_sheet_updates_empty_fields_and_reports_the_others(
    library: Store, tmp_path: Path
) -> None:
    rows = [["No.", "Title", "Theme", "Date"], ["1", "The launch", "", "2020-03-25"]]
    imported(library, write_csv(tmp_path / "sessions.csv", rows))
    rows[1] = ["1", "The launch", "Housing", "2020-03-26"]
    plan = imported(library, write_csv(tmp_path / "sessions.csv", rows))
    (row,) = plan.rows
    assert (row.action, codes(row)) == (Action.UPDATE, {"differs_kept"})
    assert "2020-03-26" in row.messages[0].text
    assert "2020-03-25" in row.messages[0].text
    session = rows_of(library, "learning_session")[0]
    assert (session["theme"], session["date"]) == ("Housing", "2020-03-25")


@pytest.mark.parametrize("step", range(0, 12))
def test_an_import_is_all_or_nothing(
    library: Store, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planned(library, *write_all(tmp_path))
    before = content(library)
    real, done = Session.execute, 0

    def execute(self: Session, *args: Any, **kwargs: Any) -> Any:
        nonlocal done
        done += 1
        if done > step:
            raise RuntimeError("pulled out")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Session, "execute", execute)
    with pytest.raises(RuntimeError):
        library.run(ApplyImport(plan))
    monkeypatch.undo()
    assert content(library) == before
    assert library.next_undo() is None


def test_a_plan_fits_only_the_library_it_was_made_for(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    plan = planned(library, *files)
    library.run(ApplyImport(plan))
    before = content(library)
    with pytest.raises(Refused, match="plan the import again"):
        library.run(ApplyImport(plan))
    assert content(library) == before


def test_an_import_of_nothing_new_leaves_no_undo_step(library: Store, tmp_path: Path) -> None:
    files = write_all(tmp_path)
    imported(library, *files)
    first = library.next_undo()
    imported(library, *files)
    assert library.next_undo() == first
    assert commands.ApplyImport(planned(library, *files)).label == "Import 6 files"
