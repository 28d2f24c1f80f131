"""Tables and charts on the page."""

from __future__ import annotations

import re

import pikepdf
import pytest

from facilitator.publishing.document import (
    Bar,
    Bars,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
    plain,
)
from tests.publishing.pdf.reading import opened, page_texts, places, rendered


def test_a_table_repeats_its_header_and_keeps_every_row() -> None:
    columns = (Column("City", 2), Column("People", numeric=True))
    rows = tuple((plain(f"City {number}"), plain(str(number * 1000))) for number in range(1, 201))
    pages = page_texts(rendered(Table(columns, rows, caption="All cities")))
    with_rows = [page for page in pages if re.search(r"City \d", page)]
    assert len(with_rows) >= 4
    assert all("People" in page for page in with_rows)
    whole = " ".join(" ".join(pages).split())
    assert all(f"City {number} {number * 1000}" in whole for number in range(1, 201))


def test_numbers_end_at_one_edge() -> None:
    rows = tuple((plain("row"), plain(text)) for text in ("7", "1 234", "88 888", "0"))
    rendering = rendered(Table((Column("a"), Column("b", numeric=True)), rows))
    ends: dict[float, float] = {}
    for character, x, y in places(rendering, 1):
        if character.isdigit() and y > 100:
            ends[round(y)] = max(x, ends.get(round(y), 0.0))
    assert len(ends) == 4
    assert max(ends.values()) - min(ends.values()) < 1


def test_columns_run_from_the_right_in_an_arabic_document() -> None:
    table = Table((Column("A"), Column("B")), ((plain("first"), plain("second")),))
    left = {character: x for character, x, _ in places(rendered(table), 1) if character in "AB"}
    right = {
        character: x for character, x, _ in places(rendered(table, language="ar"), 1) if character in "AB"
    }
    assert left["A"] < left["B"]
    assert right["A"] > right["B"]


def test_a_cell_of_three_pages_is_printed_whole() -> None:
    words = [f"w{number}" for number in range(2400)]
    rows = ((plain("before"), plain(" ".join(words))), (plain("after"), plain("end")))
    rendering = rendered(Table((Column("Narrow"), Column("Wide", 3)), rows))
    pages = page_texts(rendering)
    assert rendering.pages >= 4
    found = " ".join(pages).split()
    assert [word for word in found if re.fullmatch(r"w\d+", word)] == words
    assert (found.count("before"), found.count("after")) == (1, 1)
    assert all("Narrow" in page for page in pages if re.search(r"w\d+", page))


def test_bars_are_as_long_as_their_values() -> None:
    bars = Bars("Minutes", tuple(Bar(str(value), value, "") for value in (40, 20, 0, float("nan"), -3)), "")
    with opened(rendered(bars, accent="#104060")) as file:
        boxes = [
            [float(operand) for operand in operands]
            for operands, operator in pikepdf.parse_content_stream(file.pages[1])
            if str(operator) == "re"
        ]
    widths = [width for _, _, width, height in boxes if height == 9]
    track = widths[0]
    assert widths == pytest.approx([track, track, track, track / 2, track, track, track], abs=0.02)


def test_bars_can_be_shares_of_a_whole() -> None:
    def longest(whole: float) -> float:
        with opened(rendered(Bars("Share", (Bar("a", 30, ""), Bar("b", 10, "")), "", whole))) as file:
            content = pikepdf.parse_content_stream(file.pages[1])
            boxes = [
                [float(operand) for operand in operands] for operands, name in content if str(name) == "re"
            ]
        return [width for _, _, width, height in boxes if height == 9][1]

    assert longest(60) == pytest.approx(longest(0) / 2, abs=0.02)


def test_a_short_table_stands_on_one_page_with_its_heading_and_the_line_above_it() -> None:
    columns = (Column("Name"),)
    rows = tuple(((Run(f"row{n}"),),) for n in range(3))
    for before in range(20, 45):
        filler = tuple(Paragraph((Run(f"line {n}"),)) for n in range(before))
        short = Table(columns, rows, lead=(Run("Moderator"),))
        pages = page_texts(rendered(*filler, Heading(2, (Run("Housing"),), "h"), short))
        (whole,) = [page for page in pages if "Housing" in page]
        assert all(told in whole for told in ("Moderator", "row0", "row1", "row2"))
