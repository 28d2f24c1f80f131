"""What is too long for its place, and papers that must fit one page."""

from __future__ import annotations

import re

import pytest

from facilitator.publishing.document import (
    Bullets,
    Column,
    Contents,
    Cover,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quotation,
    Rendering,
    Table,
    plain,
)
from facilitator.publishing.pdf.paper import A4
from tests.publishing.pdf.reading import NO_COVER, page_texts, places, rendered, text_of, written_text

PROSE = "Several cities described how neighbourhood networks made the difference between plan and practice. "


def test_long_items_and_quotations_go_on_over_pages() -> None:
    words = [f"w{number}" for number in range(1500)]
    text = plain(" ".join(words))
    rendering = rendered(
        Bullets((Item(text),)),
        Quotation(text, plain("Someone")),
        KeyFigures((KeyFigure("1", " ".join(words)),)),
    )
    found = [word for word in text_of(rendering).split() if re.fullmatch(r"w\d+", word)]
    assert found == words * 3
    assert rendering.pages > 5


@pytest.mark.parametrize("one_page", [False, True])
def test_nothing_of_a_long_cover_is_lost_or_leaves_the_page(one_page: bool) -> None:
    counts = {"s": 150, "k": 60, "t": 500, "h": 400, "d": 30, "o": 500, "c": 200, "g": 60}
    texts = {name: " ".join(f"{name}{number}" for number in range(count)) for name, count in counts.items()}
    cover = Cover(
        series=texts["s"],
        kind=texts["k"],
        title=texts["t"],
        theme=texts["h"],
        date=texts["d"],
        hosts=texts["o"],
        contact=texts["c"],
        hashtag=texts["g"],
    )
    rendering = rendered(Paragraph(plain("body")), cover=cover, one_page=one_page)
    found = set(text_of(rendering).split())
    for text in texts.values():
        assert set(text.split()) <= found
    for page in range(rendering.pages):
        for _, x, y in places(rendering, page):
            assert 0 < x < A4[0]
            assert 0 < y < A4[1]


def test_a_word_longer_than_a_line_is_broken_and_stays_on_the_page() -> None:
    long = "x" * 500
    blocks = [
        Paragraph(plain(long)),
        Table((Column("a"), Column(long)), ((plain(long), plain(long)),)),
        Heading(1, plain(long), "h"),
    ]
    rendering = rendered(*blocks)
    assert written_text(rendering).count("x") >= 5 * 500
    assert all(x < A4[0] - 60 for page in range(1, rendering.pages) for _, x, _ in places(rendering, page))


def test_a_very_long_running_header_ends_with_an_ellipsis() -> None:
    rendering = rendered(Heading(1, plain("Title " * 60), "h"), header="Header " * 60, footer="Footer " * 60)
    assert page_texts(rendering)[-1].count("…") == 3
    assert all(x < A4[0] - 60 for _, x, _ in places(rendering, rendering.pages - 1))


def test_a_one_page_paper_is_set_smaller_until_it_fits() -> None:
    def sizes(rendering: Rendering) -> float:
        body = [(y, x) for character, x, y in places(rendering, 0) if character == "§"]
        return body[0][0] - body[-1][0]

    def paper(count: int) -> Rendering:
        blocks = (*(Paragraph(plain("§ " + PROSE * 3)) for _ in range(12)), Paragraph(plain(PROSE * count)))
        return rendered(*blocks, one_page=True, cover=Cover("S", "Flash note", "Title", hashtag="#x"))

    roomy, tight, full = paper(1), paper(19), paper(60)
    assert (roomy.pages, roomy.overfull) == (1, False)
    assert (tight.pages, tight.overfull) == (1, False)
    assert sizes(tight) < sizes(roomy)
    assert (full.pages, full.overfull) == (2, True)
    assert text_of(full).count("Several cities") == 12 * 3 + 60
    assert "Page 1 of 1" in text_of(roomy)


def test_an_empty_document_has_a_cover_and_an_empty_block_takes_nothing_down() -> None:
    assert rendered().pages == 1
    assert rendered(one_page=True).pages == 1
    empty = (
        Heading(1, plain(""), "h"),
        Paragraph(()),
        Paragraph(plain("  ")),
        Bullets(()),
        Quotation(()),
        Table((), ()),
        Contents(""),
    )
    assert "Title" in text_of(rendered(*empty, cover=NO_COVER, accent="no colour"))
