"""Which spellings of a name are found, and which words are left alone."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Consent
from facilitator.publishing.gate import clear
from facilitator.publishing.gate.subjects import (
    Material,
    OrganisationSubject,
    PersonSubject,
    PlaceSubject,
)

GONE = "[name withheld]"
ADA = PersonSubject(
    "ada", "Ada Colau Ballano", "Colau Ballano, Ada", email="acolau@example.org", present=True
)


def cleaned(text: str, *people: PersonSubject, **more: object) -> str:
    material = Material(people=people or (ADA,), **more)  # type: ignore[arg-type]
    return clear(material).protection.clean(text).text


@pytest.mark.parametrize(
    "written",
    [
        "Ada Colau Ballano",
        "Ada Colau",
        "ada colau",
        "ADA COLAU",
        "COLAU Ada",
        "Colau, Ada",
        "Colau Ballano, Ada",
        "A. Colau",
        "A.Colau",
        "Adà Cōlau",
        "Ada Cola\u0301u",
        "Ada-Colau",
        "Ada_Colau",
        "colau ballano ada",
        "Ada\u00a0Colau",
        "Ada\u200bColau",
        "Ada Co\u00adlau",
        "Ada C\u0001olau",
        "Ada\nColau",
        "A d a  C o l a u",
        "Ａｄａ Ｃｏｌａｕ",
        "𝐀𝐝𝐚 𝐂𝐨𝐥𝐚𝐮",
        "ℂolau",
        "acolau@example.org",
        "Ada.Colau@city.example",
        "Colau",
        "COLAU",
        "Ballano",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert cleaned(f"As {written} said.") == f"As {GONE} said."


def test_a_name_inside_an_address_or_a_tag_is_found() -> None:
    assert cleaned("https://example.org/ada-colau?x=1") == f"https://example.org/{GONE}?x=1"
    assert cleaned("https://example.org/colau/") == f"https://example.org/{GONE}/"
    assert cleaned("#MayorColau #adacolau") == f"#Mayor{GONE} #{GONE}"
    assert cleaned("see https://x.org/Ad%C3%A0%20Colau now") == f"see https://x.org/{GONE} now"


def test_the_genitive_goes_with_the_name_and_titles_make_a_small_surname_one() -> None:
    assert cleaned("Colau's plan, Colaus plan, Ms colau") == f"{GONE}'s plan, {GONE} plan, Ms {GONE}"


def test_a_long_surname_is_found_in_small_letters_and_a_short_one_is_not() -> None:
    assert cleaned("so fernandez said", PersonSubject("x", "Ana Fernández")) == f"so {GONE} said"
    assert cleaned("the farmer said", PersonSubject("x", "John Farmer")) == "the farmer said"


def test_words_that_only_contain_the_letters_stay() -> None:
    text = "Colaboration in Canada is Adamant; a colaud, nada colaus."
    assert cleaned(text) == text


def test_a_given_name_alone_is_taken_from_who_took_part_and_not_from_others() -> None:
    assert cleaned("Thank you, Ada.") == f"Thank you, {GONE}."
    assert cleaned("Thank you, Ada.", PersonSubject("x", "Ada Colau")) == "Thank you, Ada."


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Seán O'Brien", "O’Brien then OBrien then Sean O Brien", f"{GONE} then {GONE} then {GONE}"),
        ("Jürgen Müller", "Juergen Mueller und Jurgen Muller", f"{GONE} und {GONE}"),
        (
            "Octavi de la Varga",
            "de la Varga then O. de la Varga then Octavi Varga",
            f"{GONE} then {GONE} then {GONE}",
        ),
        (
            "Jean-Luc Dubois",
            "Jean Luc Dubois then J.-L. Dubois then JL Dubois",
            f"{GONE} then {GONE} then {GONE}",
        ),
        ("Сергей Собянин", "Собянин сказал Собяниным, Sergey Sobyanin", f"{GONE} сказал {GONE}ым, {GONE}"),
        ("李明远", "市长李明远说，李市长", f"市长{GONE}说，{GONE}市长"),
        ("محمد بودرة", "قال ومحمّد بودرة", f"قال و{GONE}"),
        ("김지훈", "김지훈 시장", f"{GONE} 시장"),
        ("João Ângelo Łukasz", "Joao Lukasz, LUKASZ", f"{GONE}, {GONE}"),
        ("Dr. Ada Colau", "Dr Ada Colau", f"Dr {GONE}"),
        ("王晓明", "王 晓明，晓明说", f"{GONE}，{GONE}说"),
        ("محمد القحطاني", "قال للقحطاني ثم قحطاني", f"قال لل{GONE} ثم {GONE}"),
        ("Quentara Zelvorin", "#votezelvorin @mayorzelvorin", f"#vote{GONE} @mayor{GONE}"),
        ("José Núñez-Ibáñez", "write to jnunez@x.org now", f"write to {GONE} now"),
        ("नरेंद्र मोदी", "श्री नरेंद्र मोदी ने", f"श्री {GONE} ने"),
    ],
)
def test_names_of_many_scripts_are_found(name: str, text: str, expected: str) -> None:
    assert cleaned(text, PersonSubject("x", name)) == expected


def test_other_spellings_that_the_library_holds_are_found() -> None:
    person = PersonSubject("x", "Maimunah Mohd Sharif", also_written=("Modh Shariff", "Datuk Maimunah"))
    assert cleaned("Modh Shariff and Datuk Maimunah", person) == f"{GONE} and {GONE}"


def test_short_names_do_not_eat_common_words() -> None:
    person = PersonSubject("x", "Li Na")
    assert cleaned("Lina saw Li Na and LI NA, a line.", person) == f"Lina saw {GONE} and {GONE}, a line."


def test_a_word_that_is_plainly_a_place_or_a_body_stays() -> None:
    people = (PersonSubject("x", "Miguel de la Madrid"), PersonSubject("y", "Jane Forum"))
    places, bodies = (PlaceSubject("Madrid"),), (OrganisationSubject("LGA Forum"),)
    text = "Madrid, the Mayor, Madrid, and the LGA Forum"
    assert cleaned(text, *people, places=places, organisations=bodies) == text
    assert cleaned("Mr Madrid", *people, places=places) == f"Mr {GONE}"
    assert cleaned("Miguel Madrid", *people, places=places) == GONE


def test_a_body_named_after_its_person_does_not_keep_the_name() -> None:
    body = OrganisationSubject("Colau Consulting")
    person = PersonSubject("x", "Ada Colau", organisation=body)
    assert cleaned("Colau Consulting", person, organisations=(body,)) == f"{GONE} Consulting"


def test_a_surname_shared_with_someone_cleared_stays_and_is_told() -> None:
    maria = PersonSubject("maria", "Maria García", consent=Consent.NAMED)
    juan = PersonSubject("juan", "Juan García")
    protection = clear(Material(people=(maria, juan))).protection
    found = protection.clean("García spoke, Maria García, Juan García then J. García")
    assert found.text == f"García spoke, Maria García, {GONE} then {GONE}"
    assert found.doubtful == ("juan",)


def test_a_longer_name_of_someone_cleared_stays_in_either_order() -> None:
    cleared_one = PersonSubject("1", "Ana María López", consent=Consent.NAMED)
    text = "Ana María López, or López, Ana María"
    assert cleaned(text, cleared_one, PersonSubject("2", "Ana López")) == text
    assert cleaned("López, Ana", cleared_one, PersonSubject("2", "Ana López")) == GONE


def test_the_same_name_under_two_consents_is_withheld() -> None:
    people = (PersonSubject("1", "Ada Colau", consent=Consent.NAMED), PersonSubject("2", "Ada Colau"))
    assert cleaned("Ada Colau", *people) == GONE


def test_office_and_place_together_are_withheld_for_who_is_off_the_record() -> None:
    sfax = PlaceSubject("Sfax")
    person = PersonSubject(
        "x", "", office_code="mayor", office="Mayor", place=sfax, consent=Consent.OFF_THE_RECORD
    )
    told = PersonSubject("y", "", office="Official", place=sfax, present=True)
    text = "the Mayor of Sfax, Sfax’s mayor, la maire de Sfax; mayors met in Sfax"
    withheld = "[office withheld]"
    assert cleaned(text, person, told) == f"the {withheld}, {withheld}, la {withheld}; mayors met in Sfax"


def test_the_place_of_a_chatham_house_speaker_stands_nowhere_unless_someone_else_is_from_there() -> None:
    person = PersonSubject(
        "x", "", place=PlaceSubject("York", country="England"), consent=Consent.CHATHAM_HOUSE, present=True
    )
    places = (PlaceSubject("York"), PlaceSubject("New York"))
    gone = "[place withheld]"
    assert cleaned("York and New York, England", person, places=places) == f"{gone} and New York, {gone}"
    other = PersonSubject("y", "", place=PlaceSubject("York"), present=True)
    assert cleaned("York", person, other, places=places) == "York"


def test_five_hundred_people_cost_no_more_than_a_walk_through_the_text() -> None:
    people = tuple(PersonSubject(str(n), f"Given{n:03}x Family{n:03}x") for n in range(500))
    protection = clear(Material(people=people)).protection
    text = " ".join(f"word Family{n:03}x more" for n in range(500))
    assert protection.clean(text).text == " ".join(f"word {GONE} more" for n in range(500))
