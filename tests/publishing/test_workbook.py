"""Workbooks are read back with openpyxl: what a cell holds must be what was written, and nothing is worked out."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading.values import Watch
from facilitator.features.imports.reading.workbook import read_workbook
from facilitator.publishing import workbook
from facilitator.publishing.document import Block, Column, Cover, Document, Paragraph, Rendering, Table, plain
from facilitator.publishing.plain_text import printable
from facilitator.publishing.sheet_names import sheet_names
from tests.publishing.spreadsheets import BEHIND_APOSTROPHES, FORMULAS, HARMLESS

COLUMNS = (Column("Name"), Column("Minutes", numeric=True))
EPOCH = datetime(2020, 4, 9, 12, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH.timestamp())))


def rendering(*blocks: Block, language: str = "en", **fields: object) -> Rendering:
    return workbook.render(Document("The title", language, Cover("", "", ""), blocks, **fields))  # type: ignore[arg-type]


def table(*rows: tuple[str, ...], **fields: str) -> Table:
    return Table(COLUMNS, tuple(tuple(plain(text) for text in row) for row in rows), **fields)


def opened(found: Rendering) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(found.data))


def cells(found: Rendering, sheet: int = 0) -> list[tuple[object, ...]]:
    return list(opened(found).worksheets[sheet].iter_rows(values_only=True))


def test_a_table_is_a_sheet_with_a_bold_and_frozen_header() -> None:
    found = opened(rendering(Paragraph(plain("left out")), table(("Ada", "15"), name="Agenda")))
    (sheet,) = found.worksheets
    assert sheet.title == "Agenda"
    assert sheet.freeze_panes == "A2"
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert not sheet["A2"].font.bold
    assert list(sheet.iter_rows(values_only=True)) == [("Name", "Minutes"), ("Ada", 15)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15", 15),
        ("0", 0),
        ("-3", -3),
        ("999999999999999", 999999999999999),
        ("1234567890123456", "1234567890123456"),
        ("007", "007"),
        ("-0", "-0"),
        ("1 234", "1 234"),
        ("1.5", "1.5"),
        ("1e5", "1e5"),
        ("٣", "٣"),
        ("", None),
    ],
)
def test_only_plain_whole_numbers_of_numeric_columns_are_numbers(text: str, value: object) -> None:
    row = cells(rendering(table((text or "x", text))))[1]
    assert row == (text or "x", value)
    assert type(row[1]) is type(value)


@pytest.mark.parametrize(
    "text", [*FORMULAS, *BEHIND_APOSTROPHES, *HARMLESS, "https://x.org", "_x0041_", "TRUE"]
)
def test_every_text_is_a_text(text: str) -> None:
    found = opened(rendering(table((text, text))))
    sheet = found.active
    assert sheet is not None
    shown = printable(text)
    if not shown:
        return
    assert sheet["A2"].value == shown
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].hyperlink is None


@pytest.mark.parametrize(
    "text", [*FORMULAS, *BEHIND_APOSTROPHES, "a;b", "_x0041_", "two\nlines", "عمّان 👩‍👧"]
)
def test_texts_come_back_through_the_import(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(rendering(table((text, "7"))).data)
    (sheet,) = read_workbook(path, Watch())
    assert [row for _, row in sheet.rows][1][0] == printable(text).strip()


TEXTS = st.text(max_size=40)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_is_printed(rows: list[tuple[str, str]]) -> None:
    found = cells(rendering(Table((Column("a"), Column("b")), tuple((plain(a), plain(b)) for a, b in rows))))
    expected = [tuple(printable(text) or None for text in row) for row in rows]
    while expected and not any(expected[-1]):
        expected.pop()
    assert found[1 : len(expected) + 1] == expected


def test_each_table_has_its_sheet_and_no_two_names_are_alike() -> None:
    tables = [table(name="Agenda"), table(name="AGENDA"), table(caption="Speakers: [all]/who?"), table()]
    found = opened(rendering(*tables))
    assert found.sheetnames == ["Agenda", "AGENDA (2)", "Speakers all who", "The title"]


@given(st.lists(st.text(max_size=50), min_size=1, max_size=12))
@settings(deadline=None)
def test_any_names_become_names_that_excel_takes(names: list[str]) -> None:
    found = sheet_names([table(name=name) for name in names], "T")
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name == name.strip("'")
        assert name.casefold() != "history"
    rendering(*(table(name=name) for name in names))


def test_long_names_stay_apart() -> None:
    names = sheet_names(
        [table(name="n" * 40), table(name="N" * 40), table(name="History"), table(name="'")], "T"
    )
    assert names == ["n" * 31, "N" * 27 + " (2)", "History (2)", "T"]


def test_sheets_run_from_the_right_in_an_arabic_paper() -> None:
    views = [opened(rendering(table(), language=code)).worksheets[0].sheet_view for code in ("ar-MA", "fr")]
    assert [bool(view.rightToLeft) for view in views] == [True, False]


def test_columns_are_as_wide_as_their_texts_within_bounds() -> None:
    rows = Table(
        tuple(Column(str(n)) for n in range(4)), ((plain("x" * 30), plain("字" * 16), plain("y" * 900), ()),)
    )
    sheet = opened(rendering(rows)).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths == pytest.approx([32.7, 34.7, 60.7, 8.7], abs=0.1)


def test_the_file_tells_of_itself_what_the_document_tells_and_nothing_of_the_machine() -> None:
    found = rendering(table(), author="UCLG", subject="Finance", keywords=("one", "two"))
    said = opened(found).properties
    assert (said.title, said.creator, said.subject, said.keywords) == (
        "The title",
        "UCLG",
        "Finance",
        "one, two",
    )
    assert (said.created, said.modified) == (EPOCH.replace(tzinfo=None),) * 2
    assert said.lastModifiedBy == "UCLG"
    with zipfile.ZipFile(io.BytesIO(found.data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        written = b"".join(file.read(entry) for entry in file.infolist())
        assert not any(str(folder).encode() in written for folder in (Path.home(), Path.cwd(), gettempdir()))


def test_the_same_document_gives_the_same_bytes_and_another_date_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = rendering(table(("a", "1"))).data
    assert rendering(table(("a", "1"))).data == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert rendering(table(("a", "1"))).data != first


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_a_text_longer_than_a_cell_is_cut_and_that_is_told(letter: str) -> None:
    found = rendering(table((letter * 40_000, "1"), name="Long"))
    text = cells(found)[1][0]
    assert isinstance(text, str)
    assert len(text.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert set(text) == {letter, "…"}
    (note,) = found.notes
    assert "Long" in note
    whole = rendering(table(("x" * 32_767, "1")))
    assert cells(whole)[1][0] == "x" * 32_767
    assert whole.notes == ()


def test_a_paper_without_table_or_with_one_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused):
        rendering(Paragraph(plain("x")))
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rendering(table(("a", "1"), ("b", "2")))
    with pytest.raises(Refused):
        rendering(table(("a", "1"), ("b", "2"), ("c", "3")))


def test_a_table_without_titles_has_no_header() -> None:
    sheet = opened(rendering(Table((Column(""),), ((plain("a"),),)))).worksheets[0]
    assert sheet.freeze_panes is None
    assert sheet["A1"].value == "a"
