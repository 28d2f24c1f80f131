"""Dates, times, minutes, words and names as people write them, in three languages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from facilitator.features.imports.reading.dates import read_date
from facilitator.features.imports.reading.durations import read_minutes
from facilitator.features.imports.reading.headings import heading_key
from facilitator.features.imports.reading.likeness import bodies_alike, people_alike, places_alike
from facilitator.features.imports.reading.times import TimeReading, read_time
from facilitator.features.imports.reading.values import Cell
from facilitator.features.imports.reading.words import (
    code_of,
    country_code,
    honorific_and_name,
    is_collective,
    language_code,
)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("March 25th, 2020", date(2020, 3, 25)),
        ("15.04, 2020", date(2020, 4, 15)),
        ("22 April, 2020", date(2020, 4, 22)),
        ("16 avril 2020", date(2020, 4, 16)),
        ("1er mai 2020", date(2020, 5, 1)),
        ("4 de mayo de 2020", date(2020, 5, 4)),
        ("1º de mayo de 2020", date(2020, 5, 1)),
        ("jeudi 16 avril 2020", date(2020, 4, 16)),
        ("Apr 9, 2020 3pm", date(2020, 4, 9)),
        ("9 April 2020, 15:00", date(2020, 4, 9)),
        ("2020-04-09", date(2020, 4, 9)),
        ("2020-04-09T15:00:00+02:00", date(2020, 4, 9)),
        ("2020/04/09", date(2020, 4, 9)),
        ("20200409", date(2020, 4, 9)),
        ("03/03/2020", date(2020, 3, 3)),
        ("13/04/2020", date(2020, 4, 13)),
        ("04/13/2020", date(2020, 4, 13)),
        ("Friday 03/04/2020", date(2020, 4, 3)),
        ("2020年4月16日", date(2020, 4, 16)),
        (date(2020, 4, 9), date(2020, 4, 9)),
        (datetime(2020, 4, 9, 15, 0), date(2020, 4, 9)),  # noqa: DTZ001
        (43930, date(2020, 4, 9)),
    ],
)
def test_a_plain_date_is_read(written: Cell, day: date) -> None:
    assert read_date(written).certain == day


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("Wednesday (1 April)", "no_year"),
        ("23th of April", "no_year"),
        ("On 4 May", "no_year"),
        ("Thursday 9th of April", "no_year"),
        ("03.04", "no_year"),
        ("03/04/2020", "day_or_month"),
        ("25/03/20", "two_digit_year"),
        ("mercredi 16 avril 2020", "weekday"),
        ("Wednesday 16/04/2020", "weekday"),
        ("43930", "serial"),
        ("1-2 April 2020", "several"),
        ("30 March - 2 April 2020", "several"),
        ("30 February 2020", "no_date"),
        ("31/04/2020", "no_date"),
        ("April 2020", "no_date"),
        ("to be confirmed", "no_date"),
        (12.5, "no_date"),
        (True, "no_date"),
    ],
)
def test_a_doubtful_date_is_never_guessed(written: Cell, doubt: str) -> None:
    reading = read_date(written, [2020])
    assert (reading.certain, reading.doubt) == (None, doubt)


def test_the_weekday_and_the_years_of_other_dates_order_the_candidates() -> None:
    assert read_date("Wednesday (1 April)", [2020]).candidates == (date(2020, 4, 1),)
    assert read_date("On 4 May", [2021, 2020]).candidates[:2] == (date(2020, 5, 4), date(2021, 5, 4))
    assert read_date("On 4 May").candidates == ()


@pytest.mark.parametrize(
    ("written", "start", "end", "zone"),
    [
        ("15:00 to 16h30 (GMT +1)", 900, 990, "UTC+01:00"),
        ("3 pm", 900, None, ""),
        ("3:00 to 5:00 pm CEST", 900, 1020, "UTC+02:00"),
        ("11:00 to 1:00 pm", 660, 780, ""),
        ("12:00 a.m.", 0, None, ""),
        ("15h", 900, None, ""),
        ("15h30", 930, None, ""),
        ("15.30", 930, None, ""),
        ("de 15h00 à 16h30", 900, 990, ""),
        ("15:00 Europe/Madrid", 900, None, "Europe/Madrid"),
        ("15:00 UTC+5:30", 900, None, "UTC+05:30"),
        ("2020-04-09T15:00:00+02:00", 900, None, "UTC+02:00"),
        ("15:00Z", 900, None, "UTC+00:00"),
        ("mediodía", 720, None, ""),
        (time(15, 0), 900, None, ""),
        (datetime(2020, 4, 9, 15, 0), 900, None, ""),  # noqa: DTZ001
        (0.625, 900, None, ""),
        (None, None, None, ""),
    ],
)
def test_times_and_zones_are_read(written: Cell, start: int | None, end: int | None, zone: str) -> None:
    assert read_time(written) == TimeReading(start, end, zone)


@pytest.mark.parametrize(
    ("written", "unclear"), [("15:00 IST", "ist"), ("15:00 (Barcelona time)", "barcelona time"), ("3", "3")]
)
def test_a_zone_of_several_meanings_is_none_and_is_named(written: str, unclear: str) -> None:
    reading = read_time(written)
    assert (reading.zone, reading.unclear) == ("", unclear)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("7", 7),
        ("7 min", 7),
        ("7'", 7),
        ("10 mins.", 10),
        ("90 minutos", 90),
        ("1:10", 70),
        ("1h10", 70),
        ("1 h 10 min", 70),
        ("2 heures", 120),
        ("00:07:00", 7),
        ("7.0", 7),
        (7, 7),
        (7.0, 7),
        (timedelta(minutes=90), 90),
        (time(0, 7), 7),
        ("7.5", None),
        (7.5, None),
        ("5-7", None),
        ("", None),
        (True, None),
        (-3, None),
    ],
)
def test_minutes_are_read(written: Cell, minutes: int | None) -> None:
    assert read_minutes(written) == minutes


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("  N° de séance ", "no de seance"),
        ("N.º de sesión", "no de sesion"),
        ("No.", "no"),
        ("Nº", "no"),
        ("#", "no"),
        ("Durée (min)", "duree"),
        ("Office/title", "office title"),
        ("START_TIME [CET]", "start time"),
    ],
)
def test_headings_are_compared_without_case_accents_and_units(heading: str, key: str) -> None:
    assert heading_key(heading) == key


@pytest.mark.parametrize(
    ("list_name", "words", "code"),
    [
        ("consent", ("Named", "nominatif", "con nombre", "yes"), "named"),
        ("consent", ("By role", "par fonction", "por cargo", "by_role"), "by_role"),
        ("consent", ("Chatham House", "Règle de Chatham House", "regla de Chatham House"), "chatham_house"),
        ("consent", ("OFF THE RECORD", "confidentiel", "No publicar", "no"), "off_the_record"),
        ("consent", ("pending", "En attente", "pendiente"), "pending"),
        ("consent", ("not asked", "non demandé", "no preguntado", ""), "not_asked"),
        ("note_kind", ("Key message", "Message clé", "mensaje clave"), "key_message"),
        ("note_kind", ("Data point", "donnée", "dato"), "data_point"),
        ("segment", ("Opening", "Ouverture", "Apertura"), "opening"),
        ("role", ("moderator", "Modératrice", "Moderación"), "moderator"),
        ("section", ("ASPAC", "Asie-Pacifique", "Asia-Pacífico"), "aspac"),
        ("gender", ("Female", "femme", "Mujer", "F"), "woman"),
        ("theme", ("Housing", "Logement", "Vivienda"), "housing"),
        ("horizon", ("immediate", "court terme", "corto plazo"), "immediate"),
        ("case_status", ("Validated by the city", "validé", "validado"), "validated"),
    ],
)
def test_words_of_three_languages_have_one_code(list_name: str, words: tuple[str, ...], code: str) -> None:
    assert {code_of(list_name, word) for word in words if word} == {code}


def test_an_unknown_word_has_no_code() -> None:
    assert code_of("consent", "perhaps") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"),
        ("français", "fr"),
        ("inglés", "en"),
        ("pt-BR", "pt-BR"),
        ("ES", "es"),
        ("Klingon", ""),
    ],
)
def test_languages_are_known_by_name_and_code(text: str, code: str) -> None:
    assert language_code(text) == code


def test_countries_are_the_same_in_each_language() -> None:
    assert country_code("Tunisia") == country_code("Tunisie") == country_code("Túnez") == "TN"
    assert country_code("UK") == country_code("Royaume-Uni") == "GB"
    assert country_code("The Philippines") == country_code("Filipinas")
    assert country_code("Atlantis") != country_code("Lemuria")


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("Ms. Ada Example", "Ms.", "Ada Example"),
        ("Mme Ada Example", "Mme", "Ada Example"),
        ("Dr Ada Example", "Dr", "Ada Example"),
        ("M. Jean Exemple", "M.", "Jean Exemple"),
        ("Ada Example", "", "Ada Example"),
        ("D Example", "", "D Example"),
        ("Ms", "", "Ms"),
    ],
)
def test_honorifics_are_told_from_names(text: str, honorific: str, name: str) -> None:
    assert honorific_and_name(text) == (honorific, name)


def test_bodies_and_groups_are_told_from_people() -> None:
    for body in (
        "Participants",
        "Local Government Associations",
        "CIB Working Group",
        "Comisión de Cultura",
        "Ville de Sfax",
    ):
        assert is_collective(body), body
    for person in ("Emilia Saiz", "Ban Ki-moon", "Ong Kian Ming", "Kim Jong Un", "Anna Bank", "Jean Public"):
        assert not is_collective(person), person


def test_likenesses_are_found_and_differences_are_left() -> None:
    assert people_alike("王伟", "Wang Wei")
    assert not people_alike("Alfonso Gil", "Alfonso Sánchez")
    assert places_alike("Düsseldorf", "Duesseldorf")
    assert not places_alike("Tunis", "Tunisia")
    assert not places_alike("Malang", "Malaga")
    assert bodies_alike("UNCDF", "United Nations Capital Development Fund")
    assert not bodies_alike("UCLG", "UCLG Africa")
