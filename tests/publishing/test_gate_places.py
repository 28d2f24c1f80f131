"""Places and bodies under the Chatham House rule, those that carry a name, and words that are names and common too."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate import clear
from facilitator.publishing.gate.subjects import (
    CaseSubject,
    Material,
    NoteSubject,
    OrganisationSubject,
    PersonSubject,
    PlaceSubject,
)

CHATHAM = Attribution.CHATHAM_HOUSE
NAME, PLACE = "[name withheld]", "[place withheld]"
ZORBAVILLE = PlaceSubject("Zorbaville", country="Ruritania")


def note(text: str = "We in Zorbaville act.", **more: object) -> NoteSubject:
    return NoteSubject("n", NoteKind.LESSON, text, CHATHAM, **more)  # type: ignore[arg-type]


def elsewhere(text: str, **material: object) -> str:
    return clear(Material(**material)).protection.clean(text).text  # type: ignore[arg-type]


def test_the_place_of_a_chatham_house_note_without_a_speaker_stands_nowhere() -> None:
    notes = (note(place=ZORBAVILLE),)
    assert elsewhere("Zorbaville, Ruritania: a case", notes=notes) == f"{PLACE}, {PLACE}: a case"
    cleared = PersonSubject("x", "Ida", place=ZORBAVILLE, present=True)
    assert elsewhere("A case of Zorbaville", notes=notes, people=(cleared,)) == "A case of Zorbaville"


def test_the_place_of_a_chatham_house_case_stands_nowhere() -> None:
    cases = (CaseSubject("c", "Case", CHATHAM, place=ZORBAVILLE),)
    assert elsewhere("Zorbaville acted", cases=cases) == f"{PLACE} acted"


@pytest.mark.parametrize(
    "traits",
    [
        {"office_title": "Mayor of Zorbaville"},
        {"office_title": "Alcaldesa de Zorbaville"},
        {"organisation": OrganisationSubject("City of Zorbaville")},
        {"organisation": OrganisationSubject("Zorbaville City Council")},
        {"organisation": OrganisationSubject("Zorbaville Housing Agency")},
        {"place": PlaceSubject("Greater Zorbaville")},
        {"place": PlaceSubject("Zorbaville Metropolitan Area")},
        {"place": PlaceSubject("Zorbaville, Ruritania")},
    ],
)
def test_a_place_within_an_office_or_body_or_longer_name_is_withheld(traits: dict[str, object]) -> None:
    person = PersonSubject("p", "Ida Plymo", consent=Consent.CHATHAM_HOUSE, present=True, **traits)  # type: ignore[arg-type]
    places = (traits["place"],) if "place" in traits else ()
    material = {"people": (person,), "notes": (note(speaker_id="p"),), "places": places}
    assert "Zorbaville" not in clear(Material(**material)).notes["n"].text  # type: ignore[arg-type]
    assert "Zorbaville" not in elsewhere("The Zorbaville case", **material)
    assert elsewhere("City council and housing agency. Health in the City.", **material) == (
        "City council and housing agency. Health in the City."
    )


@pytest.mark.parametrize(
    ("own", "written"),
    [("Genève", "Geneva"), ("Cologne", "Köln"), ("München", "Munich"), ("Москва", "Moscow")],
)
def test_a_city_is_found_by_its_names_in_other_languages(own: str, written: str) -> None:
    person = PersonSubject("p", "", place=PlaceSubject(own), consent=Consent.CHATHAM_HOUSE, present=True)
    assert elsewhere(f"Seen in {written}.", people=(person,)) == f"Seen in {PLACE}."


def test_a_country_is_found_by_its_names_in_other_languages_and_not_by_codes_that_are_words() -> None:
    person = PersonSubject("p", "", country="Germany", consent=Consent.CHATHAM_HOUSE, present=True)
    assert elsewhere("Allemagne, Alemania", people=(person,)) == f"{PLACE}, {PLACE}"
    person = PersonSubject("p", "", country="United States", consent=Consent.CHATHAM_HOUSE, present=True)
    assert elsewhere("It helps us.", people=(person,)) == "It helps us."


def test_the_body_that_spoke_under_the_rule_is_told_nowhere_and_not_listed() -> None:
    body = OrganisationSubject("Zorbaville Housing Agency")
    heard = PersonSubject("p", "", organisation=body, present=True)
    material = Material(people=(heard,), notes=(note(voice=body.name),), organisations=(body,))
    clearance = clear(material)
    assert not clearance.people["p"].listed
    assert "Zorbaville" not in clearance.protection.clean("Zorbaville Housing Agency, Zorbaville").text


def test_bodies_and_own_places_that_carry_the_name_lose_it() -> None:
    body = OrganisationSubject("Zelvorin Institute")
    own = PlaceSubject("Zelvorin Town")
    ida = PersonSubject("i", "Ida Plymo", organisation=body, consent=Consent.NAMED, present=True)
    person = PersonSubject("p", "Quentara Zelvorin", place=own, present=True)
    material = {"people": (ida, person), "places": (own,), "organisations": (body,)}
    told = elsewhere("Zelvorin Institute, Zelvorin Town", **material)
    assert told == f"{NAME} Institute, {NAME} Town"


def test_the_words_of_a_withheld_case_are_withheld_wherever_they_were_copied() -> None:
    case = CaseSubject("c", "Kumquat markets for all of us", Attribution.OFF_THE_RECORD)
    assert elsewhere("So: kumquat markets for all of us!", cases=(case,)) == "So: [text withheld]!"


def test_addressee_and_source_of_a_withheld_note_are_withheld_elsewhere_and_a_shared_source_is_not() -> None:
    source = "Report of the whole session"
    secret = NoteSubject(
        "s",
        NoteKind.LESSON,
        "",
        Attribution.PENDING,
        addressee="Kumquat Ministry of Ruritania",
        source=source,
    )
    text = "Kumquat Ministry of Ruritania; Report of the whole session"
    assert elsewhere(text, notes=(secret,)) == "[text withheld]; [text withheld]"
    assert elsewhere(text, notes=(secret, note(source=source))) == f"[text withheld]; {source}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Theresa May", "In May we met; mayor may act. MAY 2020"),
        ("Victoria Water", "Water is life, said https://example.org/water"),
        ("Maria Bank", "The World Bank. Bank loans"),
        ("Abdul Local", "Local governments"),
        ("Anne Paris", "Paris acted: the Paris Agreement"),
        ("Jordan Green", "Green deal in Jordan"),
        ("Jo Will", "Will we act?"),
        ("Ana Long", "Long queues"),
        ("Maria Santos", "Santos port"),
    ],
)
def test_a_surname_that_is_a_common_word_stays_where_no_title_or_other_name_stands_with_it(
    name: str, text: str
) -> None:
    person = PersonSubject("p", name, present=True)
    protection = clear(Material(people=(person,))).protection
    assert protection.clean(text).text == text
    assert protection.clean(text).doubtful == ("p",)
    surname = name.split()[1]
    said = f"Ms {surname} and {name} and {name[0]}. {surname} said"
    assert protection.clean(said).text == f"Ms {NAME} and {NAME} and {NAME} said"
