"""Word documents are read back by another program, and as the XML that they are: Word is stricter than most."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from facilitator.publishing import docx as renderer
from facilitator.publishing import pdf
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
    Front,
    Heading,
    Illustration,
    Item,
    KeyFigure,
    KeyFigures,
    NameCard,
    NameCards,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Sign,
    Spot,
    SpotMap,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.plain_text import printable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# ECMA-376, part 1: the sequences of CT_PPr, CT_RPr, CT_TblPr, CT_TcPr and CT_SectPr, as far as they are used here.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u rtl lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "tcBorders": "top left bottom right",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg bidi",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
}


def picture() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (300, 200), "#0F6A8B").save(target, "PNG")
    return target.getvalue()


EVERYTHING: tuple[Block, ...] = (
    Contents("Contents"),
    Heading(1, plain("First part"), "first"),
    Paragraph(plain("To begin with"), Voice.LEAD),
    Paragraph(
        (
            Run("Bold", bold=True),
            Run(" and "),
            Run("a link", link="https://uclg.org/a?b=1&c=2"),
            Run(" inside", target="second"),
            Run("مرحبا", language="ar"),
        )
    ),
    Bullets((Item(plain("one")), Item(plain("two")))),
    Bullets((Item(plain("erst")), Item(plain("zweit"))), ordered=True),
    Heading(2, plain("Second part"), "second"),
    Bullets((Item(plain("again from one")),), ordered=True),
    Quotation(plain("Cities listen."), plain("Mayor of Utrecht")),
    Table(
        (Column("City", 2.0), Column("Number", 1.0, numeric=True)), ((plain("Tunis"), plain("12")),), "Cities"
    ),
    Facts((("Date", plain("9 April 2020")),)),
    KeyFigures((KeyFigure("8", "cities"), KeyFigure("12", "speakers"))),
    Bars("Women and men", (Bar("Woman", 3, "3 (25 %)"), Bar("Man", 9, "9 (75 %)")), "9 of 12 are men"),
    Comparison(
        "Heads and minutes", ("Heads", "Minutes"), (Pair("Woman", 3, 40, "3", "40"),), "3 women, 40 minutes"
    ),
    SpotMap("Where", (Spot("Tunis", 36.8, 10.2),), "A map with Tunis", ("Elsewhere",)),
    Illustration(Picture(picture(), "A blue sheet"), plain("The sheet")),
    Illustration(Picture(b"no picture", "What was there")),
    Beside("ar", (((Paragraph(plain("Peace")),), (Paragraph(plain("سلام")),)),)),
    PageBreak(),
    Sign("5", "minutes"),
    NameCards((NameCard("Emilia Saiz", ("UCLG",)),)),
)


def document(*blocks: Block, language: str = "en", front: Front = Front.PAGE) -> Document:
    cover = Cover("The series", "Briefing", "The title", "Theme", "9 April 2020", "UCLG", "mail", "#tag")
    return Document(
        "The title – Briefing",
        language,
        cover,
        blocks,
        author="UCLG",
        subject="Theme",
        keywords=("a", "b"),
        header="The series",
        footer="Briefing",
        front=front,
    )


def parts_of(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def words_of(element: etree._Element) -> str:
    """The words of an element; a line break is a line feed."""
    return "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in element.iter(f"{W}t", f"{W}br"))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@pytest.mark.parametrize("front", Front)
def test_properties_stand_in_the_order_of_the_schema(language: str, front: Front) -> None:
    parts = parts_of(renderer.render(document(*EVERYTHING, language=language, front=front)).data)
    seen = set()
    for part in parts.values():
        for element in part.iter():
            order = ORDER.get(etree.QName(element).localname)
            if order is None:
                continue
            seen.add(etree.QName(element).localname)
            names = [etree.QName(child).localname for child in element]
            places = [order.split().index(name) for name in names]
            assert places == sorted(places), (etree.QName(element).localname, names)
    assert seen == set(ORDER)


def test_another_program_reads_styles_lists_tables_and_what_the_file_says_of_itself() -> None:
    read = docx.Document(io.BytesIO(renderer.render(document(*EVERYTHING)).data))
    styles = {paragraph.text: paragraph.style.name for paragraph in read.paragraphs if paragraph.text}
    assert styles["First part"] == "Heading 1"
    assert styles["Second part"] == "Heading 2"
    assert styles["one"] == "List Bullet"
    assert styles["erst"] == "List Number"
    assert styles["Cities listen."] == "Quote"
    assert styles["— Mayor of Utrecht"] == "Attribution"
    assert styles["Cities"] == styles["Women and men"] == "Caption"
    assert styles["To begin with"] == "Lead Paragraph"
    table = next(table for table in read.tables if table.cell(0, 0).text == "City")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["City", "Number"], ["Tunis", "12"]]
    assert table.cell(0, 0).paragraphs[0].paragraph_format.keep_with_next
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert heads == [True, False]
    title = read.tables[0].cell(1, 0).paragraphs[-1]
    assert (title.text, title.style.name) == ("The title", "Title")
    told = read.core_properties
    assert (told.title, told.author, told.subject) == ("The title – Briefing", "UCLG", "Theme")
    assert (told.keywords, told.language) == ("a, b", "en")
    section = read.sections[0]
    assert round(section.page_width.mm) == 210
    assert section.header.paragraphs[0].text == "The series"
    assert section.footer.paragraphs[0].text == "Briefing\tPage 1 of 1"


def test_each_numbered_list_begins_anew() -> None:
    parts = parts_of(renderer.render(document(*EVERYTHING)).data)
    numbers = {
        words_of(paragraph): paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for paragraph in parts["word/document.xml"].iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}numPr") is not None
    }
    assert numbers["one"] == numbers["two"]
    assert numbers["erst"] == numbers["zweit"]
    assert len({numbers["one"], numbers["erst"], numbers["again from one"]}) == 3
    defined = {one.get(f"{W}numId") for one in parts["word/numbering.xml"].iter(f"{W}num")}
    assert set(numbers.values()) <= defined


def test_the_contents_name_each_heading_with_the_page_on_which_it_is_printed() -> None:
    filler = tuple(Paragraph(plain("A word after another. " * 60)) for _ in range(12))
    paper = document(
        Contents("Contents"), Heading(1, plain("First"), "a"), *filler, Heading(2, plain("Last"), "b")
    )
    body = parts_of(renderer.render(paper).data)["word/document.xml"]
    entries = [one for one in body.iter(f"{W}p") if style_of(one).startswith("TOC")]
    assert [(style_of(one), words_of(one)[:-1]) for one in entries] == [("TOC1", "First"), ("TOC2", "Last")]
    reader = pdf.render(paper)
    assert [words_of(one)[-1] for one in entries] == ["3", str(reader.pages)]
    names = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    links = [one.get(f"{W}anchor") for entry in entries for one in entry.iter(f"{W}hyperlink")]
    fields = re.findall(r"PAGEREF (\S+)", "".join(one.text for one in body.iter(f"{W}instrText")))
    assert links == fields == sorted(names)
    begun = [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")]
    assert begun.count("begin") == begun.count("separate") == begun.count("end") == 3


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def test_only_safe_addresses_become_links_and_each_relation_is_there() -> None:
    runs = (
        Run("good", link="https://uclg.org"),
        Run("bad", link="file:///etc/passwd"),
        Run("x", target="no"),
    )
    parts = parts_of(renderer.render(document(Paragraph(runs), *EVERYTHING)).data)
    targets = {one.get("Id"): one.get("Target") for one in parts["word/_rels/document.xml.rels"]}
    outside = {one.get("Target") for one in parts["word/_rels/document.xml.rels"] if one.get("TargetMode")}
    assert outside == {"https://uclg.org", "https://uclg.org/a?b=1&c=2"}
    used = {
        value
        for element in parts["word/document.xml"].iter()
        for name, value in element.attrib.items()
        if name.startswith(R)
    }
    assert used
    assert used <= set(targets)


def test_pictures_tables_and_charts_say_in_words_what_they_show() -> None:
    made = renderer.render(document(*EVERYTHING))
    body = parts_of(made.data)["word/document.xml"]
    told = {value for element in body.iter() for name, value in element.attrib.items() if name == "descr"}
    assert told == {"A map with Tunis", "A blue sheet"}
    said = {one.get(f"{W}val") for one in body.iter(f"{W}tblDescription")}
    assert {"9 of 12 are men", "3 women, 40 minutes", "8 cities, 12 speakers"} <= said
    assert "What was there" in words_of(body)
    assert len(made.notes) == 1


def test_arabic_runs_from_the_right_and_passages_keep_their_language() -> None:
    parts = parts_of(
        renderer.render(document(Paragraph(plain("سلام Tunis")), *EVERYTHING, language="ar")).data
    )
    body = parts["word/document.xml"]
    paragraph = next(one for one in body.iter(f"{W}p") if words_of(one) == "سلام Tunis")
    assert paragraph.find(f"{W}pPr/{W}bidi").get(f"{W}val") is None
    sides = {words_of(run).strip(): run.find(f"{W}rPr/{W}rtl") is not None for run in paragraph.iter(f"{W}r")}
    assert sides == {"سلام": True, "Tunis": False}
    assert all(one.find(f"{W}tblPr/{W}bidiVisual") is not None for one in body.iter(f"{W}tbl"))
    english = parts_of(renderer.render(document(*EVERYTHING)).data)["word/document.xml"]
    run = next(one for one in english.iter(f"{W}r") if words_of(one) == "سلام")
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ("fr", "zh-CN", "ar")),
        ("ar", ("en", "zh-CN", "ar")),
        ("zh", ("en", "zh", "ar")),
    ],
)
def test_a_language_holds_for_its_own_script_so_that_latin_words_stay_whole(
    language: str, told: tuple[str, str, str]
) -> None:
    runs = (Run("Leveraging contributions", language=language),)
    parts = parts_of(renderer.render(document(Paragraph(runs), language=language)).data)
    usual = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert tuple(usual.get(f"{W}{name}") for name in ("val", "eastAsia", "bidi")) == told
    run = next(one for one in parts["word/document.xml"].iter(f"{W}r") if words_of(one).startswith("Lever"))
    own = dict(run.find(f"{W}rPr/{W}lang").attrib)
    assert own == {f"{W}{({'fr': 'val', 'ar': 'bidi', 'zh': 'eastAsia'})[language]}": language}


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert renderer.render(document(*EVERYTHING)).data == renderer.render(document(*EVERYTHING)).data


ANY = st.text(st.characters(), max_size=60)


@given(ANY, ANY, ANY)
def test_any_text_is_kept_as_it_was_written(first: str, second: str, third: str) -> None:
    paper = Document(
        first,
        "en",
        Cover(second, third, first),
        (
            Heading(1, plain(first), first),
            Paragraph(plain(second)),
            Table((Column(third),), ((plain(first),),), second),
        ),
        author=second,
        keywords=(third,),
        header=first,
        footer=second,
    )
    parts = parts_of(renderer.render(paper).data)
    found = [words_of(one) for one in parts["word/document.xml"].iter(f"{W}p")]
    for words in (first, second):
        assert not printable(words).strip() or printable(words) in found
