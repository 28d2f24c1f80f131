"""A second language beside the first: written, told in the paper under the same consent, and missed where it lacks."""

import io

import pikepdf
import pypdfium2
import pytest

from facilitator.domain.prose.spans import BOLD, TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.checking.mends import mends_of
from facilitator.features.briefing.checking.rules import Occasion
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow
from facilitator.publishing.document import Beside, Heading
from facilitator.publishing.export import render
from facilitator.publishing.gate import Finding
from facilitator.storage.edits import SetFields
from facilitator.storage.records import PersonRecord
from tests.features.briefing.briefing_plan import Plan

ARABIC = "الإيرادات تنخفض بينما ترتفع التكاليف"
CHINESE = "收入下降而成本上升"


@pytest.fixture
def drafted(full: Plan) -> Plan:
    full.store.run(commands.StartBriefing(full.ids["session"]))
    return full


def paper(plan: Plan) -> BriefingRow:
    with plan.store.read() as session:
        found = queries.read_briefing(session, plan.ids["session"])
    assert found is not None
    return found


def rows(plan: Plan, key: str) -> tuple[ParagraphRow, ...]:
    section = paper(plan).section(key)
    assert section is not None
    return section.paragraphs


def found(plan: Plan, code: str) -> list[Finding]:
    with plan.store.read() as session:
        findings = queries.preflight(session, plan.ids["session"], "briefing")
    return [one for one in findings if one.code == code]


def printed(plan: Plan, language: str = "") -> str:
    with plan.store.read() as session:
        data = render(queries.build(session, plan.ids["session"], "briefing", language), "pdf").data
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def marked(plan: Plan, kind: str) -> str:
    with plan.store.read() as session:
        return render(queries.build(session, plan.ids["session"], "briefing"), kind).data.decode()


def test_each_write_of_the_second_language_is_one_step_that_is_undone_by_its_name(drafted: Plan) -> None:
    row, section = rows(drafted, "challenges")[0], paper(drafted).section("challenges")
    assert section is not None
    before = paper(drafted)
    for command in (
        commands.set_second_language(before.id, "fr"),
        commands.set_second_title(before.id, "Finances locales"),
        commands.set_second_heading(section.id, "Ce qui pèse"),
        commands.WriteSecond(row.id, "Les recettes baissent.", (TextSpan(4, 12, BOLD),)),
        commands.edit_second_caption(row.id, "Légende"),
    ):
        now = paper(drafted)
        drafted.store.run(command)
        assert paper(drafted) != now
        drafted.store.undo()
        assert paper(drafted) == now
        drafted.store.redo()
    now = paper(drafted)
    assert (now.second_language, now.second_title) == ("fr", "Finances locales")
    written = rows(drafted, "challenges")[0]
    assert (written.second_text, written.second_of) == ("Les recettes baissent.", row.text)
    assert [span.mark for span in written.second_spans] == [BOLD]


def test_both_languages_stand_in_the_printed_paper_with_both_headings(drafted: Plan) -> None:
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    drafted.store.run(
        commands.WriteSecond(rows(drafted, "challenges")[0].id, "Les recettes baissent partout.")
    )
    drafted.store.run(commands.set_second_title(paper(drafted).id, "Finances locales"))
    told = printed(drafted)
    assert "Les recettes baissent partout." in told
    assert rows(drafted, "challenges")[0].text in told
    assert "Finances locales" in told
    assert "Key messages" in told
    assert "Messages clés" in told


@pytest.mark.parametrize(("first", "second", "words"), [("en", "ar", ARABIC), ("fr", "zh", CHINESE)])
def test_passages_in_the_second_language_are_told_as_such(
    drafted: Plan, first: str, second: str, words: str
) -> None:
    drafted.store.run(commands.set_language(paper(drafted).id, first))
    drafted.store.run(commands.set_second_language(paper(drafted).id, second))
    drafted.store.run(commands.WriteSecond(rows(drafted, "challenges")[0].id, words))
    page = marked(drafted, "html")
    before, after = page.split(words, 1)
    assert f'lang="{second}"' in before[before.rindex("<div") :]
    assert words in marked(drafted, "md")
    with drafted.store.read() as session:
        data = render(queries.build(session, drafted.ids["session"], "briefing"), "pdf").data
    with pikepdf.open(io.BytesIO(data)) as file:
        told = {
            str(one.Lang) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one
        }
    assert second in told
    assert after


def test_parts_keep_their_place_in_the_contents_and_one_key_each(drafted: Plan) -> None:
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    for row in rows(drafted, "challenges"):
        drafted.store.run(commands.WriteSecond(row.id, f"Traduit : {row.text}"))
    with drafted.store.read() as session:
        sealed = queries.build(session, drafted.ids["session"], "briefing").sealed
    pairs = [pair for block in sealed.blocks if isinstance(block, Beside) for pair in block.pairs]
    keys = [one.key for pair in pairs for side in pair for one in side if isinstance(one, Heading)]
    assert len(keys) == len(set(keys))
    assert "challenges" in keys


def test_entries_lead_with_the_city_in_both_languages(drafted: Plan) -> None:
    drafted.store.run(SetFields(PersonRecord, drafted.ids["mayor"], {"consent": "named"}, "Ask"))
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    drafted.store.run(commands.WriteSecond(rows(drafted, "challenges")[0].id, "Les recettes baissent."))
    told = marked(drafted, "md")
    assert "- **Quito:** Revenue falls" in told
    assert "**Quito\u00a0:** Les recettes" in told


def test_numbered_entries_count_on_in_both_languages(drafted: Plan) -> None:
    section = paper(drafted).section("challenges")
    assert section is not None
    made = (Written("one", Style.NUMBERED, "First."), Written("two", Style.NUMBERED, "Second."))
    drafted.store.run(commands.WriteSection(section.id, made))
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    for row_id, words in (("one", "Premier."), ("two", "Deuxième.")):
        drafted.store.run(commands.WriteSecond(row_id, words))
    told = marked(drafted, "md")
    assert "2. Second." in told
    assert "2. Deuxième." in told or "2) Deuxième." in told


def test_nobody_is_named_in_the_second_language_who_may_not_be(drafted: Plan) -> None:
    mayor = {"name": "Rosa Quispe", "consent": "chatham_house"}
    drafted.store.run(SetFields(PersonRecord, drafted.ids["mayor"], mayor, "Ask"))
    section = paper(drafted).section("challenges")
    assert section is not None
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    drafted.store.run(commands.set_second_title(paper(drafted).id, "Avec Rosa Quispe"))
    drafted.store.run(commands.set_second_heading(section.id, "Selon Rosa Quispe"))
    for row in rows(drafted, "challenges"):
        drafted.store.run(commands.WriteSecond(row.id, "Rosa Quispe alerte.", (TextSpan(0, 6, BOLD),)))
        drafted.store.run(commands.edit_second_caption(row.id, "Rosa Quispe"))
    for told in (printed(drafted), marked(drafted, "html"), marked(drafted, "md")):
        assert "alerte." in told
        assert "Quispe" not in told
    told = marked(drafted, "md")
    assert "name withheld" not in told.split("alerte.")[0].splitlines()[-1]


def test_what_is_not_translated_is_told_once_for_each_part(drafted: Plan) -> None:
    assert not found(drafted, "second_missing")
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    first = found(drafted, "second_missing")
    assert any("Challenges" in one.message or "challenges" in one.message for one in first)
    for row in rows(drafted, "challenges"):
        drafted.store.run(commands.WriteSecond(row.id, "Traduit."))
    assert len(found(drafted, "second_missing")) == len(first) - 1


def test_a_first_text_that_was_changed_since_is_told_and_settled(drafted: Plan) -> None:
    row = rows(drafted, "challenges")[0]
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    drafted.store.run(commands.WriteSecond(row.id, "Traduit."))
    assert not found(drafted, "second_outdated")
    drafted.store.run(commands.edit_paragraph(row.id, text="Said otherwise."))
    (told,) = found(drafted, "second_outdated")
    assert told.row_id == row.id
    (mend,) = mends_of(told, paper(drafted), Occasion())
    drafted.store.run(mend.command)
    assert not found(drafted, "second_outdated")
    assert rows(drafted, "challenges")[0].second_text == "Traduit."


def test_paragraphs_that_are_joined_join_their_second_texts(drafted: Plan) -> None:
    section = paper(drafted).section("challenges")
    assert section is not None
    made = (Written("one", Style.BODY, "First."), Written("two", Style.BODY, "Second."))
    drafted.store.run(commands.WriteSection(section.id, made))
    drafted.store.run(commands.set_second_language(paper(drafted).id, "fr"))
    drafted.store.run(commands.WriteSecond("one", "Premier."))
    drafted.store.run(commands.WriteSecond("two", "Deuxième.", (TextSpan(0, 9, BOLD),)))
    joined = (Written("one", Style.BODY, "First. Second."),)
    drafted.store.run(commands.WriteSection(section.id, joined, {"two": "one"}))
    (row,) = rows(drafted, "challenges")
    assert row.second_text == "Premier. Deuxième."
    assert [(span.start, span.end) for span in row.second_spans] == [(9, 18)]
    assert found(drafted, "second_outdated")
