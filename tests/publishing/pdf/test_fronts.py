"""How papers begin, and pages that lie on their side."""

from __future__ import annotations

import itertools
import re

import pikepdf
import pytest

from facilitator.publishing.document import (
    Column,
    Cover,
    Front,
    Heading,
    Paragraph,
    Rendering,
    Run,
    Sign,
    Table,
    plain,
)
from tests.publishing.pdf.reading import opened, page_texts, places, rendered, text_of

PROSE = "Several cities described how neighbourhood networks made the difference between plan and practice. "
COVER = Cover("The series", "Run sheet", "The title", hosts="Hosts", contact="a@b.org")


def sizes(rendering: Rendering) -> list[tuple[float, float]]:
    with opened(rendering) as file:
        return [(round(float(page.MediaBox[2])), round(float(page.MediaBox[3]))) for page in file.pages]


def body_size(rendering: Rendering) -> float:
    with opened(rendering) as file:
        return min(
            float(operands[1])
            for operands, operator in pikepdf.parse_content_stream(file.pages[1])
            if str(operator) == "Tf" and float(operands[1]) > 9
        )


def test_a_long_paper_with_a_band_goes_on_at_the_usual_size_with_running_texts() -> None:
    fields = {"cover": COVER, "header": "The header", "footer": "The footer"}
    blocks = (Heading(1, plain("Part"), "p"), Paragraph(plain(PROSE * 160)))
    banded = rendered(*blocks, front=Front.BAND, **fields)
    pages = page_texts(banded)
    assert banded.pages >= 3
    assert not banded.overfull
    assert all(word in pages[0] for word in ("The series", "Run sheet", "The title", "Several cities"))
    assert "The header" not in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "The footer" in page
        assert ("The header" in page) == (number > 1)
    assert body_size(banded) == body_size(rendered(*blocks, **fields))
    assert text_of(banded).count("Several cities") == 160


def test_a_paper_without_front_begins_with_its_first_block() -> None:
    rendering = rendered(Paragraph(plain("First words")), front=Front.NONE, cover=COVER, header="The header")
    (page,) = page_texts(rendering)
    assert "The title" not in page
    assert all(word in page for word in ("First words", "The header", "Page 1 of 1"))


@pytest.mark.parametrize("front", list(Front))
@pytest.mark.parametrize("one_page", [False, True])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_lie_on_their_side_and_nothing_leaves_them(front: Front, one_page: bool, language: str) -> None:
    rows = tuple(tuple(plain(f"r{row}c{column}") for column in range(14)) for row in range(40))
    blocks = (
        Heading(1, plain("Part"), "p"),
        Paragraph(plain(PROSE * 30)),
        Table(tuple(Column(f"C{number}") for number in range(14)), rows),
    )
    rendering = rendered(
        *blocks,
        front=front,
        one_page=one_page,
        landscape=True,
        cover=COVER,
        header="H",
        footer="F",
        language=language,
    )
    assert set(sizes(rendering)) == {(842, 595)}
    found = set(text_of(rendering).split())
    assert {f"r{row}c{column}" for row in range(40) for column in range(14)} <= found
    for page in range(rendering.pages):
        for _, x, y in places(rendering, page):
            assert 30 < x < 812
            assert 20 < y < 575


def test_a_table_is_as_wide_as_a_page_that_lies() -> None:
    table = Table((Column("a"), Column("z", numeric=True)), ((plain("l"), plain("r")),))

    def right(landscape: bool) -> float:
        return max(x for _, x, _ in places(rendered(table, landscape=landscape, front=Front.NONE), 0))

    assert right(True) - right(False) > 250


def row_heights(rendering: Rendering) -> list[float]:
    """The distances of the first letters of rows, on the pages of a paper without front."""
    found: list[float] = []
    for page in range(rendering.pages):
        tops = sorted({round(y) for letter, _, y in places(rendering, page) if letter == "§"}, reverse=True)
        found.extend(upper - lower for upper, lower in itertools.pairwise(tops))
    return found


def test_rows_are_as_high_as_they_are_asked_to_be_and_higher_where_their_text_is() -> None:
    columns = (Column("Name"), Column("Signature", 2))
    rows = (*((plain("§"), ()) for _ in range(60)), (plain("§ " + PROSE * 5), ()), (plain("§"), ()))
    rendering = rendered(Table(columns, rows, row_height=48), front=Front.NONE)
    heights = row_heights(rendering)
    assert heights.count(48) > 40
    assert max(heights) > 150
    assert text_of(rendering).count("§") == 62
    assert all("Signature" in page for page in page_texts(rendering))


@pytest.mark.parametrize("height", [0.0, 160.0, 290.0, 5000.0])
def test_high_rows_are_not_torn_and_none_is_lost(height: float) -> None:
    rows = tuple((plain(f"row{number}."),) for number in range(9))
    rendering = rendered(Table((Column("Name"),), rows, row_height=height), front=Front.NONE, landscape=True)
    assert re.findall(r"row\d\.", text_of(rendering)) == [f"row{number}." for number in range(9)]
    rules = 0
    with opened(rendering) as file:
        for page in file.pages:
            content = pikepdf.parse_content_stream(page)
            boxes = [[float(value) for value in box] for box, name in content if str(name) == "re"]
            rules += sum(1 for _, y, width, thickness in boxes if width > 700 and thickness < 1 and y < 520)
            assert all(y > 40 for _, y, _, _ in boxes)
    assert rules == 9


def test_bold_runs_in_cells_are_bold() -> None:
    table = Table((Column("a"),), ((((Run("plain "), Run("bold", bold=True))),),))
    with opened(rendered(table, front=Front.NONE)) as file:
        assert "SourceSans3-Bold" in repr([font.BaseFont for font in file.pages[0].Resources.Font.values()])


def test_a_sign_in_a_paper_has_a_page_of_its_own_between_others() -> None:
    blocks = (Paragraph(plain("before")), Sign("5"), Sign("2"), Paragraph(plain("after")))
    for front, first in ((Front.PAGE, 1), (Front.BAND, 0), (Front.NONE, 0)):
        pages = page_texts(rendered(*blocks, front=front, footer="foot"))[first:]
        assert len(pages) == 4
        assert ("before" in pages[0], "after" in pages[3]) == (True, True)
        assert [page.strip() for page in pages[1:3]] == ["5", "2"]
        assert "foot" in pages[3]


def test_a_band_stays_alone_on_its_page_before_a_sign() -> None:
    pages = page_texts(rendered(Sign("5"), front=Front.BAND, cover=COVER))
    assert ["The title" in page for page in pages] == [True, False]
