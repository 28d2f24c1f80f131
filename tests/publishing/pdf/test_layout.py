"""Where things stand on the page: contents, running lines, tables, headings, and what is too long for its place."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2
import pytest

from facilitator.publishing.document import (
    Bar,
    Bars,
    Bullets,
    Column,
    Contents,
    Cover,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Quotation,
    Rendering,
    Run,
    Table,
    plain,
)
from facilitator.publishing.pdf.canvas import A4
from tests.publishing.pdf.reading import (
    NO_COVER,
    opened,
    page_texts,
    rendered,
    shown_pages,
    text_of,
    written_text,
)

PROSE = "Several cities described how neighbourhood networks made the difference between plan and practice. "


def heading(level: int, title: str) -> Heading:
    return Heading(level, plain(title), title)


def report(parts: int) -> list[Heading | Paragraph]:
    blocks: list[Heading | Paragraph] = []
    for part in range(1, parts + 1):
        blocks.append(heading(1, f"Part {part}."))
        blocks.append(Paragraph(plain(PROSE * (part % 5 + 1))))
        blocks.append(heading(2, f"Section {part}.1"))
        blocks.append(Paragraph(plain(PROSE * (part % 7 + 2))))
    return blocks


def places(rendering: Rendering, page: int) -> list[tuple[str, float, float]]:
    """Each character on a page with its left edge and its height from the foot, in points."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        found = document[page].get_textpage()
        boxes = [(found.get_text_range(at, 1), found.get_charbox(at)) for at in range(found.count_chars())]
        return [(character, box[0], box[1]) for character, box in boxes if not character.isspace()]


def test_contents_give_the_page_on_which_each_heading_stands() -> None:
    rendering = rendered(Contents("What is inside"), *report(40))
    pages = page_texts(rendering)
    first_body = next(at for at, page in enumerate(pages) if PROSE.split()[0] in page)
    listing = " ".join(" ".join(pages[1:first_body]).split())
    for part in range(1, 41):
        for title in (f"Part {part}.", f"Section {part}.1"):
            told = re.search(rf"{re.escape(title)} (\d+)(?= |$)", listing)
            assert told, title
            assert title in pages[int(told[1]) - 1], title


def test_contents_and_bookmarks_lead_to_their_headings() -> None:
    blocks = [
        Contents("Contents"),
        *report(12),
        Paragraph((Run("go", target="Section 5.1"), Run("no", target="?"))),
    ]
    rendering = rendered(*blocks)
    pages = page_texts(rendering)
    with pypdfium2.PdfDocument(rendering.data) as document:
        outline = [
            (entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()
        ]
    assert [(level, title) for level, title, _ in outline[:3]] == [
        (0, "Part 1."),
        (1, "Section 1.1"),
        (0, "Part 2."),
    ]
    assert len(outline) == 24
    for _, title, index in outline:
        assert title in pages[index]


def test_bookmarks_leave_no_level_out_and_take_titles_as_they_are() -> None:
    titles = [(3, "Deep"), (1, "Q&A <x>"), (3, "Deeper"), (2, "مرحبا"), (4, "two\nlines")]
    rendering = rendered(*(heading(level, title) for level, title in titles))
    with pypdfium2.PdfDocument(rendering.data) as document:
        outline = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert outline == [(0, "Deep"), (0, "Q&A <x>"), (1, "Deeper"), (1, "مرحبا"), (2, "two lines")]


def test_every_page_but_the_cover_tells_its_number_and_their_count() -> None:
    rendering = rendered(*report(20), header="Learning 2020", footer="The hosts")
    pages = page_texts(rendering)
    assert len(pages) == rendering.pages > 4
    for number, page in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in page
        assert "Learning 2020" in page
        assert "The hosts" in page
    assert "Page" not in pages[0]


def test_the_running_header_names_the_part_of_the_page() -> None:
    rendering = rendered(
        heading(1, "First part"), Paragraph(plain(PROSE * 90)), PageBreak(), heading(1, "Second part")
    )
    pages = page_texts(rendering)
    assert [page.split("\n")[0].strip() for page in pages[1:]] == [
        "First part",
        "First part",
        "First part",
        "Second part",
    ]


@pytest.mark.parametrize("filler", range(1, 60, 2))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(filler: int) -> None:
    blocks = [
        Paragraph(plain("x\n" * filler)),
        heading(1, "Upper"),
        heading(2, "Lower"),
        Paragraph(plain(PROSE * 5)),
    ]
    pages = page_texts(rendered(*blocks))
    with_heading = next(page for page in pages[1:] if "Upper" in page)
    assert "Lower" in with_heading
    assert "Several cities" in with_heading


@pytest.mark.parametrize("filler", range(30, 46))
def test_no_paragraph_leaves_a_single_line_on_a_page(filler: int) -> None:
    rendering = rendered(Paragraph(plain("x\n" * filler)), Paragraph(plain(PROSE * 8)))
    for page in shown_pages(rendering)[1:]:
        baselines = sorted({round(baseline, 1) for _, _, baseline, _ in page if 76 < baseline < 770})
        assert len(baselines) >= 2


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
        heading(1, long),
    ]
    rendering = rendered(*blocks)
    assert written_text(rendering).count("x") >= 5 * 500
    assert all(x < A4[0] - 60 for page in range(1, rendering.pages) for _, x, _ in places(rendering, page))


def test_a_very_long_running_header_ends_with_an_ellipsis() -> None:
    rendering = rendered(heading(1, "Title " * 60), header="Header " * 60, footer="Footer " * 60)
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
        heading(1, ""),
        Paragraph(()),
        Paragraph(plain("  ")),
        Bullets(()),
        Quotation(()),
        Table((), ()),
        Contents(""),
    )
    assert "Title" in text_of(rendered(*empty, cover=NO_COVER, accent="no colour"))


def test_contents_without_headings_take_no_page() -> None:
    assert rendered(Contents("Contents"), Paragraph(plain("x"))).pages == 2
