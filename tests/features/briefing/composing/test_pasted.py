"""What is kept of what word processors and browsers put into the clipboard."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing.pasted import of_html, of_plain
from facilitator.features.briefing.composing.written import Written, of_draft, to_draft

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style>
<title>x</title></head><body lang=EN-GB><!--StartFragment--><h1>Heading <o:p></o:p></h1>
<p class=MsoNormal>Cities <b>pay</b> <i>first</i>, see <a href="https://example.org/">here</a>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>
</span></span>First point</p><p class=MsoNormal><span style='display:none;mso-hide:all'>secret</span>Shown.</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>City</b></p></td><td><p>Share</p></td></tr>
<tr><td><p>Quito</p></td><td><p>12&nbsp;%</p></td></tr></table><!--EndFragment--></body></html>"""
LIBRE = """<html><head><meta content="text/html"/><style type="text/css">p { margin: 1in }</style>
</head><body lang="en-US">
<h2 class="western">Heading</h2><p style="line-height: 100%">Some <font color="#f00"><b>bold</b></font>
text</p><ol><li><p>One</p></li><li><p>Two</p></li></ol></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span
style="font-size:11pt;font-weight:400;">Plain </span><span style="font-weight:700;">bold</span><span
style="font-style:italic"> slanted</span></p><ul><li dir="ltr"><p><span>Dot</span></p></li></ul></b>"""


def test_of_a_page_from_word() -> None:
    found = of_html(WORD).paragraphs
    assert found == (
        Written("", Style.SUBHEADING, "Heading"),
        Written(
            "",
            Style.BODY,
            "Cities pay first, see here.",
            (TextSpan(7, 10, "b"), TextSpan(11, 16, "i"), TextSpan(22, 26, "a", "https://example.org/")),
        ),
        Written("", Style.BULLET, "First point"),
        Written("", Style.BODY, "Shown."),
        Written("", Style.TABLE, "City\tShare\nQuito\t12 %"),
    )


def test_of_a_page_from_libreoffice() -> None:
    assert of_html(LIBRE).paragraphs == (
        Written("", Style.SUBHEADING, "Heading"),
        Written("", Style.BODY, "Some bold text", (TextSpan(5, 9, "b"),)),
        Written("", Style.NUMBERED, "One"),
        Written("", Style.NUMBERED, "Two"),
    )


def test_of_a_page_from_google_docs() -> None:
    assert of_html(GOOGLE).paragraphs == (
        Written("", Style.BODY, "Plain bold slanted", (TextSpan(6, 10, "b"), TextSpan(10, 18, "i"))),
        Written("", Style.BULLET, "Dot"),
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script><p>x</p>",
        "<p>x<style>p{}</style></p>",
        "<p hidden>no</p><p>x</p>",
        '<p onclick="alert(1)">x</p>',
        '<div style="display: none">no <b>way</b></div><p>x</p>',
        '<img src="https://example.org/spy.png" alt="no"><p>x</p>',
        "<p>x",
        "x</p></div></body>",
    ],
)
def test_what_runs_hides_or_leads_elsewhere_is_left_out(markup: str) -> None:
    assert of_html(markup).paragraphs == (Written("", Style.BODY, "x"),)
    assert of_html(markup).pictures == ()


def test_a_link_that_would_run_something_is_plain_text() -> None:
    assert of_html('<p><a href="javascript:alert(1)">x</a></p>').paragraphs == (Written("", Style.BODY, "x"),)


def test_a_picture_in_the_page_itself_comes_with_its_description() -> None:
    data = base64.b64encode(b"\x89PNG data").decode()
    found = of_html(f'<p>a</p><p><img alt="A wall" src="data:image/png;base64,{data}"></p><p>b</p>')
    assert [one.text for one in found.paragraphs] == ["a", "b"]
    assert [(one.after, one.data, one.alternative) for one in found.pictures] == [
        (1, b"\x89PNG data", "A wall")
    ]


def test_lines_with_tabs_are_a_table_and_others_paragraphs() -> None:
    assert of_plain("One\n\nA\tB\nC\tD\nTwo").paragraphs == (
        Written("", Style.BODY, "One"),
        Written("", Style.TABLE, "A\tB\nC\tD"),
        Written("", Style.BODY, "Two"),
    )


@given(st.text())
def test_anything_at_all_is_read(markup: str) -> None:
    for one in (*of_html(markup).paragraphs, *of_plain(markup).paragraphs):
        assert one.text.strip()
        assert all(0 <= span.start < span.end <= len(one.text) for span in one.spans)


@given(st.lists(st.builds(Written, st.text(max_size=3), st.sampled_from(Style), st.text(max_size=20))))
def test_a_draft_is_read_back_as_it_was(paragraphs: list[Written]) -> None:
    assert of_draft(to_draft(paragraphs)) == tuple(paragraphs)


@pytest.mark.parametrize("draft", ["", "{", "[1]", '[["a","no style","x",""]]'])
def test_a_draft_that_cannot_be_read_is_none(draft: str) -> None:
    assert of_draft(draft) == ()
