"""Markdown is read back with a CommonMark parser: what a reader sees must be what was written."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitator.publishing import markdown
from facilitator.publishing.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quotation,
    Run,
    Table,
    plain,
)
from facilitator.publishing.plain_text import printable

AWKWARD = [
    "Q&A <speaker> said x<y",
    "<script>alert(1)</script>",
    "* not a list",
    "- nor this",
    "1. nor that",
    "1) nor these",
    "# no heading #",
    "> no quotation",
    "=====",
    "---",
    "a | b",
    "`code` and ~~struck~~ and $x^2$",
    "_one_ and *two* and **three** and snake_case_name",
    "[text](javascript:alert(1)) ![image](file:///etc/passwd)",
    "&amp; &copy; &#65;",
    "back\\slash \\* at the end \\",
    "+ plus",
    "    four spaces",
    "```",
    "~~~",
    "<!-- comment -->",
    "https://example.org/a_b_c?x=1&y=2",
    "عمّان (2020) 武汉 👩‍👩‍👧",
]


class Page(HTMLParser):
    """What a browser would show: text, links, and where each heading begins."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.texts.append(" " if tag in ("p", "li", "td", "th", "br", "h1", "h2", "h3", "blockquote") else "")
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return words("".join(self.texts))


def words(text: str) -> str:
    return " ".join(text.split())


def page_of(*blocks: Block, title: str = "Title") -> Page:
    document = Document("Title", "en", Cover("", "", title), blocks)
    return Page(markdown.render(document).data.decode("utf-8"))


@pytest.mark.parametrize("text", AWKWARD)
def test_a_paragraph_shows_what_was_written(text: str) -> None:
    page = page_of(Paragraph(plain(text)))
    assert page.text == words(f"Title {text}")
    assert page.tags == ["h1", "p"]


@pytest.mark.parametrize("text", AWKWARD)
def test_every_kind_of_block_shows_what_was_written(text: str) -> None:
    page = page_of(
        Heading(1, plain(text), "h"),
        Bullets((Item(plain(text)),)),
        Quotation(plain(text), plain(text)),
        Table((Column(text), Column("b")), ((plain(text), plain("last")),), caption=text),
        Facts(((text, plain(text)),)),
        KeyFigures((KeyFigure(text, "label"),)),
        Bars(text, (Bar(text, 1, text),), ""),
    )
    expected = [
        text,
        text,
        text,
        f"— {text}",
        text,
        text,
        "b",
        text,
        "last",
        f"{text}: {text}",
        f"{text} label",
    ]
    assert page.text == words(" ".join(["Title", *expected, text, text, text]))
    assert not page.links


TEXTS = st.text(st.characters(), max_size=40) | st.text("*_`[]()<>#+-=|~!&\\ .;:1a\n", max_size=20)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), max_size=4))
def test_any_text_in_any_style_is_shown_as_written(parts: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(Run(text, bold, italic) for text, bold, italic in parts)
    page = page_of(Paragraph(runs), Table((Column("c"),), ((runs,),)), Bullets((Item(runs),)))
    text = words("".join(printable(run.text) for run in runs))
    assert page.text == words(f"Title {text} c {text} {text}")


def test_bold_and_italic_survive_where_markers_would_not_be_read() -> None:
    page = page_of(
        Paragraph((Run("a"), Run("(b)", bold=True), Run("c"), Run("d", italic=True), Run("e", bold=True)))
    )
    assert page.tags == ["h1", "p", "strong", "em", "strong"]
    assert page.text == "Title a(b)cde"


@pytest.mark.parametrize("second", ["===", "---", "- b", "2. b", "# b", "> b", "```", "| --- |"])
def test_a_second_line_makes_no_heading_list_or_table_of_the_first(second: str) -> None:
    page = page_of(Paragraph(plain(f"| a |\n{second}")))
    assert page.tags == ["h1", "p", "br"]
    assert page.text == f"Title | a | {second}"


def test_a_line_feed_is_a_line_break() -> None:
    assert page_of(Paragraph(plain("one\ntwo"))).tags == ["h1", "p", "br"]
    assert page_of(Table((Column("c"),), ((plain("one\ntwo"),),))).tags.count("br") == 1


def test_contents_link_to_their_headings() -> None:
    source = markdown.render(
        Document(
            "T",
            "en",
            Cover("", "", "Results"),
            (
                Contents("Contents"),
                Heading(1, plain("Results & lessons"), "a"),
                Heading(2, plain("المدن 2020"), "b"),
                Heading(1, plain("Results & lessons"), "c"),
                Paragraph((Run("see above", target="b"),)),
            ),
        )
    ).data.decode("utf-8")
    linked = re.findall(r"\(<(#[^>]*)>\)", source)
    assert linked == ["#results--lessons", "#المدن-2020", "#results--lessons-1", "#المدن-2020"]


def test_only_safe_addresses_become_links() -> None:
    addresses = [
        "https://uclg.org/a b",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//x.org",
    ]
    assert page_of(Paragraph(tuple(Run("x ", link=address) for address in addresses))).links == []
    runs = (Run("web", link="https://uclg.org/(x)?q=é"), Run(" "), Run("mail", link="mailto:a@b.org"))
    assert page_of(Paragraph(runs)).links == ["https://uclg.org/(x)?q=%C3%A9", "mailto:a@b.org"]


def test_two_lists_in_a_row_stay_two() -> None:
    two = (Item(plain("a")), Item(plain("b")))
    assert page_of(Bullets(two), Bullets(two)).tags.count("ul") == 2
    assert page_of(Bullets(two, ordered=True), Bullets(two, ordered=True)).tags.count("ol") == 2


def test_table_rows_have_as_many_cells_as_columns() -> None:
    columns = (Column("a"), Column("b", numeric=True))
    page = page_of(Table(columns, ((plain("1"),), (plain("2"), plain("3"), plain("4")), ())))
    assert page.tags.count("td") == 6
    assert page.text == "Title a b 1 2 3 4"
