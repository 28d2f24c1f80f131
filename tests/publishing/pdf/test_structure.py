"""What a PDF tells those who listen to it: every block as what it is, in reading order, and nothing twice."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facilitator.publishing import pdf
from facilitator.publishing.document import (
    Attachment,
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
    Front,
    Heading,
    Illustration,
    Item,
    KeyFigure,
    KeyFigures,
    NameCard,
    NameCards,
    Pair,
    Paragraph,
    Picture,
    Quotation,
    Rendering,
    Run,
    Sign,
    Spot,
    SpotMap,
    Table,
    plain,
    record,
)
from tests.publishing.pdf.reading import DATE, opened, rendered
from tests.publishing.pdf.structure import Element, structure, untold

VALIDATOR = os.environ.get("VERAPDF", "") or shutil.which("verapdf")
"""A program that takes flavours (``ua1,2a``) and files, and ends with 0 where all keep them."""


def png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (90, 40), "#224466").save(target, "PNG")
    return target.getvalue()


def one_of_each(language: str = "en") -> tuple[Block, ...]:
    words = "كلمات على الصفحة" if language == "ar" else "Words on the page"
    return (
        Contents("Contents"),
        Heading(1, plain(f"{words} 1"), "one"),
        Paragraph(
            (Run(f"{words}, "), Run("the guide", link="https://example.org/"), Run(" مرحبا", language="ar"))
        ),
        Bullets((Item(plain("First")), Item((Run("Second", target="one"),))), ordered=True),
        Heading(3, plain("Deeper"), "deeper"),
        Quotation(plain("We count."), plain("Mayor")),
        Table(
            (Column("City"), Column("Share", numeric=True)), ((plain("Quito"), plain("12")), ((), plain("3")))
        ),
        Facts((("Date", plain("9 April")),)),
        KeyFigures((KeyFigure("8", "cities"),)),
        Bars("Themes", (Bar("Finance", 2, "2"),), "Finance 2"),
        Comparison("Voices", ("heads", "minutes"), (Pair("Women", 1, 30, "1", "30"),), ""),
        SpotMap("Heard", (Spot("Quito", -0.2, -78.5),), "A map with Quito"),
        Illustration(Picture(png(), "A wall"), plain("The caption")),
        Beside("es", (((Paragraph(plain("Hello")),), (Paragraph(plain("Hola")),)),)),
    )


def told(*blocks: Block, language: str = "en", **fields: object) -> Element:
    return structure(rendered(*blocks, language=language, **fields))


def kinds(*blocks: Block) -> list[object]:
    """The kinds of what a document of these blocks tells behind its cover."""
    return told(*blocks).outline()[2:]


def test_each_block_is_told_as_what_it_is() -> None:
    assert kinds(Paragraph(plain("x"))) == [["P"]]
    assert kinds(Bullets((Item(plain("x")),))) == [["L", ["LI", ["Lbl"], ["LBody"]]]]
    assert kinds(Quotation(plain("x"), plain("y"))) == [["BlockQuote", ["P"], ["P"]]]
    assert kinds(Facts((("a", plain("b")),))) == [["Table", ["TR", ["TH"], ["TD"]]]]
    assert kinds(Table((Column("a"), Column("b")), ((plain("c"), ()),), caption="d")) == [
        ["Table", ["Caption"], ["TR", ["TH"], ["TH"]], ["TR", ["TD"], ["TD"]]]
    ]
    assert kinds(Bars("a", (Bar("b", 1, "c"),), "")) == [["P"], ["Table", ["TR", ["TH"], ["TD"]]]]
    assert kinds(Illustration(Picture(png(), "a"), plain("b"))) == [["Figure"], ["P"]]
    assert kinds(SpotMap("", (Spot("Quito", 0, 0),), "a")) == [["Figure"]]
    assert kinds(Contents("c"), Heading(1, plain("x"), "k")) == [
        ["H1"],
        ["TOC", ["TOCI", ["Reference", ["Link"]]]],
        ["H1"],
    ]


def test_headings_leave_no_level_out_whatever_the_blocks_say() -> None:
    found = told(
        *(Heading(level, plain(f"h{level}"), str(at)) for at, level in enumerate((3, 5, 1, 2, 6, 2)))
    )
    assert [one.kind for one in found.all("H1", "H2", "H3", "H4", "H5", "H6")] == [
        "H1",
        "H2",
        "H1",
        "H2",
        "H3",
        "H2",
    ]


def test_what_is_told_is_all_that_is_said_in_reading_order() -> None:
    text = " ".join(told(*one_of_each()).text.split())
    order = ("Words on the page 1", "the guide", "First", "Second", "Deeper", "We count.", "Mayor", "City")
    order += (
        "Quito",
        "12",
        "9 April",
        "cities",
        "Finance",
        "heads",
        "Women",
        "30",
        "The caption",
        "Hello",
        "Hola",
    )
    places = [text.index(words, text.index("Deeper") if words == "Quito" else 0) for words in order]
    assert places == sorted(places)


def test_links_are_told_with_their_words_and_where_they_lead() -> None:
    found = {one.text.strip(): one.links for one in told(*one_of_each()).all("Link")}
    assert found["the guide"] == ["https://example.org/"]
    assert found["Second"] == ["#"]


def test_passages_tell_their_language_and_the_other_side_its_own() -> None:
    found = told(*one_of_each())
    assert [(one.text.strip(), one.language) for one in found.all("Span")] == [("مرحبا", "ar")]
    (side,) = (one for one in found.all("Div") if one.language)
    assert (side.language, side.text) == ("es", "Hola")


def test_what_is_drawn_from_right_to_left_is_told_as_it_is_read() -> None:
    words = "البلديات تدفع أولا"
    (found,) = [one for one in told(Paragraph(plain(words)), language="ar").all("P") if "تدفع" in one.text]
    assert found.text == words


def test_pictures_and_maps_tell_in_words_what_they_show_and_where_they_are() -> None:
    found = list(told(*one_of_each()).all("Figure"))
    assert [one.alternative for one in found] == ["A map with Quito", "A wall"]
    assert all(len(one.attributes["/BBox"]) == 4 for one in found)


def test_running_texts_and_repeated_headers_are_decoration() -> None:
    rows = tuple((plain(f"row {number}"),) for number in range(120))
    made = rendered(
        Heading(1, plain("Part"), "p"),
        Table((Column("City"),), rows),
        header="The header",
        footer="The footer",
    )
    assert made.pages > 3
    found, shown = structure(made), untold(made)
    assert len([one for one in found.all("TH") if one.text == "City"]) == 1
    assert "The header" in shown
    assert "The footer" in shown
    assert "City" in shown
    assert "row" not in shown
    assert len(list(found.all("Table"))) == 1


def test_a_paragraph_over_two_pages_is_one() -> None:
    found = told(*(Paragraph(plain("Word. " * 700)) for _ in range(3)))
    assert len([one for one in found.all("P") if "Word." in one.text]) == 3


def test_a_name_card_is_told_once_though_both_its_faces_show_the_name() -> None:
    made = rendered(NameCards((NameCard("Ada Lima", ("Quito",)),)), Sign("5", "minutes"), front=Front.NONE)
    assert structure(made).text.count("Ada Lima") == 1
    assert "Ada Lima" in untold(made)


def test_the_flash_note_tells_each_text_once_in_whatever_size_it_fits() -> None:
    made = rendered(
        *(Paragraph(plain(f"Message {number}. " + "Words and words. " * 22)) for number in range(9)),
        one_page=True,
        front=Front.BAND,
    )
    assert made.pages == 1
    text = structure(made).text
    assert [text.count(f"Message {number}.") for number in range(9)] == [1] * 9


def test_the_file_says_which_standards_it_keeps_and_what_its_colours_mean() -> None:
    with opened(rendered(*one_of_each())) as file:
        said = file.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in said
        assert "<pdfuaid:part>1</pdfuaid:part>" in said
        assert bool(file.Root.MarkInfo.Marked)
        assert str(file.Root.Lang) == "en"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert file.Root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert all(str(page.Tabs) == "/S" for page in file.pages)


def carrying() -> Rendering:
    files = (Attachment("session", record(kind="lesson", text="Réserves"), "What was noted"),)
    document = Document("T", "en", Cover("", "", "T"), (Paragraph(plain("x")),), attachments=files)
    return pdf.render(document, date=DATE)


def test_a_file_that_is_carried_is_read_back_and_declared() -> None:
    with opened(carrying()) as file:
        (name,) = file.attachments
        assert file.attachments[name].get_file().read_bytes().decode() == (
            '{\n  "kind": "lesson",\n  "text": "Réserves"\n}\n'
        )
        assert file.attachments[name].filename == "session.json"
        assert str(file.Root.AF[0].AFRelationship) == "/Data"
        assert "<pdfaid:part>3</pdfaid:part>" in file.Root.Metadata.read_bytes().decode()


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.sampled_from(["en", "ar"]))
def test_any_text_is_told_and_every_mark_leads_to_its_element(texts: list[str], language: str) -> None:
    blocks = [Paragraph(plain(text)) for text in texts]
    structure(rendered(*blocks, Bullets(tuple(Item(plain(text)) for text in texts)), language=language))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_syntax_is_sound_and_two_makings_have_the_same_bytes(language: str) -> None:
    first = rendered(*one_of_each(language), language=language)
    assert first.data == rendered(*one_of_each(language), language=language).data
    with pikepdf.open(io.BytesIO(first.data)) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.skipif(not VALIDATOR, reason="no veraPDF here: VERAPDF names none, and none is on the path")
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_validator_finds_the_standards_kept(language: str, tmp_path: Path) -> None:
    whole = rendered(*one_of_each(language), language=language)
    long = rendered(*one_of_each(language) * 40, language=language, header="Header", footer="Footer")
    assert long.pages > 60
    (tmp_path / "whole.pdf").write_bytes(whole.data)
    (tmp_path / "long.pdf").write_bytes(long.data)
    (tmp_path / "carrying.pdf").write_bytes(carrying().data)
    for flavours, names in (("ua1,2a", ("whole", "long")), ("ua1,3a", ("carrying",))):
        files = [str(tmp_path / f"{name}.pdf") for name in names]
        done = subprocess.run([str(VALIDATOR), flavours, *files], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
