"""Who gets a paper: the public as consent allows, the team everyone but the off-the-record, a person themselves."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution, Consent, Disclosure
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.document import Cover, Document, Paragraph, plain
from facilitator.publishing.gate import Audience, clear, seal
from facilitator.publishing.gate.subjects import Material, NoteSubject, PersonSubject, PlaceSubject

ZORB = PlaceSubject("Zorbaville", country="Zorbia")
RULES = [Attribution.NAMED, Attribution.CHATHAM_HOUSE, Attribution.OFF_THE_RECORD]
TEXT = "Now Quentara Zelvorin, Mayor of Zorbaville, and Bellamina Torquist speak."


def people(consent: Consent, rule: Attribution = Attribution.NAMED) -> tuple[PersonSubject, ...]:
    quentara = PersonSubject(
        "q", "Quentara Zelvorin", office_title="Mayor", place=ZORB, consent=consent, present=True,
        session_rule=rule,
    )  # fmt: skip
    other = PersonSubject("b", "Bellamina Torquist", consent=Consent.BY_ROLE, present=True, session_rule=rule)
    return quentara, other


def printed(material: Material) -> str:
    document = Document("T", "en", Cover("S", "K", TEXT), (Paragraph(plain(TEXT)),), stem=TEXT)
    sealed = seal(document, clear(material).protection).sealed
    block = sealed.blocks[0]
    assert isinstance(block, Paragraph)
    return "".join([sealed.cover.title, sealed.stem, *(run.text for run in block.runs)])


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("consent", [one for one in Consent if one is not Consent.OFF_THE_RECORD])
def test_a_working_paper_of_the_team_names_who_takes_part(consent: Consent, rule: Attribution) -> None:
    material = Material(people=people(consent, rule), places=(ZORB,), audience=Audience.TEAM)
    cleared = clear(material).people["q"]
    assert (cleared.name, cleared.office, cleared.place) == ("Quentara Zelvorin", "Mayor", "Zorbaville")
    assert printed(material).startswith(TEXT)


@pytest.mark.parametrize("audience", Audience)
def test_who_is_off_the_record_is_named_to_nobody(audience: Audience) -> None:
    material = Material(people=people(Consent.OFF_THE_RECORD), places=(ZORB,), audience=audience)
    assert not clear(material).people["q"].listed
    assert "zelvorin" not in printed(material).casefold()


def test_who_may_be_someone_off_the_record_is_named_to_nobody_either() -> None:
    secret = PersonSubject("s", "Zelvorin, Quentara", consent=Consent.OFF_THE_RECORD)
    material = Material(people=(*people(Consent.NAMED), secret), audience=Audience.TEAM)
    assert clear(material).people["q"].level is Disclosure.OFF_THE_RECORD


def test_the_same_people_are_not_named_in_public() -> None:
    for consent in (Consent.BY_ROLE, Consent.NOT_ASKED, Consent.CHATHAM_HOUSE, Consent.PENDING):
        assert "zelvorin" not in printed(Material(people=people(consent), places=(ZORB,))).casefold()


@pytest.mark.parametrize("consent", Consent)
def test_a_persons_own_paper_names_them_and_nobody_else_who_must_not_be_named(consent: Consent) -> None:
    material = Material(people=people(consent), places=(ZORB,), given_to=frozenset("q"))
    assert clear(material).people["q"].name == "Quentara Zelvorin"
    shown = printed(material)
    assert "Quentara Zelvorin" in shown
    assert "torquist" not in shown.casefold()


def test_what_a_withheld_note_says_stays_out_of_a_working_paper_too() -> None:
    said = NoteSubject("n", NoteKind.QUOTE, TEXT, Attribution.PENDING, speaker_id="q")
    material = Material(people=people(Consent.NAMED), notes=(said,), audience=Audience.TEAM)
    assert "[text withheld]" in printed(material)
