"""Our own working tables come back without a change, and give an empty library the same agenda."""

from __future__ import annotations

import dataclasses
import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.identity import new_id
from facilitator.features.imports.sample import import_sample
from facilitator.features.papers import queries
from facilitator.publishing import csv_table, workbook
from facilitator.publishing.document import Document, Table
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import Plan
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.storage.store import Store, new_library
from tests.features.imports.import_tables import actions, content, imported, planned, rows_of

TRAPS = [
    *("=1+1", "7", "3/4", "+34 600", "-", "-5", "@x", "'quoted", "2026-03-29", "09:00", "1e5", "TRUE", "yes"),
    *(
        "مرحبا بكم في الجلسة",
        "城市的经验",
        "a" * 500,
        "Title; with | signs, and \n a line",
        "Agenda",
        "",
        "",
        "Title",
    ),
]
TEXTS = st.one_of(
    st.sampled_from(TRAPS),
    st.text("abAB 12=;|,\"'\n-+", max_size=12).map(str.strip),
    st.text(max_size=6).map(str.strip),
).filter(lambda text: (text == " ".join(text.split(" ")) and text.isprintable()) or text in TRAPS)


def plan_of(store: Store, session_id: str) -> Plan:
    """The plan of a session."""
    with store.read() as session:
        found = read_plan(session, session_id)
    assert found
    return found


def sheet(store: Store, session_id: str) -> Document:
    """The working tables of a session, as they leave the gate."""
    with store.read() as session:
        make = queries.run_sheet_tables(session, session_id)
    return make(lambda _done, _of: None).sealed


def exported(store: Store, session_id: str, folder: Path, suffix: str) -> Path:
    """The working tables of a session as a file: all of them as a workbook, the agenda alone as CSV."""
    made, path = sheet(store, session_id), folder / f"plan-{new_id()}.{suffix}"
    if suffix == "xlsx":
        path.write_bytes(workbook.render(made).data)
    else:
        alone = dataclasses.replace(made, blocks=made.blocks[:1])
        path.write_bytes(csv_table.render(alone).data)
    return path


def told(plan: Plan) -> dict[str, Any]:
    """What an agenda says, without the ids and what a person is beside it."""
    groups = [(one.name, one.room, one.link, one.moderator, one.rapporteur) for one in plan.groups]
    items = [
        (
            *(
                one.title.split(),
                one.segment,
                one.segment_as_written,
                one.group,
                one.minutes,
                one.pinned_start,
            ),
            *(one.cue.split(), one.notes.split(), one.link, one.begins, one.ends),
            [_told_of(speaker) for speaker in one.appearances],
        )
        for one in plan.items
    ]
    return {"groups": groups, "items": items, "beside": [_told_of(one) for one in plan.taking_part]}


def _told_of(one: Any) -> tuple[Any, ...]:
    return (
        *(one.person, one.name, one.office, one.organisation, one.city, one.role, one.role_as_written),
        *(one.minutes, one.language, one.status, one.consent),
    )


def comes_back_unchanged(store: Store, session_id: str, folder: Path) -> None:
    """Export, import again, and see that nothing happens."""
    before = content(store)
    for suffix in ("xlsx", "csv"):
        plan = planned(store, exported(store, session_id, folder, suffix))
        assert set(actions(plan)) <= {"unchanged"}, [row for row in plan.rows if row.action != "unchanged"][
            :3
        ]
        assert (plan.questions, plan.writes, plan.added, plan.updated) == ((), (), {}, {})
        assert len(plan.rows) >= len(plan_of(store, session_id).items)
        assert not [message for row in plan.rows for message in row.messages]
    assert content(store) == before


def fills_an_empty_library(store: Store, session_id: str, folder: Path, empty: Store) -> None:
    """Import into a library without anything; and once more, which adds nothing."""
    file = exported(store, session_id, folder, "xlsx")
    imported(empty, file)
    (found,) = rows_of(empty, "learning_session")
    assert told(plan_of(empty, found["id"])) == told(plan_of(store, session_id))
    again = planned(empty, file)
    assert not again.writes


def test_all_sessions_of_the_sample_come_back_unchanged(library: Store, tmp_path: Path) -> None:
    import_sample(library)
    sessions = rows_of(library, "learning_session")
    assert len(sessions) > 10
    for row in sessions:
        comes_back_unchanged(library, row["id"], tmp_path)


def test_all_sessions_of_the_sample_fill_an_empty_library(library: Store, tmp_path: Path) -> None:
    import_sample(library)
    for row in rows_of(library, "learning_session"):
        empty = new_library(tmp_path / f"{row['id']}.lle")
        try:
            fills_an_empty_library(library, row["id"], tmp_path, empty)
            (there,) = rows_of(empty, "learning_session")
            for name in ("label", "title", "theme", "attribution", "date", "zone", "minutes"):
                assert there[name] == row[name], name
            assert told_of_bodies(empty) == told_of_bodies(library, row["id"])
            assert not planned(empty, exported(library, row["id"], tmp_path, "xlsx")).questions
        finally:
            empty.close()


def told_of_bodies(store: Store, session_id: str = "") -> list[tuple[str, str]]:
    """Who hosts a session and is a partner of it; of the only one where none is named."""
    names = {row["id"]: row["name"] or row["short_name"] for row in rows_of(store, "organisation")}
    links = rows_of(store, "session_organisation")
    kept = [row for row in links if not session_id or row["session_id"] == session_id]
    return sorted((row["part"], names[row["organisation_id"]]) for row in kept)


def test_the_sheet_reads_in_words_and_a_chatham_house_session_stays_one_elsewhere(
    library: Store, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    made = Builder()
    made.item(0, title="", segment="city_round", minutes=5)
    session = made.done(library)
    rule = {"attribution": "chatham_house"}
    library.run(SetFields(LearningSessionRecord, session, rule, "Set the rule"))
    path = exported(library, session, tmp_path, "xlsx")
    cells = {
        cell.value for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row
    }
    assert {"City round", "Chatham House"} <= cells
    assert "city_round" not in cells
    other = new_library(tmp_path / "other.lle")
    imported(other, path)
    (there,) = rows_of(other, "learning_session")
    assert there["attribution"] == "chatham_house"
    other.close()


class Builder:
    """Fills a library with a plan."""

    def __init__(self) -> None:
        self.commands: list[Any] = []
        self.session = self.add(
            LearningSessionRecord,
            label="8",
            title="Local finance",
            date="2026-03-28",
            start=540,
            zone="Europe/Madrid",
            minutes=3000,
        )

    def add(self, record: Any, **values: Any) -> str:
        row_id = new_id()
        self.commands.append(AddRow(record, {"id": row_id, **values}, "Add"))
        return row_id

    def item(self, position: int, **values: Any) -> str:
        return self.add(AgendaItemRecord, session_id=self.session, position=position, **values)

    def speaker(self, position: int, person: str, item: str | None, **values: Any) -> str:
        return self.add(
            AppearanceRecord,
            session_id=self.session,
            position=position,
            person_id=person,
            agenda_item_id=item,
            **values,
        )

    def done(self, store: Store) -> str:
        store.run(Together(self.commands, "Make a plan"))
        return self.session


def large_plan(store: Store) -> str:
    """60 items over three days and four groups, with all that may go wrong in titles and people."""
    made = Builder()
    place = made.add(PlaceRecord, name="Durban", country="South Africa")
    body = made.add(OrganisationRecord, name="Ring of Cities")
    people = [
        made.add(PersonRecord, name="Ada Example", office_title="Mayor", place_id=place),
        made.add(PersonRecord, name="Ada Example", office_title="Professor", organisation_id=body),
        made.add(PersonRecord, name="Dr. Bo; Li | Chen", languages="zh en"),
        made.add(PersonRecord, name="", office_title="Mayor", place_id=place),
        made.add(PersonRecord, name="", office_title="Mayor", place_id=place, consent="chatham_house"),
        made.add(PersonRecord, name="Ada Exampel", consent="named"),
        made.add(PersonRecord, name="فاطمة الزهراء", consent="pending"),
        made.add(PersonRecord, name="7", unlisted=True),
    ]
    groups = [
        made.add(
            BreakoutGroupRecord,
            session_id=made.session,
            name=name,
            position=number,
            room=f"Room {number}",
            link=f"https://example.org/{number}",
            moderator_id=people[number],
            rapporteur_id=people[-1 - number],
        )
        for number, name in enumerate(["Water", "=Air", "3", "火"])
    ]
    titles, turn = itertools.cycle(TRAPS), itertools.count()
    position = itertools.count()
    for day in range(3):
        for number in range(8):
            segment = ("opening", "breakout", "city_round", "buffer", "", "discussion", "closing", "break")[
                number
            ]
            pin = day * 1440 + 540 if day and not number else None
            item = made.item(
                next(position),
                title=next(titles),
                segment=segment,
                pinned_start=pin,
                minutes=None if number == 4 else 20,
                cue="Slide 1\nSlide 2" if number == 2 else "",
                notes="=secret" if number == 3 else "",
                link="https://example.org/x?a=1&b=2" if number == 5 else "",
            )
            for person in people[number % 3 :: 2]:
                made.speaker(
                    next(turn),
                    person,
                    item,
                    role=("moderator", "city_speaker", "")[number % 3],
                    minutes=number or None,
                    language=("en", "", "zh")[day],
                    status=("", "invited", "confirmed")[day],
                )
            if segment == "breakout":
                for group in groups:
                    for _ in range(3):
                        made.item(next(position), title=next(titles), group_id=group, minutes=10)
    made.speaker(next(turn), people[0], None, role="note_taker")
    made.speaker(next(turn), people[1], None, role="discussant", role_as_written="Voice of the sea")
    return made.done(store)


def test_three_days_and_four_groups_come_back_unchanged(library: Store, tmp_path: Path) -> None:
    session = large_plan(library)
    assert len(plan_of(library, session).items) == 60
    comes_back_unchanged(library, session, tmp_path)


def test_three_days_and_four_groups_fill_an_empty_library(library: Store, tmp_path: Path) -> None:
    session = large_plan(library)
    empty = new_library(tmp_path / "empty.lle")
    fills_an_empty_library(library, session, tmp_path, empty)
    empty.close()


def cells_of(store: Store, session_id: str) -> set[str]:
    tables = [block for block in sheet(store, session_id).blocks if isinstance(block, Table)]
    return {run.text for table in tables for row in table.rows for cell in row for run in cell}


def test_who_may_be_somebody_off_the_record_is_in_no_row(library: Store, tmp_path: Path) -> None:
    made = Builder()
    made.add(PersonRecord, name="Quentara Zelvorin", consent="off_the_record")
    listed_again = made.add(PersonRecord, name="Ms Zelvorin", office_title="Xylarch of the North")
    item = made.item(0, title="Opening", minutes=5)
    made.speaker(0, listed_again, item)
    made.add(BreakoutGroupRecord, session_id=made.session, name="A", moderator_id=listed_again)
    session = made.done(library)
    assert not cells_of(library, session) & {listed_again, "Xylarch of the North"}
    comes_back_unchanged(library, session, tmp_path)


def test_who_is_off_the_record_is_left_out_and_stays_untouched(library: Store, tmp_path: Path) -> None:
    made = Builder()
    hidden = made.add(PersonRecord, name="Hidden Person", consent="off_the_record")
    shown = made.add(PersonRecord, name="Shown Person")
    item = made.item(0, title="Opening", minutes=5)
    made.speaker(0, hidden, item, role="moderator")
    made.speaker(1, shown, item)
    made.add(BreakoutGroupRecord, session_id=made.session, name="A", moderator_id=hidden, rapporteur_id=shown)
    session = made.done(library)
    texts = cells_of(library, session)
    assert "Shown Person" in texts
    assert not texts & {"Hidden Person", hidden}
    comes_back_unchanged(library, session, tmp_path)
    assert len(plan_of(library, session).items[0].appearances) == 2


def test_a_workbook_into_another_library_that_knows_somebody_adds_no_second_one(
    library: Store, tmp_path: Path
) -> None:
    session = large_plan(library)
    other = new_library(tmp_path / "other.lle")
    other.run(AddRow(PersonRecord, {"id": "bo", "name": "Dr. Bo; Li | Chen"}, "Add"))
    imported(other, exported(library, session, tmp_path, "xlsx"))
    assert [row["id"] for row in rows_of(other, "person") if "Chen" in row["name"]] == ["bo"]
    other.close()


def test_what_was_changed_in_the_workbook_is_told_and_the_library_keeps_its_own(
    library: Store, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    made = Builder()
    made.item(0, title="Opening", minutes=5)
    session = made.done(library)
    path = exported(library, session, tmp_path, "xlsx")
    book = load_workbook(path)
    sheet = book["Agenda"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Minutes") + 1).value = 15
    sheet.cell(2, headings.index("Cue") + 1).value = "Music"
    book.save(path)
    plan = imported(library, path)
    item = plan_of(library, session).items[0]
    assert (item.minutes, item.cue) == (5, "Music")
    assert "differs_kept" in {message.code for row in plan.rows for message in row.messages}


ITEMS = st.lists(
    st.tuples(
        *(
            TEXTS,
            st.sampled_from(["", "opening", "breakout", "buffer", "other"]),
            st.none() | st.integers(0, 600),
        ),
        *(st.none() | st.integers(0, 3 * 1440), st.integers(0, 2), TEXTS, TEXTS),
        st.lists(st.integers(0, 2), unique=True, max_size=3),
    ),
    max_size=8,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=ITEMS, names=st.lists(TEXTS, min_size=3, max_size=3))
def test_any_plan_comes_back_unchanged_and_fills_an_empty_library(
    tmp_path: Path, items: list[tuple[Any, ...]], names: list[str]
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    store, empty = new_library(folder / "a.lle"), new_library(folder / "b.lle")
    try:
        made = Builder()
        groups = [
            "",
            *(
                made.add(BreakoutGroupRecord, session_id=made.session, name=name, position=number)
                for number, name in enumerate("AB")
            ),
        ]
        people = [made.add(PersonRecord, name=name, office_title="Mayor") for name in names]
        for position, (title, segment, minutes, pin, group, cue, notes, speakers) in enumerate(items):
            item = made.item(
                position,
                title=title,
                segment=segment,
                minutes=minutes,
                pinned_start=pin,
                group_id=groups[group] or None,
                cue=cue,
                notes=notes,
            )
            for number in speakers:
                made.speaker(position * 10 + number, people[number], item)
        session = made.done(store)
        comes_back_unchanged(store, session, folder)
        fills_an_empty_library(store, session, folder, empty)
    finally:
        store.close()
        empty.close()
