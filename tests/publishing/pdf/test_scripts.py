"""Each script in its right order and shapes: by the places of letters on the page, and by the glyphs themselves."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest

from facilitator.publishing.document import Paragraph, Rendering, Run, plain
from facilitator.publishing.pdf.text import families
from facilitator.publishing.pdf.text.clusters import invisible
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import FontBook
from facilitator.publishing.pdf.text.typefaces import typeface
from facilitator.publishing.pdf.text.words import Lettering, Word
from tests.publishing.pdf.reading import glyph_numbers, opened, rendered, shown_pages, text_of, written_text

SENTENCES = {
    "Latin": "Ærøskøbing, Łódź, İzmir, Nuučaan̓uł, Hà Nội, ɓaɗe, ẹ̀kọ́",
    "Greek": "Η Αθήνα διευρύνει τα πεζοδρόμια, ᾧ ἕκαστος",
    "Cyrillic": "Київ і Москва: проезд 19 ₽, № 7, Ђорђе",
    "Armenian": "Երևան քաղաք",
    "Georgian": "თბილისის მერია",
    "Hebrew": "תל אביב מסיעה עובדים",
    "Arabic": "المدينة تحمي سائقيها وسكانها",
    "Persian": "شهر تهران می‌خواهد",
    "Devanagari": "मुंबई में आवश्यक कर्मचारियों के लिए विशेष",
    "Bengali": "ঢাকা শহরের মেয়র",
    "Tamil": "சென்னை மாநகராட்சி",
    "Telugu": "హైదరాబాద్ నగరం",
    "Thai": "กรุงเทพมหานคร",
    "Khmer": "ភ្នំពេញ",
    "Burmese": "ရန်ကုန်",
    "Amharic": "አዲስ አበባ",
    "Simplified Chinese": "武汉公交专线接送医护人员，每日消毒。",
    "Traditional Chinese": "臺北市政府與「市民」",
    "Japanese": "東京は時差通勤を呼びかけました。",
    "Korean": "서울 심야버스 운행 조정",
    "signs": "→ ✓ ☐ ≤ ≥ ₽ № € ± × ½ ★ ☎ ⚠ ①",
    "emoji": "👍🏽 👩‍👩‍👧 🇰🇪 1️⃣ 😀 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
}


def word(text: str, rightward: bool = False, language: str = "en", face: Face = Face.REGULAR) -> Word:
    return Lettering(FontBook(), face, language, {}).word(text, rightward)


def glyphs(shaped: Word) -> list[int]:
    numbers = []
    for segment in shaped.segments:
        for _, operands in segment.chunks:
            codes = "".join(part.split("<")[-1] for part in operands.split(">"))
            numbers.extend(int(codes[at : at + 4], 16) for at in range(0, len(codes) // 4 * 4, 4))
    return numbers


def nominal(text: str, font: families.FontFile) -> list[int]:
    return [typeface(font).font.get_nominal_glyph(ord(character)) for character in text]


def letter_places(rendering: Rendering, page: int = 1) -> list[tuple[str, float]]:
    """Each character that pdfium finds on a page, and its left edge in points."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        found = document[page].get_textpage()
        return [(found.get_text_range(at, 1), found.get_charbox(at)[0]) for at in range(found.count_chars())]


def without_joiners(text: str) -> str:
    return "".join(character for character in text if not invisible(character))


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_script_is_shown_whole_and_read_back_by_words(name: str, language: str) -> None:
    rendering = rendered(Paragraph(plain(SENTENCES[name])), language=language)
    assert not rendering.missing
    written = without_joiners(written_text(rendering))
    for expected in without_joiners(SENTENCES[name]).split():
        # Glyphs of a word from the right stand in the order in which they are seen.
        assert expected in written or expected[::-1] in written, name


@pytest.mark.parametrize(
    "name", ["Greek", "Cyrillic", "Devanagari", "Simplified Chinese", "Japanese", "Korean", "Arabic"]
)
def test_a_viewer_finds_the_words_of_every_script(name: str) -> None:
    found = text_of(rendered(Paragraph(plain(SENTENCES[name]))))
    for expected in SENTENCES[name].split():
        assert expected in found


def test_arabic_letters_join() -> None:
    font = families.SCRIPTS["Arab"][0]
    shaped = glyphs(word("سلام", rightward=True, language="ar"))
    apart = [glyphs(word(letter, rightward=True, language="ar"))[0] for letter in "ماس"]
    assert apart == nominal("ماس", font)
    # The last letter follows an alef, which joins no letter after it; lam and alef have shapes of their own together.
    assert (shaped[0] == apart[0], shaped[1] == apart[1], shaped[3] == apart[2]) == (True, False, False)
    assert shaped[1] != glyphs(word("با", rightward=True, language="ar"))[0]


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


def test_arabic_marks_are_set_on_their_letters() -> None:
    shaped = word("مُحَمَّد", rightward=True, language="ar")
    assert any(rise for segment in shaped.segments for rise, _ in segment.chunks)
    assert shaped.width == pytest.approx(word("محمد", rightward=True, language="ar").width, abs=0.05)


def test_what_stands_after_a_raised_mark_is_not_raised() -> None:
    with opened(rendered(Paragraph(plain("مُحَمَّدٌ نعم")), language="ar")) as file:
        rises = [
            float(operands[0])
            for operands, operator in pikepdf.parse_content_stream(file.pages[1])
            if str(operator) == "Ts"
        ]
    assert any(rises)
    assert all(rise == 0 for rise in rises[1::2])


@pytest.mark.parametrize(
    "text", ["ǩ\ufe0f\u20e3", "Ǟ\ufe0f", "\u0340", "e\u0323\u0301\u20dd", "\ufe0f", "\u200d\u0301"]
)
def test_letters_that_fonts_must_take_apart_have_glyphs(text: str) -> None:
    assert 0 not in glyph_numbers(rendered(Paragraph(plain(text))))


def test_arabic_runs_from_the_right_and_its_numbers_from_the_left() -> None:
    places = dict(
        reversed(letter_places(rendered(Paragraph(plain("شارك 256 في Paris اليوم")), language="ar")))
    )
    assert places["ش"] > places["2"] > places["P"] > places["و"]
    assert places["2"] < places["5"] < places["6"]
    assert places["P"] < places["s"]


def test_brackets_are_mirrored_in_text_from_the_right() -> None:
    shaped = word("(א)", rightward=True, language="he")
    latin = families.LATIN[Face.REGULAR]
    opening, closing = nominal("()", latin)
    drawn = glyphs(shaped)
    assert (drawn[0], drawn[-1]) == (opening, closing)
    assert "(2020) [א]" in text_of(rendered(Paragraph(plain("ש (2020) [א] ת")), language="he"))


def test_numbers_in_groups_stay_in_order_in_arabic() -> None:
    places = letter_places(rendered(Paragraph(plain("السكان 4 017 526 نسمة")), language="ar"))
    digits = [(place, character) for character, place in places if character in "4017526"]
    digits = [entry for entry in digits if entry[0] > 300]
    assert "".join(character for _, character in sorted(digits)) == "4017526"


def test_an_arabic_paragraph_in_an_english_document_stands_on_the_right() -> None:
    rendering = rendered(Paragraph(plain("المدينة التي تحمي سائقيها")), Paragraph(plain("English")))
    places = letter_places(rendering)
    rightmost = max(place for character, place in places if character == "ا")
    assert rightmost > 500
    assert min(place for character, place in places if character == "E") < 80


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
