"""Who may be someone under a stricter consent is treated as them, under whatever spelling a note names them."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution, Consent, Disclosure
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate import clear
from facilitator.publishing.gate.subjects import Material, NoteSubject, PersonSubject, PlaceSubject

SECRET = PersonSubject(
    "p", "Quentara Zelvorin", office_code="mayor", office="Mayor", place=PlaceSubject("Zorbaville"),
    consent=Consent.OFF_THE_RECORD,
)  # fmt: skip
SPELLINGS = [
    "Zelvorin, Quentara",
    "quentara zelvorin",
    "Quéntara Zelvorín",
    "Q. Zelvorin",
    "Quentara B. Zelvorin",
    "Ms Zelvorin",
    "Mayor Zelvorin",
    "Deputy Mayor Quentara Zelvorin",
    "Zelvorin",
    "Quentara",
    "Quentara\u00a0Zelvorin",
    "Quentara\u200bZelvorin",
    "Quentara Zelvorin and Bellamina Torquist",
    "Bellamina Torquist; Quentara Zelvorin",
    "Mayor of Zorbaville, Quentara Zelvorin",
    "Mayor of Zorbaville Quentara Zelvorin",
    "Zorbaville: Quentara Zelvorin",
    "quentara.zelvorin@zorb.example",
]


def note(**more: object) -> NoteSubject:
    return NoteSubject("n", NoteKind.LESSON, "Kumquats.", Attribution.NAMED, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("written", SPELLINGS)
def test_an_unlisted_speaker_who_may_be_someone_off_the_record_is_off_the_record(written: str) -> None:
    unlisted = PersonSubject("u", written)
    clearance = clear(Material(people=(SECRET, unlisted), notes=(note(speaker_id="u"),)))
    assert not clearance.notes
    assert clearance.people["u"].level is Disclosure.OFF_THE_RECORD
    assert ("perhaps_the_same", "person", "u") in [(f.code, f.table, f.row_id) for f in clearance.findings]


@pytest.mark.parametrize("written", [*SPELLINGS, "Mayor of Zorbaville", "Participants (Zelvorin)"])
def test_a_voice_that_may_be_someone_off_the_record_is_off_the_record(written: str) -> None:
    clearance = clear(Material(people=(SECRET,), notes=(note(voice=written),)))
    assert not clearance.notes
    assert ("perhaps_the_same", "note", "n") in [(f.code, f.table, f.row_id) for f in clearance.findings]


@pytest.mark.parametrize(
    "written",
    ["Bellamina Torquist", "B. Zelvorin", "Bellamina Zelvorin", "Quentara Torquist", "Participants"],
)
def test_a_speaker_who_is_plainly_someone_else_keeps_what_they_said(written: str) -> None:
    unlisted = PersonSubject("u", written)
    assert clear(Material(people=(SECRET, unlisted), notes=(note(speaker_id="u"),))).notes
    assert clear(Material(people=(SECRET,), notes=(note(voice=written),))).notes


def test_two_rows_of_one_name_have_the_stricter_consent() -> None:
    other = PersonSubject("u", "ZELVORIN Quentara", consent=Consent.NAMED, present=True)
    clearance = clear(Material(people=(SECRET, other), notes=(note(speaker_id="u"),)))
    assert not clearance.notes
    assert not clearance.people["u"].listed


def test_a_voice_that_may_be_someone_by_role_is_not_told() -> None:
    secret = PersonSubject("p", "Quentara Zelvorin", consent=Consent.BY_ROLE)
    clearance = clear(Material(people=(secret,), notes=(note(voice="Ms Zelvorin"),)))
    assert clearance.notes["n"].attribution == ()
