"""Templates as data: those that ship, one's own, and what papers become by them."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile

import pikepdf
import pytest
from PIL import Image

from facilitator.domain.errors import Refused
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.assembly import sentence
from facilitator.features.briefing.commands import (
    AddTemplate,
    CopyTemplate,
    DeleteTemplate,
    EditTemplate,
    StartBriefing,
)
from facilitator.features.briefing.queries import (
    build,
    find_template,
    list_templates,
    read_briefing,
    template_named,
)
from facilitator.features.briefing.templates import (
    CONTENT_LABELS,
    SHIPPED,
    VOICE_LABELS,
    Content,
    Part,
    Voice,
    parse,
    template,
    write,
)
from facilitator.publishing import export
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage import records
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import SetFields
from facilitator.storage.terms import term_id
from tests.features.briefing.briefing_plan import Plan


def printed(plan: Plan, name: str, language: str = "", *, of_all: bool = False) -> str:
    with plan.store.read() as session:
        document = build(session, "" if of_all else plan.ids["session"], name, language)
    return export.render(document, "md").data.decode()


def texts_of(plan: Plan, name: str) -> list[str]:
    """The words of all paragraphs of a stored paper."""
    with plan.store.read() as session:
        found = read_briefing(session, plan.ids["session"], name)
    assert found is not None
    return [row.text for one in found.sections for row in one.paragraphs]


def own(plan: Plan, name: str = "flash", title: str = "Ours") -> str:
    command = CopyTemplate(name, title)
    plan.store.run(command)
    return command.id


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_written_of_a_template_is_read_as_the_same(name: str) -> None:
    shipped = template(name)
    assert parse(write(shipped), name) == shipped
    assert shipped.title
    assert shipped.about
    assert shipped.parts
    assert all(part.written or part.content for part in shipped.parts)


def test_every_content_and_voice_has_a_name_for_people() -> None:
    assert set(CONTENT_LABELS) == set(Content)
    assert set(VOICE_LABELS) == set(Voice)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "not written as JSON"),
        ("[]", "an object in braces"),
        ('{"parts": [{"key": "Ä"}]}', "“key” is not"),
        ('{"parts": [{"key": "a"}, {"key": "a"}]}', "Two parts"),
        ('{"parts": [{"key": "a", "most_words": -1}]}', "“most_words” is not"),
        ('{"parts": [{"key": "a", "most_words": true}]}', "“most_words” is not"),
        ('{"parts": [{"key": "a", "content": "weather"}]}', "“content” is not"),
        ('{"parts": [{"key": "a", "content": []}]}', "“content” is not"),
        ('{"parts": [{"key": "a", "groups": [{"kinds": ["gossip"]}]}]}', "“kinds” is not"),
        ('{"parts": [{"key": "a", "groups": [{"kinds": [[]]}]}]}', "“kinds” is not"),
        ('{"accent": "red"}', "“accent” is not"),
        ('{"typeface": 5}', "“typeface” is not"),
        ('{"quiet": 1}', "“quiet” is not"),
        ("[" * 5000, "not written as JSON"),
        ('{"title": "' + "x" * 1_000_001 + '"}', "longer than"),
    ],
)
def test_what_is_no_template_is_refused_and_says_where(text: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text, "id")
    assert why in str(refused.value)


def test_the_form_of_the_rapporteur_has_a_sentence_for_each_issue_and_a_paragraph_for_each_speaker(
    full: Plan,
) -> None:
    full.store.run(StartBriefing(full.ids["session"], "rapporteur-form"))
    with full.store.read() as session:
        found = read_briefing(session, full.ids["session"], "rapporteur-form")
    assert found is not None
    issues, told = found.section("key_issues"), found.section("presentations")
    assert issues is not None
    assert told is not None
    assert issues.paragraphs
    assert all(row.style is Style.BODY for row in issues.paragraphs)
    assert all(row.text.endswith((".", "!", "?")) for row in issues.paragraphs)
    speakers = [{one.speaker for one in row.evidence} for row in told.paragraphs if row.evidence]
    assert speakers
    assert all(len(one) == 1 for one in speakers)


def test_what_one_speaker_showed_is_one_paragraph_that_rests_on_all_of_it(full: Plan) -> None:
    mayor = full.ids["mayor"]
    full.note(
        "more", "measure", "markets stayed open", position=99, speaker_id=mayor, place_id=full.ids["quito"]
    )
    full.keep()
    full.store.run(StartBriefing(full.ids["session"], "rapporteur-form"))
    with full.store.read() as session:
        found = read_briefing(session, full.ids["session"], "rapporteur-form")
    told = found.section("presentations") if found else None
    assert told is not None
    row = next(row for row in told.paragraphs if len(row.evidence) > 1)
    assert row.text == "Rents were frozen. Markets stayed open."
    assert {one.note_id for one in row.evidence} == {full.ids["measure"], full.ids["more"]}


def test_a_case_that_was_heard_under_a_stricter_rule_in_another_session_is_told_by_that(full: Plan) -> None:
    assert "Quito: Solidarity basket" in printed(full, "catalogue", of_all=True)
    strict = full.add(
        records.LearningSessionRecord,
        label="1",
        date="2019-01-01",
        attribution="chatham_house",
        title="Before",
    )
    full.add(
        records.NoteRecord, session_id=strict, kind="city_case", text="Heard there.", case_id=full.ids["case"]
    )
    full.keep()
    text = printed(full, "catalogue", of_all=True)
    assert "Solidarity basket" in text
    assert "Quito: Solidarity basket" not in text
    assert "## Country not named" in text


def test_a_paragraph_that_is_longer_than_one_may_be_is_told(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"], "rapporteur-form"))
    with full.store.read() as session:
        found = read_briefing(session, full.ids["session"], "rapporteur-form")
    assert found is not None
    section = found.section("key_issues")
    assert section is not None
    assert not section.too_long
    row = dataclasses.replace(section.paragraphs[0], text="word " * 41)
    assert dataclasses.replace(section, paragraphs=(row,)).too_long == (row,)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("cities act", "en", "Cities act."),
        ("Cities act!", "en", "Cities act!"),
        ("he said “act.”", "en", "He said “act.”"),
        ("城市行动", "zh", "城市行动。"),
        ("هل نعمل؟", "ar", "هل نعمل؟"),
        ("  ", "en", ""),
    ],
)
def test_a_note_becomes_a_sentence(text: str, language: str, expected: str) -> None:
    assert sentence(text, language) == expected


def test_the_catalogue_of_the_library_holds_each_case_once_by_its_country(full: Plan) -> None:
    full.add(records.CaseTermRecord, case_id=full.ids["case"], term_id=term_id("theme", "local_finance"))
    full.keep()
    text = printed(full, "catalogue", of_all=True)
    assert "## Ecuador" in text
    assert text.index("# Cases by country") < text.index("## Ecuador") < text.index("# Index by theme")
    titles = [line for line in text.splitlines() if line.startswith("### ")]
    assert titles
    assert len(titles) == len(set(titles))


def test_a_sheet_tells_what_was_done_and_what_came_of_it(full: Plan) -> None:
    text = printed(full, "case")
    assert "# Quito: " in text
    assert "## Measures" in text


def test_the_figures_of_the_library_count_sessions_and_people(full: Plan) -> None:
    full.add(records.LearningSessionRecord, label="9", title="Another", date="2020-05-01")
    full.keep()
    text = printed(full, "figures", of_all=True)
    assert re.search(r"\*\*2\*\*\s+sessions", text)
    assert re.search(r"\*\*2\*\*\s+speakers", text)


def test_a_copy_of_a_template_prints_like_it_and_speaks_the_language_of_the_paper(full: Plan) -> None:
    copied = own(full)
    assert printed(full, copied, "fr").replace("Ours", "Flash") == printed(full, "flash", "fr").replace(
        "Note éclair", "Flash"
    ).replace("Note flash", "Flash")


def test_what_is_edited_is_what_prints(full: Plan) -> None:
    name = own(full, "briefing")
    with full.store.read() as session:
        before = find_template(session, name)
    parts = tuple(part for part in before.parts if part.key in ("key_messages", "about"))[::-1]
    parts = (*parts, Part("numbers", "Our numbers", content=Content.VOICES, written=False))
    full.store.run(EditTemplate(dataclasses.replace(before, parts=parts, accent="#123456")))
    text = printed(full, name)
    assert text.index("# Key messages") < text.index("# About this session") < text.index("# Our numbers")
    assert "# Challenges" not in text
    with full.store.read() as session:
        assert build(session, full.ids["session"], name).sealed.accent == "#123456"


def test_a_paper_gets_the_parts_that_its_template_gets_and_keeps_its_texts(full: Plan) -> None:
    name = own(full)
    full.store.run(StartBriefing(full.ids["session"], name))
    with full.store.read() as session:
        before = find_template(session, name)
    texts = texts_of(full, name)
    full.store.run(EditTemplate(dataclasses.replace(before, parts=(Part("new", "Brand new"), *before.parts))))
    with full.store.read() as session:
        found = read_briefing(session, full.ids["session"], name)
    assert found is not None
    assert found.sections[0].usual_heading == "Brand new"
    assert found.sections[0].id
    assert texts_of(full, name) == texts


def test_a_part_in_which_papers_hold_text_is_not_left_out(full: Plan) -> None:
    name = own(full)
    full.store.run(StartBriefing(full.ids["session"], name))
    with full.store.read() as session:
        before = find_template(session, name)
    with pytest.raises(Refused, match="1 paper has text"):
        full.store.run(EditTemplate(dataclasses.replace(before, parts=before.parts[1:])))
    with full.store.read() as session:
        assert find_template(session, name) == before


def test_a_template_that_papers_are_written_with_is_not_deleted(full: Plan) -> None:
    name = own(full)
    full.store.run(StartBriefing(full.ids["session"], name))
    with pytest.raises(Refused, match="1 paper is written"):
        full.store.run(DeleteTemplate(name, "Ours"))
    other = own(full, title="Other")
    full.store.run(DeleteTemplate(other, "Other"))
    with full.store.read() as session:
        assert [one.title for one in list_templates(session) if one.own] == ["Ours"]
    full.store.undo()
    with full.store.read() as session:
        assert [one.title for one in list_templates(session) if one.own] == ["Other", "Ours"]


def test_a_paper_that_came_without_its_template_still_shows_what_it_holds(full: Plan) -> None:
    name, lost = own(full), "0" * 32
    full.store.run(StartBriefing(full.ids["session"], name))
    texts = texts_of(full, name)
    with full.store.read() as session:
        found = read_briefing(session, full.ids["session"], name)
    assert found is not None
    full.store.run(SetFields(records.BriefingRecord, found.id, {"template": lost}, "as a merge may bring it"))
    assert texts_of(full, lost) == texts
    assert texts[0] in printed(full, lost)


def test_a_template_without_a_title_is_refused(full: Plan) -> None:
    with pytest.raises(Refused, match="needs a title"):
        full.store.run(CopyTemplate("flash", "  "))
    with pytest.raises(Refused):
        full.store.run(AddTemplate(json.dumps({"parts": []})))


def test_a_template_is_found_by_title_or_name_and_otherwise_refused(full: Plan) -> None:
    name = own(full, title="Our Form")
    with full.store.read() as session:
        assert template_named(session, "our form").name == name
        assert template_named(session, "press-facts").name == "press-facts"
        with pytest.raises(Refused, match="no template"):
            template_named(session, "nothing")


def test_headings_of_ones_own_are_no_fixed_texts_to_the_gate(full: Plan) -> None:
    """A surname in a heading that someone typed is not a word of the program."""
    name = own(full)
    with full.store.read() as session:
        before = find_template(session, name)
    person = "Nobody Zorblatt"
    full.add(records.PersonRecord, name=person, consent="chatham_house")
    full.keep()
    part = dataclasses.replace(before.parts[0], heading="The Zorblatt answer")
    full.store.run(EditTemplate(dataclasses.replace(before, parts=(part, *before.parts[1:]))))
    assert "Zorblatt" not in printed(full, name)


def test_a_paper_is_set_in_the_typeface_of_its_template_in_every_format(full: Plan) -> None:
    name = own(full, "briefing")
    with full.store.read() as session:
        before = find_template(session, name)
    full.store.run(EditTemplate(dataclasses.replace(before, typeface="Noto Serif")))
    with full.store.read() as session:
        document = build(session, full.ids["session"], name)
    with pikepdf.open(io.BytesIO(export.render(document, "pdf").data)) as opened:
        fonts = {
            str(found.BaseFont)
            for found in opened.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font"
        }
    assert {one.split("+")[-1] for one in fonts} >= {
        "NotoSerif-Regular",
        "NotoSerif-Bold",
        "NotoSerif-Italic",
    }
    assert not any("SourceSans" in one for one in fonts)
    assert '"Noto Serif", Georgia' in export.render(document, "html").data.decode()
    with zipfile.ZipFile(io.BytesIO(export.render(document, "docx").data)) as packed:
        assert 'w:ascii="Noto Serif"' in packed.read("word/styles.xml").decode()
    with pytest.raises(Refused):
        full.store.run(EditTemplate(dataclasses.replace(before, typeface="Comic Sans")))


def test_the_logos_of_the_series_stand_on_the_cover_where_the_template_wants_them(full: Plan) -> None:
    with full.store.read() as session:
        series_id = session.get(records.LearningSessionRecord, full.ids["session"]).series_id  # type: ignore[union-attr]
    buffer = io.BytesIO()
    Image.new("RGB", (80, 40), "#0F6A8B").save(buffer, "PNG")
    full.store.run(
        AddAttachment(Owner(series_id=series_id), "logo.png", "image/png", buffer.getvalue(), "UCLG")
    )

    def paper(name: str) -> ClearedDocument:
        with full.store.read() as session:
            return build(session, full.ids["session"], name)

    assert [one.alternative for one in paper("briefing").sealed.cover.logos] == ["UCLG"]
    name = own(full, "briefing")
    with full.store.read() as session:
        before = find_template(session, name)
    full.store.run(EditTemplate(dataclasses.replace(before, logos=False)))
    assert paper(name).sealed.cover.logos == ()
    full.store.raw().execute("UPDATE attachment SET sha256 = 'gone'")
    assert paper("briefing").sealed.cover.logos == ()
    assert "logo_lost" in [one.code for one in paper("briefing").findings]
    assert "logo_lost" not in [one.code for one in paper(name).findings]
