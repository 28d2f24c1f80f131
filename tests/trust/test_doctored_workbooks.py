"""A workbook of our own, changed by somebody else, can't ease a consent, put people in the place of others, reach into
another session, or bring an id that tells a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from facilitator.domain.identity import new_id
from facilitator.features.imports.commands import ApplyImport
from facilitator.features.imports.planning import plan
from facilitator.features.imports.queries import read_library
from facilitator.features.imports.tables import read_tables
from facilitator.features.papers import queries
from facilitator.publishing import export
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    Base,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import Store

Content = dict[tuple[str, str], dict[str, object]]
PEOPLE = {"Ada Zelvorin": "not_asked", "Bo Karanta": "by_role", "Cy Mirano": "off_the_record"}
TABLES = (LearningSessionRecord, PersonRecord, BreakoutGroupRecord, AgendaItemRecord, AppearanceRecord)


class Doctored:
    """A library of two sessions, and the workbook of the first for changing."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.path, self.ids = store, folder / "own.xlsx", dict[str, str]()
        rows: list[AddRow] = []

        def add(row: str, record: type[Base], **values: object) -> str:
            self.ids[row] = new_id()
            rows.append(AddRow(record, {"id": self.ids[row], **values}, ""))
            return self.ids[row]

        for label, title in (("1", "Water"), ("2", "Fire")):
            session_id = add(label, LearningSessionRecord, label=label, title=title, start=900)
            add(f"group {label}", BreakoutGroupRecord, session_id=session_id, name=f"Group {label}")
            add(f"item {label}", AgendaItemRecord, session_id=session_id, title=f"Opening {label}")
        for name, consent in PEOPLE.items():
            person = add(name, PersonRecord, name=name, consent=consent)
            on = {"session_id": self.ids["1"], "agenda_item_id": self.ids["item 1"], "person_id": person}
            add(f"{name} appears", AppearanceRecord, role="city_speaker", **on)
        store.run(Together(rows, "Add"))
        with store.read() as session:
            sheet = queries.run_sheet_tables(session, self.ids["1"])(lambda _done, _of: None)
        self.path.write_bytes(export.render(sheet, "xlsx").data)
        self.book = openpyxl.load_workbook(self.path)

    def change(self, sheet: str, row_id: str, heading: str, value: str) -> None:
        page = self.book[sheet]
        column = 1 + [str(cell.value) for cell in self._headings(page)].index(heading)
        (row,) = {cell.row for line in page.iter_rows() for cell in line if cell.value == self.ids[row_id]}
        page.cell(row, column).value = value

    def append(self, sheet: str, **values: str) -> None:
        page = self.book[sheet]
        told = {name.replace("_", " "): value for name, value in values.items()}
        page.append([told.get(str(cell.value), "") for cell in self._headings(page)])

    def imported(self) -> tuple[Content, Content]:
        """The library before and after the import."""
        self.book.save(self.path)
        before, tables = self._content(), read_tables(self.path)
        with self.store.read() as session:
            library = read_library(session, {table.kind for table in tables if table.kind})
        self.store.run(ApplyImport(plan(library, tables)))
        return before, self._content()

    @staticmethod
    def _headings(page: Worksheet) -> tuple[object, ...]:
        return next(line for line in page.iter_rows() if sum(cell.value is not None for cell in line) > 3)

    def _content(self) -> Content:
        with self.store.read() as session:
            return {
                (record.__tablename__, row.id): {
                    column.key: getattr(row, column.key) for column in record.__table__.columns
                }
                for record in TABLES
                for row in session.query(record)
            }


@pytest.fixture
def doctored(library: Store, tmp_path: Path) -> Doctored:
    return Doctored(library, tmp_path)


def _another_name_gets_consent(one: Doctored) -> None:
    one.change("Speakers", "Ada Zelvorin", "Name", "Somebody Else")
    one.change("Speakers", "Ada Zelvorin", "Consent", "Named")


def _no_name_gets_consent(one: Doctored) -> None:
    one.change("Speakers", "Ada Zelvorin", "Name", "")
    one.change("Speakers", "Ada Zelvorin", "Consent", "Named")


def _consent_is_eased(one: Doctored) -> None:
    one.change("Speakers", "Bo Karanta", "Consent", "Named")


def _a_row_means_the_appearance_of_another(one: Doctored) -> None:
    one.change("Speakers", "Ada Zelvorin", "Status", "Declined")
    one.change("Speakers", "Ada Zelvorin", "Appearance ID", one.ids["Cy Mirano appears"])


def _another_name_takes_an_item(one: Doctored) -> None:
    ids = {"Item_ID": one.ids["item 1"], "Person_ID": one.ids["Cy Mirano"], "Appearance_ID": new_id()}
    one.append("Speakers", Session="1", Name="Somebody Else", Role="Moderator", **ids)


def _a_group_of_another_session(one: Doctored) -> None:
    one.change("Groups", "group 1", "Room", "Cellar")
    one.change("Groups", "group 1", "Group ID", one.ids["group 2"])


def _an_item_of_another_session(one: Doctored) -> None:
    one.change("Agenda", "item 1", "Minutes", "50")
    one.change("Agenda", "item 1", "Item ID", one.ids["item 2"])


@pytest.mark.parametrize(
    "doctor",
    [
        _another_name_gets_consent,
        _no_name_gets_consent,
        _consent_is_eased,
        _a_row_means_the_appearance_of_another,
        _another_name_takes_an_item,
        _a_group_of_another_session,
        _an_item_of_another_session,
    ],
)
def test_swapped_ids_change_nothing(doctored: Doctored, doctor: Callable[[Doctored], None]) -> None:
    doctor(doctored)
    before, after = doctored.imported()
    assert after == before


def test_less_may_be_published_of_whom_the_id_means_whatever_the_name(doctored: Doctored) -> None:
    doctored.change("Speakers", "Bo Karanta", "Name", "Somebody Else")
    doctored.change("Speakers", "Bo Karanta", "Consent", "Off the record")
    _, after = doctored.imported()
    assert after["person", doctored.ids["Bo Karanta"]]["consent"] == "off_the_record"


def test_an_id_that_the_program_would_not_make_is_not_taken_over(doctored: Doctored) -> None:
    named = {"Person_ID": "Quentara_Mondrel", "Appearance_ID": "Quentara Mondrel, mayor"}
    doctored.append("Speakers", Session="1", Name="Quentara Mondrel", **named)
    doctored.append("Agenda", Session="1", Title="Framing", Item_ID="Quentara_Mondrel")
    before, after = doctored.imported()
    fresh = [row_id for _, row_id in after.keys() - before.keys()]
    assert len(fresh) == 3
    assert all(len(row_id) == 32 and set(row_id) <= set("0123456789abcdef") for row_id in fresh)
