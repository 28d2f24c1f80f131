"""Any text in any block gives a PDF that says it, and shows it with glyphs that exist."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facilitator.publishing.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Contents,
    Facts,
    Front,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    NameCard,
    NameCards,
    Paragraph,
    Quotation,
    Run,
    Sign,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.pdf.text.clusters import invisible
from facilitator.publishing.plain_text import printable
from tests.publishing.pdf.reading import addresses, glyph_numbers, opened, rendered, text_of, written_text

TEXTS = (
    st.text(st.characters(), max_size=60)
    | st.text("aAzé&<>{}[]()/ \n\t-–.,:;!?0123456789%€→✓☐≤₽№", max_size=80)
    | st.text("ابتثجسلمنهوي ًٌَُِّ،؛؟ abc (12).", max_size=60)
    | st.text("कखगतनमरसहािीुूेैोौं्  कष", max_size=40)
    | st.text("会议城市，。「」あいうカキ한국어 ab", max_size=60)
    | st.text("👍🏽👩‍👧🇰🇪1️⃣⚠️ x", max_size=20)
)


def blocks_with(text: str) -> tuple[Block, ...]:
    runs = (Run(text), Run(text, bold=True), Run(text, italic=True, link="https://example.org/"))
    return (
        Contents("Contents"),
        Heading(1, plain(text), "h"),
        Heading(3, runs, "k"),
        Paragraph(runs),
        Paragraph(plain(text), Voice.LEAD),
        Bullets((Item(runs),)),
        Quotation(runs, plain(text)),
        Table((Column(text), Column("n", numeric=True)), ((plain(text), plain(text)),), caption=text),
        Facts(((text, runs),)),
        KeyFigures((KeyFigure(text, text), KeyFigure("1", text))),
        Bars(text, (Bar(text, 2.5, text),), text),
    )


def shown(text: str, missing: tuple[str, ...]) -> str:
    """The text as it is to be printed."""
    return "".join(
        f"<U+{ord(character):04X}>" if character in missing else character
        for character in printable(text)
        if not invisible(character)
    )


def letters(text: str) -> Counter[str]:
    """How often each character occurs; brackets count alike, since those in text from the right are seen mirrored."""
    return Counter(
        "⟂" if unicodedata.mirrored(character) else character
        for character in text
        if not character.isspace() and not invisible(character)
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ar", "ja"]))
def test_any_text_in_any_block_is_written_with_glyphs_that_exist(text: str, language: str) -> None:
    rendering = rendered(*blocks_with(text), language=language)
    assert 0 not in glyph_numbers(rendering)
    assert set(rendering.missing) <= set(text)
    found, wanted = letters(written_text(rendering)), letters(shown(text, rendering.missing))
    occurrences = 20
    for character, count in wanted.items():
        assert found[character] >= occurrences * count, (character, text)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ar", "ja"]))
def test_any_text_on_signs_and_name_cards_is_written_with_glyphs_that_exist(text: str, language: str) -> None:
    blocks = (Sign(text, text, 3), NameCards((NameCard(text, (text, text)),)))
    rendering = rendered(*blocks, language=language, front=Front.NONE, landscape=True)
    assert rendering.pages == 2
    assert 0 not in glyph_numbers(rendering)
    found, wanted = letters(written_text(rendering)), letters(shown(text, rendering.missing))
    for character, count in wanted.items():
        assert rendering.notes or found[character] >= 8 * count, (character, text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_paragraph_is_written_letter_by_letter(text: str) -> None:
    rendering = rendered(Paragraph(plain(text)))
    written = letters(written_text(rendering)) - letters("Title") - letters("Page 2 of 2")
    assert written == letters(shown(text, rendering.missing))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abcXYZéñçß&<>'\"()/.,0123456789ŁłđЖщΩ会议日本", min_size=1, max_size=15), max_size=30)
)
def test_a_reader_finds_every_word_of_a_text_from_the_left(found: list[str]) -> None:
    text = text_of(rendered(Paragraph(plain(" ".join(found)))))
    assert "".join(found).replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Q&A <speaker> said: if x<y then",
        "<b>unclosed </b> </para> <para>y</para>",
        '<img src="/etc/passwd"/> <img src="https://example.org/x.png"/>',
        '<a href="javascript:alert(1)">x</a> <font name="Nope" size="nan">',
        "<onDraw name='x'/> [[eval]] {{format}} %s %(name)s {0}",
        "((( ))) \\ /F1 12 Tf (x) Tj ET Q",
    ],
)
def test_markup_is_printed_and_never_read(text: str) -> None:
    rendering = rendered(*blocks_with(text))
    assert text.replace(" ", "") in text_of(rendering).replace(" ", "")
    assert b"/Subtype /Image" not in rendering.data
    assert b"/URI (javascript" not in rendering.data


def test_a_path_in_a_text_reads_no_file(tmp_path: Path) -> None:
    picture = tmp_path / "canary.png"
    Image.new("RGB", (8, 8), "red").save(picture)
    texts = (f'<img src="{picture}"/>', f"![x]({picture})", picture.as_uri())
    rendering = rendered(*(block for text in texts for block in blocks_with(text)))
    with opened(rendering) as file:
        assert not any(page.get_images() for page in file.pages)
    assert not any("file:" in str(target) for target in addresses(rendering))


def test_no_text_can_change_the_order_in_which_another_is_read() -> None:
    rendering = rendered(Paragraph((Run("pay \u202e100 to\u202c "), Run("\u2067Ann\u2069"))))
    assert "pay 100 to Ann" in text_of(rendering)


def test_what_no_font_has_is_printed_as_its_code_point_and_reported() -> None:
    rendering = rendered(Paragraph(plain("Rune \U00012000 and x\U000e0100 and \U0001f9ff, e\U00016800.")))
    assert rendering.missing == ("\U00012000", "\U00016800")
    assert "Rune <U+12000> and x and \U0001f9ff, e<U+16800>." in text_of(rendering)


def test_control_characters_and_halves_of_surrogates_do_no_harm() -> None:
    rendering = rendered(Paragraph(plain("a\x00b\x07c \ud83d d \ud83d\ude00 e\tf\r\ng\u2028h")))
    assert "abc \ufffd d 😀 e f g h" in text_of(rendering)
    assert not rendering.missing
