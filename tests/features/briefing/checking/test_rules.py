"""What the words of a paper tell a careful reader: each rule where it must fire, and where it must not."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.consent import Disclosure
from facilitator.domain.issuing import Status
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.checking.rules import Occasion, findings_of, wrong_facts
from facilitator.features.briefing.rows import BriefingRow, EvidenceRow, ParagraphRow, SectionRow

OCCASION = Occasion("Beyond the immediate response: local finance", "8", "2020-04-23")
TODAY = date(2020, 5, 1)


def paragraph(text: str, style: Style = Style.BULLET, **values: object) -> ParagraphRow:
    return ParagraphRow("p", "s", 0, style, text, **{"evidence": (), **values})  # type: ignore[arg-type]  # fields by name


def note(said: str, now: str) -> EvidenceRow:
    return EvidenceRow("e", "n", "lesson", now, "", "", Disclosure.NAMED, withheld=False, said=said)


def codes(*rows: ParagraphRow, due: str = "", status: Status = Status.DRAFT, **limits: int) -> list[str]:
    section = SectionRow("s", "key", "", "Key messages", "", generated=False, paragraphs=rows, **limits)
    briefing = BriefingRow("b", "x", "briefing", "", "en", (section,), due=due)
    return [one.code for one in findings_of(briefing, OCCASION, {"key": "Key messages"}, status, TODAY)]


def test_a_part_that_keeps_its_limits_is_not_told() -> None:
    assert codes(paragraph("one two"), paragraph("three"), most_words=3, most_items=2, least_items=2) == []


def test_a_part_that_is_too_long_too_full_or_too_thin_is_told() -> None:
    assert codes(paragraph("one two three"), most_words=2) == ["part_too_long"]
    assert codes(paragraph("one"), paragraph("two"), most_items=1) == ["part_too_full"]
    assert codes(paragraph("one"), least_items=2) == ["part_too_thin"]


def test_subheadings_and_empty_paragraphs_are_no_items() -> None:
    rows = (paragraph("Head", Style.SUBHEADING), paragraph("one"), paragraph("  "))
    assert codes(*rows, most_items=1) == []


@pytest.mark.parametrize(
    ("due", "status", "found"),
    [
        ("2020-04-30", Status.DRAFT, ["overdue"]),
        ("2020-05-01", Status.DRAFT, []),
        ("2020-04-30", Status.ISSUED, []),
        ("", Status.DRAFT, []),
    ],
)
def test_a_deadline_that_passed_is_told_until_the_paper_is_issued(
    due: str, status: Status, found: list[str]
) -> None:
    assert codes(due=due, status=status) == found


def test_a_source_that_moved_is_told_and_one_that_stands_is_not() -> None:
    assert codes(paragraph("x", evidence=(note("Act fast.", "Act."),))) == ["source_moved"]
    assert codes(paragraph("x", evidence=(note("Act.", "Act."),))) == []


def test_a_picture_needs_a_description_and_its_file() -> None:
    assert codes(paragraph("", Style.PICTURE, picture="abc")) == ["picture_without_alternative"]
    assert codes(paragraph("A wall", Style.PICTURE)) == ["picture_lost"]
    assert codes(paragraph("A wall", Style.PICTURE, picture="abc")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was held on 24 April 2020.", [("24 April 2020", "23 April 2020")]),
        ("It was held on April 24, 2020.", [("April 24, 2020", "23 April 2020")]),
        ("Held on 2020-04-24.", [("2020-04-24", "2020-04-23")]),
        ("On 23 April 2021 we met.", [("23 April 2021", "23 April 2020")]),
        ("It was held on 23 April 2020.", []),
        ("The results come on 14 June 2021.", []),
        ("On 31 February 2020 nothing was.", []),
        ("This was session 7 of the series.", [("session 7", "session 8")]),
        ("The 7th Live Learning Experience", [("7th Live Learning", "8th Live Learning")]),
        ("This was session 8; in 2020 there were 17 sessions.", []),
        (
            "We called it “Beyond the imediate response: local finance”.",
            [("Beyond the imediate response: local finance", "Beyond the immediate response: local finance")],
        ),
        ("We called it “Beyond the immediate response: Local Finance”.", []),
        ("They spoke of “The cultural mobilization in the pandemic”.", []),
        ("Nothing of it.", []),
    ],
)
def test_facts_that_differ_from_the_record_are_found_with_what_it_says(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(wrong_facts(text, OCCASION)) == found


def test_dates_are_read_in_the_language_of_the_paper() -> None:
    french = Occasion("", "", "2020-04-23", "fr")
    assert list(wrong_facts("Le 24 avril 2020 à Madrid", french)) == [("24 avril 2020", "23 avril 2020")]
    spanish = Occasion("", "", "2020-04-23", "es")
    assert list(wrong_facts("El 24 de abril de 2020", spanish)) == [
        ("24 de abril de 2020", "23 de abril de 2020")
    ]


def test_without_a_record_nothing_differs() -> None:
    assert list(wrong_facts("On 24 April 2020, session 7, “A title of some length”", Occasion())) == []
