"""Words divided at the ends of lines, by their language, and read back whole."""

from __future__ import annotations

import random
import re
import subprocess
import sys

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.publishing.document import (
    Beside,
    Block,
    Bullets,
    Column,
    Heading,
    Item,
    Paragraph,
    Quotation,
    Rendering,
    Run,
    Table,
    plain,
)
from facilitator.publishing.pdf.text.hyphenation import divisions
from tests.publishing.pdf.reading import rendered, shown_pages, text_of

PROSE = {
    "en": "the intermunicipal governments of metropolitan territories immediately strengthened neighbourhood "
    "administrations collaborating internationally towards accessible infrastructure",
    "fr": "les gouvernements intermunicipaux des territoires métropolitains renforcèrent immédiatement "
    "l’administration des quartiers en collaborant internationalement",
    "es": "los gobiernos intermunicipales de los territorios metropolitanos reforzaron inmediatamente las "
    "administraciones colaborando internacionalmente",
    "pt": "os governos intermunicipais dos territórios metropolitanos reforçaram imediatamente as administrações "
    "colaborando internacionalmente",
    "ru": "межмуниципальные правительства и администрации метрополитенских территорий незамедлительно усилили "
    "администрирование, так как это для них ответственность",
}
_DIVIDED = re.compile(r"(\w+)\x02(\w+)")


def divided(rendering: Rendering) -> list[tuple[str, str]]:
    """Each divided word in its two parts, as pdfium tells them from words of their own."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return _DIVIDED.findall(text)


def hyphens(rendering: Rendering) -> int:
    """How many hyphens the program put at ends of lines."""
    return sum(span == "\u00ad" for page in shown_pages(rendering) for *_, span in page)


def cell(text: str, share: float = 1.0) -> Table:
    """The text in a narrow column."""
    return Table((Column("", share), Column("", 4)), ((plain(text), plain("–")),))


@pytest.mark.parametrize("language", PROSE)
def test_a_narrow_cell_divides_words_by_the_papers_language_and_reads_them_back_whole(language: str) -> None:
    rendering = rendered(cell(PROSE[language]), language=language)
    parts = divided(rendering)
    assert len(parts) == hyphens(rendering) > 0
    assert all(len(first) >= 3 and len(rest) >= 3 for first, rest in parts)
    found = text_of(rendering)
    assert PROSE[language] in found


@pytest.mark.parametrize("language", ["ar", "zh", "qps", ""])
def test_a_language_without_patterns_divides_no_word(language: str) -> None:
    assert divisions("internationally", language) == ()
    assert not hyphens(rendered(cell(PROSE["en"], 1.4), language=language))


def test_a_passage_is_divided_by_its_own_language() -> None:
    text = "ответственность " * 12
    assert divided(rendered(Table((Column("", 1), Column("", 3)), (((Run(text, language="ru"),), ()),))))
    assert not divided(rendered(Table((Column("", 1), Column("", 3)), ((plain(text), ()),))))


def test_words_of_a_note_in_another_language_than_the_paper_are_left_whole() -> None:
    for language, other in (("fr", "en"), ("en", "fr"), ("es", "pt"), ("pt", "es")):
        assert divided(rendered(cell(PROSE[language]), language=language))
        assert not hyphens(rendered(cell(PROSE[other], 1.4), language=language)), (language, other)


def test_a_passage_beside_the_first_language_is_divided_by_what_it_was_said_to_be_in() -> None:
    words = plain("internationalisation infrastructural " * 12)
    pair = ((Paragraph(plain("Kurz.")),), (Paragraph(words),))
    assert divided(rendered(Beside("en", (pair,)), language="de"))
    assert not hyphens(rendered(Paragraph(words), language="de"))


def test_body_text_items_and_quotations_are_divided() -> None:
    text = "a b " + "the infrastructural internationalisation " * 30
    for block in (Paragraph(plain(text)), Bullets((Item(plain(text)),)), Quotation(plain(text), ())):
        assert divided(rendered(block)), block


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, plain("administrations infrastructural collaborating " * 4), "h"),
        cell("Administrations Infrastructural Collaborating " * 6, 1.4),
        cell("NEIGHBOURHOOD " * 12, 1.4),
        cell("an example.org/infrastructural or file-infrastructural1 " * 6, 2),
        Table(
            (Column("", 1.4), Column("", 4)),
            (((Run(PROSE["en"], link="https://example.org/"),), ()),),
        ),
        Table(
            (Column("", 1.4, numeric=True), Column("", 4)),
            ((plain(PROSE["en"]), ()),),
        ),
    ],
    ids=["heading", "names", "capitals", "addresses", "link", "figures"],
)
def test_headings_names_links_and_figures_are_left_whole(block: Block) -> None:
    assert not hyphens(rendered(block))


def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen_and_never_the_last_but_one() -> None:
    rendering = rendered(cell("infrastructural collaborating internationalisation of the " * 8, 1.1))
    with pypdfium2.PdfDocument(rendering.data) as document:
        text = document[1].get_textpage().get_text_bounded().replace("\r\n", "\n")
    lines = text.replace("\x02", "\x02\n").split("\n")
    ends = "".join("-" if line.endswith("\x02") else "." for line in lines)
    assert "-" in ends
    assert "---" not in ends
    short = rendered(cell("of the infrastructural collaborating", 1.2))
    assert not divided(short)


def test_a_page_does_not_end_in_the_middle_of_a_word() -> None:
    words = ("internationalisation", "infrastructural", "neighbourhood", "of", "the")
    drawn = random.Random(33)
    texts = [" ".join(drawn.choices(words, k=250)) for _ in range(20)]
    rendering = rendered(*map(Paragraph, map(plain, texts)))
    parts = divided(rendering)
    assert rendering.pages > 8
    assert len(parts) == hyphens(rendering) > 20
    assert {first + rest for first, rest in parts} <= set(words)


def test_a_word_wider_than_its_column_is_divided_and_not_cut() -> None:
    rendering = rendered(
        Table((Column("Ответственность", 0.55), Column("", 4)), ((plain("1"), ()),)), language="ru"
    )
    assert divided(rendering)
    assert "Ответственность" in text_of(rendering)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PROSE)), st.data(), st.floats(0.8, 4))
def test_any_words_in_any_width_are_read_back_as_they_are(
    language: str, drawn: st.DataObject, share: float
) -> None:
    words = drawn.draw(st.lists(st.sampled_from(PROSE[language].split()), min_size=1, max_size=40))
    rendering = rendered(cell(" ".join(words), share), language=language)
    assert " ".join(words) in text_of(rendering)


def test_the_same_paper_is_divided_alike() -> None:
    one, other = (rendered(cell(PROSE["fr"]), language="fr") for _ in range(2))
    assert one.data == other.data


def test_patterns_are_read_when_a_line_needs_them() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from tests.publishing.pdf.reading import rendered\n"
            "from facilitator.publishing.document import Paragraph, plain\n"
            "rendered(Paragraph(plain('One line')))\n"
            "print('pyphen' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
