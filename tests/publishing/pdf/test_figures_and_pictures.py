"""Comparisons, maps, pictures and two languages side by side, read back from the file."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from PIL import Image

from facilitator.publishing.document import (
    Beside,
    Comparison,
    Contents,
    Heading,
    Illustration,
    Pair,
    Paragraph,
    Picture,
    Rendering,
    Spot,
    SpotMap,
    plain,
)
from tests.publishing.pdf.reading import opened, page_texts, rendered, text_of

VOICES = Comparison(
    "Voices",
    ("heads", "minutes"),
    (Pair("Women", 1, 30, "1 (25 %)", "30 min"), Pair("Men", 3, 90, "3 (75 %)", "90 min")),
    "",
)


def picture(width: int, height: int, *, format_: str = "PNG") -> Picture:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#224466").save(target, format_)
    return Picture(target.getvalue(), "A whiteboard")


def grey(rendering: Rendering, page: int = 1) -> Image.Image:
    with pypdfium2.PdfDocument(rendering.data) as document:
        return document[page].render(scale=2).to_pil().convert("L")


def images(rendering: Rendering) -> list[pikepdf.Object]:
    with opened(rendering) as file:
        return [
            one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]


def test_a_comparison_tells_both_series_in_words() -> None:
    text = text_of(rendered(VOICES))
    for words in ("Voices", "heads", "minutes", "Women", "1 (25 %)", "30 min", "3 (75 %)", "90 min"):
        assert words in text


def test_charts_and_maps_are_no_pictures_of_points() -> None:
    spots = SpotMap("Cities heard", (Spot("Quito", -0.2, -78.5), Spot("Milan", 45.5, 9.2)), "Two cities")
    assert images(rendered(VOICES, spots)) == []


def test_the_two_series_differ_in_grey_though_both_are_as_long() -> None:
    same = Comparison("", ("a", "b"), (Pair("x", 5, 5, "", ""),), "", shared_scale=True)
    shown = grey(rendered(same))
    rows = [[shown.getpixel((x, y)) for x in range(shown.width)] for y in range(150, 400)]
    half = shown.width * 6 // 10
    dark = [
        max(sum(value < 140 for value in row[part]) for row in rows)
        for part in (slice(0, half), slice(half, None))
    ]
    assert dark[0] > 100
    assert 0.2 < dark[1] / dark[0] < 0.8


def test_a_map_names_its_places_and_those_that_it_has_no_room_for() -> None:
    spots = tuple(Spot(f"Town {number}", 10 + number / 100, 20.0) for number in range(8))
    text = text_of(rendered(SpotMap("Cities heard", spots, "Eight towns", ("Elsewhere",))))
    for name in ("Cities heard", "Elsewhere", *(spot.label for spot in spots)):
        assert name in text


def test_a_picture_is_no_wider_than_the_text_and_keeps_its_caption_beside_it() -> None:
    wide = rendered(
        *(Paragraph(plain("Words. " * 60)),) * 9, Illustration(picture(3000, 1800), plain("The caption"))
    )
    texts = page_texts(wide)
    with pypdfium2.PdfDocument(wide.data) as document:
        shown = [
            (number, one.get_bounds())
            for number, page in enumerate(document)
            for one in page.get_objects()
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
        margin = document[0].get_width()
    ((number, (left, _, right, _)),) = shown
    assert 0 < left < right < margin
    assert "The caption" in texts[number]


def test_a_small_picture_is_not_blown_up() -> None:
    small = rendered(Illustration(picture(60, 30)))
    with pypdfium2.PdfDocument(small.data) as document:
        (shown,) = [
            one.get_bounds()
            for page in document
            for one in page.get_objects()
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
    assert shown[2] - shown[0] < 60


def test_a_broken_picture_is_told_and_its_description_printed() -> None:
    made = rendered(Illustration(Picture(b"none", "A whiteboard"), plain("The caption")))
    assert made.notes
    assert "A whiteboard" in text_of(made)
    assert "The caption" in text_of(made)


def test_a_huge_picture_is_printed_and_the_file_stays_small() -> None:
    target = io.BytesIO()
    Image.new("1", (20_000, 8_000)).save(target, "PNG")
    made = rendered(Illustration(Picture(target.getvalue(), "Huge")))
    assert len(images(made)) == 1
    assert len(made.data) < 300_000


def test_two_languages_stand_side_by_side_and_each_pair_begins_at_one_height() -> None:
    pairs = tuple(
        ((Paragraph(plain(f"English {number}. " * times)),), (Paragraph(plain(f"Texto {number}. ")),))
        for number, times in ((1, 1), (2, 40), (3, 1))
    )
    made = rendered(Beside("es", pairs))
    with pypdfium2.PdfDocument(made.data) as document:
        page = document[1].get_textpage()
        places = {
            words: page.get_charbox(page.search(words).get_next()[0])
            for words in ("English 1", "Texto 1", "English 2", "Texto 2", "English 3", "Texto 3")
        }
    for number in (1, 2, 3):
        one, other = places[f"English {number}"], places[f"Texto {number}"]
        assert abs(one[1] - other[1]) < 4
        assert one[0] < other[0]


def test_a_language_from_the_right_is_set_to_the_right_on_its_side() -> None:
    made = rendered(Beside("ar", (((Paragraph(plain("Hello")),), (Paragraph(plain("مرحبا")),)),)))
    shown = grey(made)
    dark = [
        x for x in range(shown.width) for y in range(120, shown.height // 2) if shown.getpixel((x, y)) < 100
    ]
    assert min(dark) < 200
    assert max(dark) > shown.width - 200


def test_the_contents_know_the_page_of_a_heading_that_stands_beside_another() -> None:
    beside = Beside("fr", (((Heading(1, plain("Lessons"), "l"),), (Heading(1, plain("Leçons"), "l2"),)),))
    first = page_texts(rendered(Contents("Contents"), beside))[1]
    assert "Lessons 3" in " ".join(first.split())
    assert "Leçons" not in first
