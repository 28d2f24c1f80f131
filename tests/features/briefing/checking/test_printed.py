"""What a paper could not show or not lead to: told where it must be, and where it must not, and settled in place."""

from __future__ import annotations

import pytest

from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.checking.mends import mends_of
from facilitator.features.briefing.checking.print_mends import Mend
from facilitator.features.briefing.checking.printed import printed_findings
from facilitator.features.briefing.checking.rules import Occasion
from facilitator.features.briefing.commands import StartBriefing
from facilitator.features.briefing.composing.linking import link_to
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow, SectionRow
from facilitator.publishing.document import Bullets, Heading
from facilitator.publishing.export import fits, render, unshown
from facilitator.publishing.gate import Finding
from facilitator.storage.records import BriefingParagraphRecord
from tests.features.briefing.briefing_plan import Plan

LOST = "\U00016800"
"""A letter of the Bamum script, which no font that ships has."""
HEADINGS = {"messages": "Key messages", "lessons": "Lessons: from the immediate to beyond"}


def paragraph(text: str, *spans: TextSpan, style: Style = Style.BULLET, **values: str) -> ParagraphRow:
    return ParagraphRow("p", "s", 0, style, text, (), spans, **values)


def paper(*rows: ParagraphRow, **values: str) -> BriefingRow:
    section = SectionRow("s", "messages", "", "Key messages", "", generated=False, paragraphs=rows)
    return BriefingRow("b", "x", "briefing", values.pop("title", ""), "en", (section,), **values)


def found(*rows: ParagraphRow, is_too_long: bool = False, title: str = "Finance") -> list[Finding]:
    briefing = paper(*rows, title=title)
    return list(printed_findings(briefing, Occasion(), HEADINGS, is_too_long=is_too_long))


def codes(*rows: ParagraphRow) -> list[str]:
    return [one.code for one in found(*rows)]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quoted” – and dashes…",
        "Économie où naïve Łódź",
        "Города",
        "城市の한국",
        "مدينة",
        "→ ✓ ☐ ≤ ₽ №",
        "👍🏽 🇰🇪",
        "a\u00adb\x07c",
    ],
)
def test_what_a_font_has_or_nobody_prints_is_not_told(text: str) -> None:
    assert unshown(text) == ()
    assert codes(paragraph(text)) == []


def test_a_mark_that_no_font_has_does_not_take_its_letter_with_it() -> None:
    assert unshown("ab\U00016af0c") == ("\U00016af0",)


@pytest.mark.parametrize("field", ["text", "caption", "second_text", "second_caption"])
def test_characters_that_no_font_has_are_named_with_their_paragraph(field: str) -> None:
    values = {"text": "x", field: f"Go {LOST}{LOST} on \U00012000."}
    one = found(paragraph(values.pop("text"), **values))[0]
    assert (one.code, one.table, one.row_id) == ("glyph_missing", "briefing_paragraph", "p")
    assert one.message == f"No font has {LOST} \U00012000: printed by code."


def test_characters_of_the_title_are_told_of_the_paper() -> None:
    assert [(one.code, one.row_id) for one in found(title=f"City {LOST}")] == [("glyph_missing", "")]


def test_what_is_told_before_is_what_the_file_prints_by_code(plan: Plan) -> None:
    plan.note("message", "key_message", f"One {LOST} letter.")
    plan.keep()
    plan.store.run(StartBriefing(plan.ids["session"]))
    with plan.store.read() as session:
        told = [
            one.message
            for one in queries.preflight(session, plan.ids["session"])
            if one.code == "glyph_missing"
        ]
        rendering = render(queries.build(session, plan.ids["session"], "briefing"), "pdf")
    assert told == [f"No font has {LOST}: printed by code."]
    assert rendering.missing == (LOST,)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://example.org/", []),
        ("#messages", []),
        ("#lessons", []),
        ("#gone", ["link_inside_dead"]),
        ("file:///etc/passwd", ["link_dead"]),
        ("#", ["link_dead"]),
    ],
)
def test_a_link_that_opens_nothing_is_told(link: str, expected: list[str]) -> None:
    assert codes(paragraph("see", TextSpan(0, 3, "a", link))) == expected
    second = ParagraphRow(
        "p", "s", 0, Style.BODY, "x", (), second_text="ver", second_spans=(TextSpan(0, 3, "a", link),)
    )
    assert codes(second) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See part “Key messages”.", []),
        ("See the section “key  messages” above.", []),
        ("See section “Ways to pay”.", ["reference_dead"]),
        ("Voir la partie « Ce qui reste ».", ["reference_dead"]),
        ("См. раздел «Что дальше».", ["reference_dead"]),
        ("They read “Ways to pay” together.", []),
    ],
)
def test_a_part_that_is_referred_to_and_not_there_is_told(text: str, expected: list[str]) -> None:
    assert codes(paragraph(text)) == expected


def test_a_paper_that_does_not_fit_its_page_is_told_before_it_is_printed(plan: Plan) -> None:
    for number in range(5):
        plan.note(f"m{number}", "key_message", f"{number} " + "Cities need funds at once. " * 120)
    plan.keep()
    plan.store.run(StartBriefing(plan.ids["session"], "flash"))
    with plan.store.read() as session:
        told = [one.code for one in queries.preflight(session, plan.ids["session"], "flash")]
        made = queries.build(session, plan.ids["session"], "flash")
        note = queries.build(session, plan.ids["session"], "briefing")
    assert "page_overfull" in told
    assert render(made, "pdf").overfull
    assert not fits(made)
    assert fits(note)


def test_a_flash_note_that_fits_is_not_told(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"], "flash"))
    with full.store.read() as session:
        told = [one.code for one in queries.preflight(session, full.ids["session"], "flash")]
        made = queries.build(session, full.ids["session"], "flash")
    assert "page_overfull" not in told
    assert not render(made, "pdf").overfull


def mends(code: str, row: ParagraphRow) -> list[Mend]:
    one = next(one for one in (*found(row), *extra(row)) if one.code == code)
    return mends_of(one, paper(row), Occasion())


def extra(row: ParagraphRow) -> list[Finding]:
    from datetime import date

    from facilitator.domain.issuing import Status
    from facilitator.features.briefing.checking.rules import findings_of

    return list(findings_of(paper(row), Occasion(), {}, Status.DRAFT, date(2020, 5, 1)))


def test_characters_are_left_out_and_what_is_bold_stays_on_its_words(plan: Plan) -> None:
    row = paragraph(f"{LOST}Go {LOST}far", TextSpan(5, 8, "b"))
    (mend,) = mends("glyph_missing", row)
    assert mend.words == "Leave the characters out"
    assert mend.command.values == {"text": "Go far", "spans": '[[3,6,"b"]]'}  # type: ignore[attr-defined]


def test_a_dead_link_is_taken_away_and_others_stay() -> None:
    row = paragraph("see more", TextSpan(0, 3, "a", "file:///x"), TextSpan(4, 8, "a", "https://example.org/"))
    (mend,) = mends("link_dead", row)
    assert mend.command.values["spans"] == '[[4,8,"a","https://example.org/"]]'  # type: ignore[attr-defined]
    inside = paragraph("see more", TextSpan(0, 3, "a", "#gone"), TextSpan(4, 8, "a", "https://example.org/"))
    (mend,) = mends("link_inside_dead", inside)
    assert mend.command.values["spans"] == '[[4,8,"a","https://example.org/"]]'  # type: ignore[attr-defined]


def test_a_caption_may_describe_its_picture() -> None:
    row = paragraph("", style=Style.PICTURE, caption="The market of Quito", picture="abc")
    (mend,) = mends("picture_without_alternative", row)
    assert mend.command.values == {"text": "The market of Quito"}  # type: ignore[attr-defined]
    assert mends("picture_without_alternative", paragraph("", style=Style.PICTURE, picture="abc")) == []


def test_a_link_to_a_part_is_typed_by_its_heading_and_goes_to_it_in_print(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    with full.store.read() as session:
        briefing = queries.read_briefing(session, full.ids["session"])
    assert briefing
    heading = next(one.usual_heading for one in briefing.sections if one.key == "key_messages")
    assert link_to(f"# {heading.upper()}", briefing) == "#key_messages"
    assert link_to("#Not there", briefing) == "#Not there"
    assert link_to("https://example.org/", briefing) == "https://example.org/"
    row = next(one for part in briefing.sections for one in part.paragraphs if one.text == "Act fast.")
    full.store.run(commands.edit_words(row.id, {"spans": '[[0,3,"a","#key_messages"]]'}))
    with full.store.read() as session:
        assert session.get(BriefingParagraphRecord, row.id)
        made = queries.build(session, full.ids["session"], "briefing")
        told = [one.code for one in queries.preflight(session, full.ids["session"])]
    assert not [code for code in told if code.startswith("link")]
    runs = [
        run
        for block in made.sealed.blocks
        if isinstance(block, Bullets)
        for item in block.items
        for run in item.runs
    ]
    assert [run.target for run in runs if run.text == "Act"] == ["key_messages"]
    assert "key_messages" in {block.key for block in made.sealed.blocks if isinstance(block, Heading)}
    assert b"#key-messages" in render(made, "md").data or b"](#" in render(made, "md").data
