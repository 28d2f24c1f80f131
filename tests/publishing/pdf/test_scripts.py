"""Each script in its right order and shapes: by the places of letters on the page, and by the glyphs themselves."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest

from facilitator.publishing.document import Paragraph, Rendering, plain
from facilitator.publishing.pdf.text import families
from facilitator.publishing.pdf.text.clusters import invisible
from facilitator.publishing.pdf.text.families import Face
from tests.publishing.pdf.reading import opened, rendered, text_of, written_text
from tests.publishing.pdf.shaping import glyphs, nominal, word

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
