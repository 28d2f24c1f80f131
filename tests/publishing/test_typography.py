"""Marks, lists, numbers and ranges as each language of papers sets them."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale
from babel.numbers import format_decimal, format_percent

from facilitator.publishing.typography import typography
from facilitator.publishing.wording import Wording
from facilitator.translation import PAPER_LANGUAGES

THIN, NO_BREAK = "\u202f", "\u00a0"
_BABEL = {"pt": "pt_PT"}


def told(language: str, name: str) -> str:
    return Wording(language)("This note is about “{name}”.", name=name)


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“The ‘new’ normal”"),
        ("fr", f"«{THIN}The “new” normal{THIN}»"),
        ("es", "«The “new” normal»"),
        ("pt", "«The “new” normal»"),
        ("ar", "«The “new” normal»"),
        ("ru", "«The „new“ normal»"),
        ("zh", "“The ‘new’ normal”"),
    ],
)
@pytest.mark.parametrize("typed", ['The "new" normal', "The “new” normal", "The «new» normal"])
def test_what_a_paper_quotes_has_the_marks_of_its_language_and_the_inner_ones_inside(
    language: str, quoted: str, typed: str
) -> None:
    assert quoted in told(language, typed)


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_what_people_typed_is_changed_nowhere_else(language: str) -> None:
    typed = 'Say "yes": why not? 1,000 % "'
    assert typed in Wording(language)("Not known yet: {things}.", things=typed)


def test_an_odd_mark_and_apostrophes_stay_in_what_is_quoted() -> None:
    assert typography("fr").nested("5\" pipes, l'eau") == "5\" pipes, l'eau"


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_numbers_and_percents_are_those_of_the_cldr(language: str) -> None:
    marks, locale = typography(language), _BABEL.get(language, language)
    for number in (0, 999, 12500, 1234567, 12.5, 12345.25):
        assert marks.number(number) == format_decimal(number, locale=locale), number
    if language != "pt":
        shown = format_percent(0.4, locale=locale).replace("\u200e", "").replace("\u200f", "")
        assert marks.share("40") == shown


def test_spanish_and_portuguese_part_numbers_from_five_digits_on() -> None:
    """So says the CLDR's minimumGroupingDigits, which Babel does not read."""
    shown = {language: typography(language).number(5000) for language in PAPER_LANGUAGES}
    assert (shown["es"], shown["pt"]) == ("5000", "5000")
    assert (shown["en"], shown["fr"], shown["ru"]) == ("5,000", f"5{THIN}000", f"5{NO_BREAK}000")


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ru", "zh"])
def test_lists_are_parted_as_the_cldr_has_it(language: str) -> None:
    pattern = Locale.parse(language).list_patterns["standard"]["middle"]
    assert typography(language).listed(("a", "b")) == pattern.format("a", "b")


def test_arabic_lists_have_the_arabic_comma_and_what_says_nothing_is_left_out() -> None:
    assert typography("ar").listed(("أ", "", " ", "ب")) == "أ، ب"
    assert typography("ar").series(("أ", "ب")) == "أ؛ ب"


def test_french_has_no_break_spaces_before_high_marks_of_the_program() -> None:
    marks = typography("fr")
    assert marks.fixed("Source : {source} ; vu ! Vrai ?") == (
        f"Source{NO_BREAK}: {{source}}{THIN}; vu{THIN}! Vrai{THIN}?"
    )
    assert marks.fixed("à 15:00") == "à 15:00"
    assert marks.labelled("Source", "Trésor") == f"Source{NO_BREAK}: Trésor"


def test_other_languages_have_no_blank_before_marks() -> None:
    assert typography("en").fixed("Source: {source}; really?") == "Source: {source}; really?"
    assert typography("zh").labelled("来源", "财政部") == "来源：财政部"


def test_a_figure_keeps_to_its_unit_and_percents_are_set_as_the_language_does() -> None:
    assert typography("en").measured("40", "%") == "40%"
    assert typography("fr").measured("40", "%") == f"40{NO_BREAK}%"
    assert typography("ru").measured("5", "млн") == f"5{NO_BREAK}млн"
    assert typography("en").measured("40", "") == "40"
    assert typography("en").measured("", "%") == "%"


@pytest.mark.parametrize(
    ("language", "near", "far", "apart"),
    [
        (
            "en",
            "9–11 April 2020",
            f"30 April{NO_BREAK}– 1 May 2020",
            f"31 December 2020{NO_BREAK}– 1 January 2021",
        ),
        (
            "fr",
            "9–11 avril 2020",
            f"30 avril{NO_BREAK}– 1er mai 2020",
            f"31 décembre 2020{NO_BREAK}– 1er janvier 2021",
        ),
        (
            "es",
            "9–11 de abril de 2020",
            f"30 de abril{NO_BREAK}– 1 de mayo de 2020",
            f"31 de diciembre de 2020{NO_BREAK}– 1 de enero de 2021",
        ),
        ("zh", "2020年4月9日至11日", "2020年4月30日至5月1日", "2020年12月31日至2021年1月1日"),
    ],
)
def test_ranges_of_dates_say_once_what_both_share(language: str, near: str, far: str, apart: str) -> None:
    wording = Wording(language)
    assert wording.dates(dt.date(2020, 4, 9), dt.date(2020, 4, 11)) == near
    assert wording.dates(dt.date(2020, 4, 30), dt.date(2020, 5, 1)) == far
    assert wording.dates(dt.date(2020, 12, 31), dt.date(2021, 1, 1)) == apart


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    assert Wording("fr").date("2020-04-01") == "1er avril 2020"
    assert Wording("es").date("2020-04-01") == "1 de abril de 2020"
    assert Wording("en").date("2020-04-01") == "1 April 2020"


def test_a_variety_has_the_marks_of_its_language_and_an_unknown_one_those_of_english() -> None:
    assert typography("pt-BR") is typography("pt")
    assert typography("tr") is typography("en")


def test_chinese_parts_a_list_by_one_comma_and_what_describes_one_thing_by_another() -> None:
    marks = typography("zh")
    assert marks.listed(("基多", "利马")) == "基多、利马"
    assert marks.described(("罗莎", "", "市长")) == "罗莎，市长"
    assert marks.bracketed("罗莎") == "（罗莎）"
    assert marks.bracketed("") == ""


def test_a_date_that_ends_in_a_full_stop_ends_its_sentence_with_that_one() -> None:
    wording = Wording("ru")
    told = wording("It was held on {date}.", date=wording.date("2020-04-23"))
    assert told.endswith("2020 г.")
    assert not told.endswith("..")
    assert Wording("en")("It was held on {date}.", date="1 May ...").endswith("1 May ....")
