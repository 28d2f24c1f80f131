"""What the gate lets through of people, notes and cases, level by level."""

from __future__ import annotations

import dataclasses

import pytest

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import Gender, NoteKind
from facilitator.publishing.gate import clear
from facilitator.publishing.gate.subjects import (
    CaseSubject,
    Material,
    NoteSubject,
    OrganisationSubject,
    PersonSubject,
    PlaceSubject,
)

SFAX = PlaceSubject("Sfax", country="Tunisia")


def person(consent: Consent, rule: Attribution = Attribution.NAMED) -> PersonSubject:
    return PersonSubject(
        "p", "Mounir Elloumi", office_code="mayor", office="Mayor", office_title="Mayor", role="Speaker",
        organisation=OrganisationSubject("Union of Towns"), place=SFAX, section="Africa", gender=Gender.MAN,
        biography="Born somewhere.", consent=consent, present=True, session_rule=rule,
    )  # fmt: skip


def note(
    attribution: Attribution = Attribution.NAMED, kind: NoteKind = NoteKind.LESSON, **more: object
) -> NoteSubject:
    return NoteSubject("n", kind, "We in Sfax, Tunisia, learnt.", attribution, **({"speaker_id": "p"} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("consent", "attribution", "rule", "expected"),
    [
        (Consent.NAMED, Attribution.NAMED, Attribution.NAMED, ("Mounir Elloumi", "Mayor", "Sfax")),
        (Consent.NAMED, Attribution.BY_ROLE, Attribution.NAMED, ("Mayor", "Sfax")),
        (Consent.NOT_ASKED, Attribution.NAMED, Attribution.NAMED, ("Mayor", "Sfax")),
        (Consent.BY_ROLE, Attribution.NAMED, Attribution.NAMED, ("Mayor", "Sfax")),
        (Consent.NAMED, Attribution.NAMED, Attribution.CHATHAM_HOUSE, ()),
        (Consent.CHATHAM_HOUSE, Attribution.NAMED, Attribution.NAMED, ()),
        (Consent.BY_ROLE, Attribution.CHATHAM_HOUSE, Attribution.NAMED, ()),
        (Consent.NAMED, Attribution.PENDING, Attribution.NAMED, None),
        (Consent.PENDING, Attribution.NAMED, Attribution.NAMED, None),
        (Consent.NAMED, Attribution.NAMED, Attribution.OFF_THE_RECORD, None),
        (Consent.OFF_THE_RECORD, Attribution.NAMED, Attribution.NAMED, None),
    ],
)
def test_the_strictest_of_consent_attribution_and_rule_decides_the_attribution_line(
    consent: Consent, attribution: Attribution, rule: Attribution, expected: tuple[str, ...] | None
) -> None:
    material = Material(people=(person(consent, rule),), notes=(note(attribution, session_rule=rule),))
    cleared = clear(material).notes.get("n")
    assert (cleared.attribution if cleared else None) == expected


def test_logistics_are_never_published() -> None:
    assert not clear(Material(people=(person(Consent.NAMED),), notes=(note(kind=NoteKind.LOGISTICS),))).notes


def test_a_chatham_house_note_loses_office_place_country_and_addresses() -> None:
    said = note(
        Attribution.CHATHAM_HOUSE,
        place=SFAX,
        source_url="https://example.org/x",
        language="ar",
        answer="As Mayor, I know.",
        source="Union of Towns",
    )
    cleared = clear(Material(people=(person(Consent.NAMED),), notes=(said,))).notes["n"]
    assert cleared.text == "We in [place withheld], [place withheld], learnt."
    assert cleared.answer == "As [office withheld], I know."
    assert cleared.source == "[organisation withheld]"
    assert (cleared.place, cleared.source_url, cleared.language) == ("", "", "")


def test_a_person_beside_only_restricted_notes_is_shown_no_more_than_they_are() -> None:
    people = (person(Consent.NAMED),)
    restricted = clear(Material(people=people, notes=(note(Attribution.CHATHAM_HOUSE),))).people["p"]
    assert (restricted.listed, restricted.name, restricted.place, restricted.section) == (False, "", "", "")
    mixed = Material(people=people, notes=(note(Attribution.CHATHAM_HOUSE), note(Attribution.NAMED)))
    assert clear(mixed).people["p"].name == "Mounir Elloumi"
    case = CaseSubject("c", "Case", Attribution.CHATHAM_HOUSE, speaker_id="p")
    assert not clear(Material(people=people, cases=(case,))).people["p"].listed


def test_by_role_shows_office_and_place_and_no_name_or_biography() -> None:
    shown = clear(Material(people=(person(Consent.NOT_ASKED),))).people["p"]
    assert (shown.name, shown.office, shown.place, shown.biography) == ("", "Mayor", "Sfax", "")


def test_a_case_of_a_chatham_house_speaker_is_told_without_its_city() -> None:
    told = CaseSubject(
        "c", "Markets of Sfax", speaker_id="p", place=SFAX, measures="Sfax opened its markets."
    )
    cleared = clear(Material(people=(person(Consent.CHATHAM_HOUSE),), cases=(told,))).cases["c"]
    assert cleared.title == "Markets of [place withheld]"
    assert cleared.measures == "[place withheld] opened its markets."
    assert (cleared.place, cleared.country) == ("", "")


@pytest.mark.parametrize("consent", [Attribution.PENDING, Attribution.OFF_THE_RECORD])
def test_a_case_withheld_by_its_own_consent_is_left_out(consent: Attribution) -> None:
    clearance = clear(Material(cases=(CaseSubject("c", "Case", consent),)))
    assert not clearance.cases
    assert [finding.code for finding in clearance.findings] == ["case_withheld"]


def test_prose_that_rests_on_a_withheld_or_unknown_note_is_not_published() -> None:
    clearance = clear(Material(people=(person(Consent.NAMED),), notes=(note(Attribution.PENDING),)))
    assert clearance.prose("Words", ("n",)) is None
    assert clearance.prose("Words", ("gone",)) is None
    assert clearance.prose("Words", ()) == "Words"


def test_prose_that_rests_on_a_chatham_house_note_tells_no_place_though_a_named_note_may() -> None:
    other = NoteSubject("m", NoteKind.LESSON, "Sfax", Attribution.NAMED, place=SFAX)
    material = Material(people=(person(Consent.NAMED),), notes=(note(Attribution.CHATHAM_HOUSE), other))
    clearance = clear(material)
    assert clearance.prose("Seen in Sfax", ("n", "m")) == "Seen in [place withheld]"
    assert clearance.prose("Seen in Sfax", ("m",)) == "Seen in Sfax"


def test_the_words_of_a_withheld_note_are_withheld_wherever_they_were_copied() -> None:
    secret = NoteSubject("n", NoteKind.QUOTE, "The budget will be cut by half. We know.", Attribution.PENDING)
    clearance = clear(Material(notes=(secret,)))
    assert (
        clearance.protection.clean("So: “the budget will be CUT by half”!").text == "So: “[text withheld]”!"
    )


def test_an_unknown_voice_is_told_only_where_the_note_may_be_attributed() -> None:
    voiced = note(speaker_id="", voice="Jean Tremblay")
    assert clear(Material(notes=(voiced,))).notes["n"].attribution == ("Jean Tremblay",)
    restricted = note(Attribution.BY_ROLE, speaker_id="", voice="Jean Tremblay")
    clearance = clear(Material(notes=(restricted,)))
    assert clearance.notes["n"].attribution == ()
    assert clearance.protection.clean("J. Tremblay").text == "[name withheld]"


def test_a_replacement_in_a_note_is_told() -> None:
    said = note(Attribution.CHATHAM_HOUSE, place=SFAX)
    findings = clear(Material(people=(person(Consent.NAMED),), notes=(said,))).findings
    assert ("replaced_in_note", "note", "n") in [(one.code, one.table, one.row_id) for one in findings]


def test_the_preflight_tells_what_waits_and_names_nobody() -> None:
    material = Material(
        people=(person(Consent.NOT_ASKED),),
        notes=(
            note(Attribution.PENDING, NoteKind.QUOTE),
            dataclasses.replace(note(kind=NoteKind.DATA_POINT, to_verify=True), id="m", text="One in five."),
        ),
    )
    findings = clear(material).findings
    assert [(one.code, one.table, one.row_id) for one in findings] == [
        ("person_not_asked", "person", "p"),
        ("quote_pending", "note", "n"),
        ("data_point_to_verify", "note", "m"),
    ]
    assert not any("Elloumi" in one.message for one in findings)
