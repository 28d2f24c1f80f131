"""The shapes of letters: conjuncts, joined signs, forms by language."""

from __future__ import annotations

import pytest

from facilitator.publishing.document import Paragraph, Rendering, Run, plain
from facilitator.publishing.pdf.text import families
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import FontBook
from facilitator.publishing.pdf.text.words import Lettering
from tests.publishing.pdf.reading import glyph_numbers, opened, rendered, shown_pages, text_of, written_text
from tests.publishing.pdf.shaping import glyphs, nominal, word


def test_arabic_letters_join_where_bold_begins_within_a_word() -> None:
    whole = Lettering(FontBook(), Face.REGULAR, "ar", {})
    assert glyphs(whole.word("بي", True, "", "ت")) + glyphs(whole.word("ت", True, "ي", ""))
    assert glyphs(whole.word("ت", True, "ي", "")) != glyphs(whole.word("ت", True))
    assert glyphs(whole.word("ب", True, "", "ي")) != glyphs(whole.word("ب", True))
    rendering = rendered(Paragraph((Run("بي", bold=True), Run("ت"))), language="ar")
    alone = rendered(Paragraph((Run("بي", bold=True), Run(" ت"))), language="ar")

    def last(one: Rendering) -> set[int]:
        return {glyph for font, glyph, _, _ in shown_pages(one)[1]}

    assert last(rendering) != last(alone)


@pytest.mark.parametrize(
    "text", ["ǩ\ufe0f\u20e3", "Ǟ\ufe0f", "\u0340", "e\u0323\u0301\u20dd", "\ufe0f", "\u200d\u0301"]
)
def test_letters_that_fonts_must_take_apart_have_glyphs(text: str) -> None:
    assert 0 not in glyph_numbers(rendered(Paragraph(plain(text))))


def test_devanagari_forms_conjuncts_and_moves_the_short_i_before_its_letter() -> None:
    font = families.SCRIPTS["Deva"][0]
    conjunct = glyphs(word("क्ष"))
    assert len(conjunct) == 1
    assert conjunct[0] not in nominal("क्ष", font)
    short_i = glyphs(word("कि"))
    assert short_i[-1] == nominal("क", font)[0]
    assert word("कि").actual_text == "कि"


def test_thai_vowels_take_no_width_of_their_own() -> None:
    assert word("กี่").width == pytest.approx(word("ก").width, abs=0.01)


def test_combining_marks_go_with_their_letter_in_one_font() -> None:
    composed, apart = word("é"), word("e\u0301")
    assert glyphs(composed) == glyphs(apart)
    assert apart.actual_text == "e\u0301" or composed.actual_text is None
    assert len({segment.font.name for segment in word("ẹ̀kọ́").segments}) == 1


def test_chinese_characters_have_the_shapes_of_their_language() -> None:
    shapes = {
        language: tuple(glyphs(word("骨直角", language=language)))
        for language in ("zh-Hans", "zh-Hant", "ja")
    }
    assert len(set(shapes.values())) == 3


def test_japanese_names_in_an_english_document_have_japanese_shapes() -> None:
    def shapes(text: str) -> set[int]:
        return {glyph for _, glyph, _, _ in shown_pages(rendered(Paragraph(plain(text))))[1]}

    assert shapes("骨 です") - shapes("です") != shapes("骨 x") - shapes("x")


def test_bold_chinese_is_drawn_with_a_stroke_and_latin_is_not() -> None:
    def modes(text: str) -> bool:
        with opened(rendered(Paragraph((Run(text, bold=True),)))) as file:
            return b" Tr" in file.pages[1].Contents.read_bytes()

    assert modes("武汉")
    assert not modes("Wuhan")


def test_a_joined_emoji_is_one_glyph() -> None:
    for cluster in ("👩‍👩‍👧", "👍🏽", "🇰🇪", "1️⃣"):
        shaped = word(cluster)
        assert len(glyphs(shaped)) == 1, cluster
        assert shaped.segments[0].font.source == families.EMOJI


def test_ligatures_are_read_back_as_their_letters() -> None:
    assert "office" in text_of(rendered(Paragraph(plain("office"))))


def test_chinese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    lines = written_text(rendered(Paragraph(plain("城市（交通）住房。" * 40)))).splitlines()
    body = [line for line in lines if "城" in line or "交" in line]
    assert len(body) > 4
    assert len({line[0] for line in body}) > 2
    assert not any(line[0] in "。）" or line[-1] == "（" for line in body)


def test_korean_breaks_at_spaces() -> None:
    lines = written_text(rendered(Paragraph(plain("심야버스 " * 60)))).splitlines()
    assert all(
        line.replace(" ", "") == "심야버스" * (len(line.replace(" ", "")) // 4)
        for line in lines
        if "심" in line
    )
