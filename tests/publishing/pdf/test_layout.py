"""Where things stand on the page: contents, running lines, tables, headings, and what is too long for its place."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from facilitator.publishing.document import (
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    plain,
)
from tests.publishing.pdf.reading import (
    page_texts,
    rendered,
    shown_pages,
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


def test_contents_without_headings_take_no_page() -> None:
    assert rendered(Contents("Contents"), Paragraph(plain("x"))).pages == 2
