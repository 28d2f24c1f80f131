"""Signs that are held up, and name cards that stand on a table."""

from __future__ import annotations

import itertools
import math

import pypdfium2
import pytest

from facilitator.publishing import colours
from facilitator.publishing.document import Block, Front, NameCard, NameCards, Rendering, Sign
from facilitator.publishing.pdf.look import Look
from facilitator.publishing.pdf.page.signs import ground_of
from tests.publishing.pdf.reading import opened, page_texts, places, rendered, text_of

CARD = 841.89 / 2  # points


def bare(*blocks: Block, **fields: object) -> Rendering:
    return rendered(*blocks, front=Front.NONE, header="header", footer="footer", **fields)


def heights(rendering: Rendering, page: int = 0) -> list[float]:
    """The heights of the letters' boxes on a page, in points."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        found = document[page].get_textpage()
        boxes = [found.get_charbox(at) for at in range(found.count_chars())]
    return [top - bottom for _, bottom, _, top in boxes if top > bottom]


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("text", ["5", "2", "1", "STOP", "Stop", "قف", "时间到"])
def test_a_time_card_is_read_from_five_metres(text: str, landscape: bool) -> None:
    # A letter is read from 200 times its height: 25 mm.
    rendering = bare(Sign(text, "minutes"), landscape=landscape)
    assert max(heights(rendering)) > 25 / 25.4 * 72
    assert text in text_of(rendering)


def test_a_sign_has_its_line_and_no_running_texts() -> None:
    (page,) = page_texts(bare(Sign("5", "minutes left")))
    assert page.split() == ["5", "minutes", "left"]


@pytest.mark.parametrize("accent", ["#0F6A8B", "#FFFFFF", "#FFE600", "#000000"])
def test_grounds_are_legible_and_each_is_darker_in_grey_than_the_one_before(accent: str) -> None:
    grounds = [ground_of(urgency, Look(accent)) for urgency in range(4)]
    for ground in grounds:
        assert colours.contrast(ground.ink, ground.paper) >= colours.LEGIBLE
    assert colours.contrast(grounds[0].frame, colours.WHITE) >= colours.LEGIBLE
    shades = [colours.luminance(ground.paper) for ground in grounds]
    assert shades == sorted(shades, reverse=True)
    assert all(upper - lower > 0.12 for upper, lower in itertools.pairwise(shades))
    assert grounds[0].paper == colours.WHITE
    assert grounds[3].ink == colours.WHITE
    assert grounds[3].paper[0] > 3 * max(grounds[3].paper[1:])
    assert (ground_of(-9, Look(accent)), ground_of(99, Look(accent))) == (grounds[0], grounds[3])


@pytest.mark.parametrize(
    "text", ["Please come to your end now", "x" * 200, "word " * 80, "字" * 300, "", " \n "]
)
def test_a_sign_of_any_length_stays_whole_on_one_page(text: str) -> None:
    rendering = bare(Sign(text, text, 3), landscape=True)
    assert (rendering.pages, rendering.notes) == (1, ())
    found = places(rendering, 0)
    assert len(found) == 2 * len("".join(text.split()))
    for _, x, y in found:
        assert 40 < x < 802
        assert 40 < y < 555


def test_a_sign_that_no_page_could_hold_is_cut_and_that_is_told() -> None:
    rendering = bare(Sign("word " * 5000))
    assert rendering.pages == 1
    assert "…" in text_of(rendering)
    assert len(rendering.notes) == 1


def test_two_cards_share_an_upright_page_and_each_name_stands_twice() -> None:
    cards = NameCards(tuple(NameCard(f"Name{number}", (f"City{number}",)) for number in range(5)))
    rendering = bare(cards, landscape=True)
    pages = page_texts(rendering)
    assert len(pages) == 3
    for number in range(5):
        assert pages[number // 2].count(f"Name{number}") == 2
        assert pages[number // 2].count(f"City{number}") == 2
    assert not any("header" in page or "footer" in page for page in pages)
    with opened(rendering) as file:
        assert {(round(float(page.MediaBox[2])), round(float(page.MediaBox[3]))) for page in file.pages} == {
            (595, 842)
        }


def test_the_upper_face_is_the_lower_one_turned_around_the_fold() -> None:
    with pypdfium2.PdfDocument(bare(NameCards((NameCard("Li Wei", ("Mayor",)),))).data) as document:
        page = document[0].render(scale=1).to_pil().convert("L")
    fold = round(CARD / 2)
    upper = page.crop((50, 0, 545, fold - 10))
    lower = page.crop((50, fold + 10, 545, 2 * fold))
    dark = [sum(1 for value in half.get_flattened_data() if value < 100) for half in (upper, lower)]
    assert dark[0] > 1000
    assert dark[0] == pytest.approx(dark[1], rel=0.02)
    turned = upper.rotate(180).getbbox(), lower.getbbox()
    assert turned[0] is not None
    ink = [
        half.point(lambda value: 255 if value < 100 else 0).getbbox() for half in (upper.rotate(180), lower)
    ]
    assert ink[0] is not None
    assert ink[1] is not None
    assert all(abs(one - two) <= 2 for one, two in zip(ink[0], ink[1], strict=True))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Ada", "en"),
        ("Maria do Rosário Conceição Silveira e Vasconcelos", "pt"),
        ("محمد بن عبد الله", "ar"),
        ("王小明", "zh"),
        ("n" * 200, "en"),
        ("A name that goes on " * 10, "en"),
        ("字" * 200, "zh"),
        ("", "en"),
    ],
)
def test_names_of_any_kind_stay_whole_within_their_faces(name: str, language: str) -> None:
    rendering = bare(NameCards((NameCard(name, ("Office", "City")),)), language=language)
    assert (rendering.pages, rendering.notes) == (1, ())
    # pdfium gives the words of a turned Arabic line in the opposite order, each of them whole.
    found = text_of(rendering).replace(" ", "")
    for part in name.split() if language == "ar" else [name.replace(" ", "")] if name else []:
        assert found.count(part) >= 2
    with pypdfium2.PdfDocument(rendering.data) as document:
        text = document[0].get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    for left, bottom, right, top in boxes:
        assert 20 < left <= right < 575
        # Nothing of a face lies on its fold or beyond the cut.
        assert not (bottom < 841.89 - CARD / 2 < top)
        assert bottom > 841.89 - CARD - 10


def test_a_short_name_is_larger_than_a_long_one_and_none_is_too_small_to_read() -> None:
    def size(name: str) -> float:
        return max(heights(bare(NameCards((NameCard(name),)))))

    assert size("Hope") > 44
    assert size("Hope") > size("Hope of a very long and winding house") > 14
    assert size("Hope of a " * 20) > 7


def test_lines_too_long_or_too_many_are_joined_or_cut_and_a_cut_is_told() -> None:
    many = bare(NameCards((NameCard("Ann", ("a1", "b2", "c3", "d4", "e5")),)))
    assert all(text_of(many).count(word) == 2 for word in ("a1", "b2", "c3", "d4", "e5"))
    assert many.notes == ()
    long = bare(NameCards((NameCard("Ann", ("Office " * 200,)),)))
    assert "…" in text_of(long)
    assert len(long.notes) == 1


def test_marks_tell_where_to_cut_and_fold() -> None:
    texts = page_texts(bare(NameCards((NameCard("Ann"), NameCard("Bea")))))
    assert texts[0].count("fold here") == 2
    assert texts[0].count("cut here") == 1


def test_three_hundred_cards_are_printed_in_order() -> None:
    cards = tuple(NameCard(f"Person{number:03}", ("City",)) for number in range(300))
    pages = page_texts(bare(NameCards(cards)))
    assert len(pages) == math.ceil(300 / 2)
    assert "Person298" in pages[149]
