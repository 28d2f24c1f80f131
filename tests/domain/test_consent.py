"""The stricter of what a person agreed to and how a note is attributed holds."""

import itertools

import pytest

from facilitator.domain.consent import Attribution, Consent, Disclosure, of_note, of_person

EXPECTED = {
    ("named", "named"): Disclosure.NAMED,
    ("not_asked", "named"): Disclosure.BY_ROLE,
    ("named", "chatham_house"): Disclosure.CHATHAM_HOUSE,
    ("off_the_record", "named"): Disclosure.OFF_THE_RECORD,
    ("named", "pending"): Disclosure.WITHHELD,
    ("pending", "by_role"): Disclosure.WITHHELD,
    ("by_role", "off_the_record"): Disclosure.OFF_THE_RECORD,
}


@pytest.mark.parametrize(("pair", "level"), EXPECTED.items())
def test_the_stricter_holds(pair: tuple[str, str], level: Disclosure) -> None:
    assert of_note(Attribution(pair[1]), Attribution.NAMED, Consent(pair[0])) is level


def test_no_pair_is_milder_than_either_part() -> None:
    for consent, attribution, rule in itertools.product(Consent, Attribution, Attribution):
        together = of_note(attribution, rule, consent)
        assert together >= of_note(attribution, Attribution.NAMED, None)
        assert together >= of_note(Attribution.NAMED, rule, None)
        assert together >= of_note(Attribution.NAMED, Attribution.NAMED, consent)


def test_a_rule_for_the_session_holds_for_notes_without_a_speaker() -> None:
    assert of_note(Attribution.NAMED, Attribution.CHATHAM_HOUSE, None) is Disclosure.CHATHAM_HOUSE


def test_a_person_all_of_whose_notes_are_restricted_is_not_named_beside_them() -> None:
    restricted = [Disclosure.CHATHAM_HOUSE, Disclosure.OFF_THE_RECORD]
    assert of_person(Consent.NAMED, Attribution.NAMED, restricted) is Disclosure.CHATHAM_HOUSE
    assert of_person(Consent.NAMED, Attribution.NAMED, [*restricted, Disclosure.NAMED]) is Disclosure.NAMED
    assert of_person(Consent.NAMED, Attribution.NAMED, []) is Disclosure.NAMED


def test_only_text_up_to_chatham_house_may_be_published() -> None:
    assert [level.text_may_be_published for level in Disclosure] == [True, True, True, False, False]
