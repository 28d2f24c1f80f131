"""CSV is read back as a spreadsheet would read it, and by the import."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading.delimited import read_delimited
from facilitator.features.imports.reading.values import Watch
from facilitator.publishing import csv_table
from facilitator.publishing.document import Block, Column, Cover, Document, Paragraph, Run, Table, plain
from facilitator.publishing.formulas import marked, unmarked
from facilitator.publishing.plain_text import printable
from tests.publishing.spreadsheets import BEHIND_APOSTROPHES, FORMULAS, HARMLESS

COLUMNS = (Column("Name"), Column("City"))
ANY = [*FORMULAS, *HARMLESS, *BEHIND_APOSTROPHES]


def written(*blocks: Block) -> bytes:
    return csv_table.render(Document("Title", "en", Cover("", "", "Title"), blocks)).data


def table(*rows: tuple[str, ...], **fields: str) -> Table:
    return Table(COLUMNS, tuple(tuple(plain(text) for text in row) for row in rows), **fields)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def imported(data: bytes) -> list[tuple[object, ...]]:
    return [cells for _, cells in read_delimited("x.csv", data, Watch()).rows]


def test_a_table_is_its_header_and_its_rows() -> None:
    data = written(Paragraph(plain("left out")), table(("Ada, B.", 'the "old" town'), ("عمّان", "two\nlines")))
    assert data.startswith(b"\xef\xbb\xbfName,City\r\n")
    assert data.endswith(b"\r\n")
    assert rows_of(data) == [["Name", "City"], ["Ada, B.", 'the "old" town'], ["عمّان", "two\nlines"]]


def test_every_line_ends_as_rfc_4180_has_it() -> None:
    data = written(table(("a", "b"), ("c", "d")))
    assert re.findall(rb"[^\r]\n", data) == []
    assert data.count(b"\r\n") == 3


def test_several_tables_follow_each_other_with_their_names_between() -> None:
    data = written(table(("a", "b"), name="First"), table(("c", "d"), caption="Second"), table(("e", "f")))
    assert rows_of(data) == [
        ["First"],
        ["Name", "City"],
        ["a", "b"],
        [],
        ["Second"],
        ["Name", "City"],
        ["c", "d"],
        [],
        ["Name", "City"],
        ["e", "f"],
    ]


def test_a_single_table_has_no_name_and_untitled_columns_no_header() -> None:
    assert rows_of(written(table(("a", "b"), name="Name"))) == [["Name", "City"], ["a", "b"]]
    assert rows_of(written(Table((Column(""), Column(" ")), ((plain("a"), plain("b")),)))) == [["a", "b"]]


def test_rows_have_as_many_cells_as_there_are_columns() -> None:
    uneven = table(("a",), ("b", "c", "d"))
    assert rows_of(written(uneven)) == [["Name", "City"], ["a", ""], ["b", "c\nd"]]


def test_styles_and_links_become_plain_texts() -> None:
    cell = (Run("bold", bold=True), Run(" and "), Run("", link="https://x.org"))
    assert rows_of(written(Table((Column("a"),), ((cell,),)))) == [["a"], ["bold and https://x.org"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_worked_out(text: str) -> None:
    (row,) = rows_of(written(table((text, text))))[1:]
    assert row[0].startswith("'")


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("before", ["a;", "a\n", "; ", "a;'"])
def test_no_cell_is_worked_out_where_cells_are_parted_at_semicolons(text: str, before: str) -> None:
    data = written(table(("x", before + text)))
    for cells in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not any(cell.strip().startswith(("=", "+", "-", "@", "＝")) for cell in cells)
    assert imported(data)[1:] == [("x", (before + text).strip())]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_texts_stand_as_they_are(text: str) -> None:
    (row,) = rows_of(written(table((text, "x"))))[1:]
    assert row[0] == printable(text)


def test_titles_and_names_are_no_formulas_either() -> None:
    odd = Table((Column("=1"), Column("b")), (), name="@x")
    found = rows_of(written(odd, odd))
    assert (found[0], found[1]) == (["'@x"], ["'=1", "b"])


def test_the_import_takes_exactly_the_mark_off() -> None:
    rows = [(text, f"city {number}") for number, text in enumerate(ANY)]
    assert imported(written(table(*rows))) == [
        ("Name", "City"),
        *((printable(text).strip(), city) for text, city in rows),
    ]


@given(st.text())
@settings(max_examples=300)
def test_a_mark_is_taken_off_any_text_exactly_once(text: str) -> None:
    assert unmarked(marked(text)) == text


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\"\t\r\n;, ")).map(printable)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_table_comes_back_through_the_import(rows: list[tuple[str, str]]) -> None:
    data = written(table(*rows))
    assert rows_of(data)[1:] == [[marked(text) for text in row] for row in rows]
    expected = [tuple(text.strip() for text in row) for row in rows]
    assert imported(data)[1:] == [row for row in expected if any(row)]


def test_a_paper_without_a_table_is_refused() -> None:
    with pytest.raises(Refused):
        written(Paragraph(plain("x")), Table((), ()))
