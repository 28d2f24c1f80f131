"""HTML is read back with a parser: what a reader sees and hears must be what was written, and nothing else runs."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facilitator.publishing import html
from facilitator.publishing.document import (
    Bar,
    Bars,
    Beside,
    Block,
    Bullets,
    Column,
    Comparison,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    Illustration,
    Item,
    KeyFigure,
    KeyFigures,
    Pair,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Spot,
    SpotMap,
    Table,
    plain,
)
from facilitator.publishing.plain_text import printable

_VOID = {"meta", "img", "br", "rect", "path", "circle"}


class Reading(HTMLParser):
    """What a file says, its elements with their attributes, and whether each is closed."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "br":
            self.said.append("\n")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)

    def all(self, tag: str) -> Iterator[dict[str, str]]:
        return (attributes for name, attributes in self.elements if name == tag)


def read(*blocks: Block, language: str = "en", **cover: str) -> Reading:
    front = Cover("Series", "Briefing", cover.get("title", "A title"))
    return Reading(html.render(Document("Title", language, front, blocks)).data)


def png(width: int = 40, height: int = 20) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#336699").save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Q&A <b>x</b> \"y\" 'z'",
        "&amp; &#65;",
        "]]> <!-- -->",
        "عمّان 武汉 👩‍👩‍👧",
        "</style>",
    ],
)
def test_what_was_typed_is_shown_as_typed_and_is_no_markup(text: str) -> None:
    page = read(
        Heading(1, plain(text), "k"),
        Paragraph(plain(text)),
        Facts(((text, plain(text)),)),
        Table((Column(text),), ((plain(text),),), caption=text),
        Bars(text, (Bar(text, 1, text),), text),
        title=text,
    )
    assert page.text.count(printable(text)) == 11
    assert not list(page.all("script"))
    assert not list(page.all("b"))


@given(st.text())
def test_any_text_at_all_makes_a_file_that_reads_back(text: str) -> None:
    page = read(Paragraph((Run(text, bold=True), Run(text, link=text, language=text))), title=text)
    if printable(text).strip():
        assert printable(text).replace("\r", "") in page.text


def test_only_addresses_that_may_be_opened_are_links_and_the_others_stay_text() -> None:
    page = read(
        Heading(1, plain("There"), "there"),
        Paragraph(
            (
                Run("a", link="https://example.org/?a=1&b=2"),
                Run("b", link="javascript:alert(1)"),
                Run("c", target="there"),
                Run("d", target="nowhere"),
            )
        ),
    )
    assert [link["href"] for link in page.all("a")] == ["https://example.org/?a=1&b=2", "#part-1"]
    assert "abcd" in page.text


def test_contents_lead_to_the_headings_which_have_one_order() -> None:
    page = read(
        Contents("Contents"),
        Heading(1, plain("One"), "same"),
        Heading(2, plain("Two"), 'k"><script>'),
        Beside("ar", (((Heading(2, plain("Three"), "three"),), (Heading(2, plain("ثلاثة"), "three-2"),)),)),
    )
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert [link["href"] for link in page.all("a")] == [f"#{one}" for one in ids]
    assert len(set(ids)) == len(ids) == 3
    assert len(list(page.all("h1"))) == 1


def test_languages_and_directions_of_the_page_and_of_passages_are_told() -> None:
    page = read(
        Paragraph((Run("Bonjour", language="fr"), Run("x", language='fr" onload="alert(1)'))), language="ar"
    )
    assert next(page.all("html")) == {"lang": "ar", "dir": "rtl"}
    assert list(page.all("span")) == [{"lang": "fr", "dir": "ltr"}]


def test_words_are_divided_in_prose_and_never_in_headings_links_or_figures() -> None:
    style = html.render(Document("Title", "fr", Cover("", "", "Title"), ())).data.decode()
    found = re.findall(r"^([^{}\n]+) \{ hyphens: (auto|manual);", style, re.MULTILINE)
    rules = {kind: names for names, kind in found}
    assert {"p", "li", "td"} <= set(rules["auto"].split(", "))
    assert {"a", "h1", "h2", "th", ".number"} <= set(rules["manual"].split(", "))


def test_tables_tell_their_headers_and_caption() -> None:
    page = read(
        Table(
            (Column("City"), Column("Share", numeric=True)),
            ((plain("Quito"), plain("12")),),
            caption="Shares",
        )
    )
    assert [head["scope"] for head in page.all("th")] == ["col", "col"]
    assert "Shares" in page.text
    assert next(page.all("div"))["aria-label"] == "Shares"


def test_charts_say_every_number_in_words() -> None:
    page = read(
        KeyFigures((KeyFigure("8", "cities heard"),)),
        Bars("Themes", (Bar("Finance", 5, "5 (83 %)"), Bar("None", 0, "0")), ""),
        Comparison("Voices", ("heads", "minutes"), (Pair("Women", 1, 30, "1 (50 %)", "30 min"),), ""),
    )
    for words in (
        "8",
        "cities heard",
        "Finance",
        "5 (83 %)",
        "heads",
        "minutes",
        "Women",
        "1 (50 %)",
        "30 min",
    ):
        assert words in page.text
    assert [re.sub("[^0-9.]", "", bar["style"]) for bar in page.all("i")] == ["66.0", "0.0", "42.0", "42.0"]


def test_a_map_has_its_alternative_and_names_every_place_once() -> None:
    spots = tuple(Spot(f"Place {number}", 10 + number / 50, 20.0) for number in range(9))
    page = read(SpotMap("Cities", (*spots, Spot("Quito", -0.2, -78.5)), "Ten cities", ("Elsewhere",)))
    assert next(page.all("svg"))["aria-label"] == "Ten cities"
    for name in (*(spot.label for spot in spots), "Quito", "Elsewhere"):
        assert page.text.count(name) == 1, name


def test_a_picture_is_in_the_file_without_what_a_camera_left_in_it() -> None:
    target, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "taken by Zora Zenith"
    Image.new("RGB", (60, 30), "#336699").save(target, "JPEG", exif=exif)
    page = read(Illustration(Picture(target.getvalue(), "The wall"), plain("Caption")))
    (image,) = page.all("img")
    data = base64.b64decode(image["src"].partition(",")[2])
    assert image["alt"] == "The wall"
    assert b"Zora" not in data
    assert Image.open(io.BytesIO(data)).size == (60, 30)
    assert "Caption" in page.text


def test_a_broken_picture_is_told_and_its_description_stands_there() -> None:
    document = Document("T", "en", Cover("", "", "T"), (Illustration(Picture(b"no picture", "The wall")),))
    made = html.render(document)
    assert "The wall" in Reading(made.data).text
    assert made.notes


def test_a_huge_picture_is_made_as_small_as_a_page_needs_it() -> None:
    target = io.BytesIO()
    Image.new("1", (20_000, 8_000)).save(target, "PNG")
    page = read(Illustration(Picture(target.getvalue(), "Huge")))
    assert next(page.all("img"))["width"] == "1600"


def test_a_picture_of_more_pixels_than_memory_takes_is_told_in_words() -> None:
    target = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(target, "PNG")
    page = read(Illustration(Picture(target.getvalue(), "Far too huge")))
    assert not list(page.all("img"))
    assert "Far too huge" in page.text


def test_the_same_document_gives_the_same_bytes_and_nothing_from_elsewhere() -> None:
    document = Document(
        "T",
        "en",
        Cover("S", "K", "T", logos=(Picture(png(), "Logo"),)),
        (Quotation(plain("We count."), plain("Mayor")), Bullets((Item(plain("One")),), ordered=True)),
    )
    first = html.render(document).data
    assert first == html.render(document).data
    page = Reading(first)
    assert not list(page.all("link"))
    assert all(image["src"].startswith("data:") for image in page.all("img"))
    assert b"url(" not in first
    assert "default-src 'none'" in next(one["content"] for one in page.all("meta") if "http-equiv" in one)
