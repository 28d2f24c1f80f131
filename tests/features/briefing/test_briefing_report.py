"""The papers: thirteen parts in order, the words of the notes with their evidence, and decent ones from little."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.features.briefing.queries import briefing_document, flash_document
from facilitator.publishing import export
from facilitator.publishing.document import (
    Block,
    Bullets,
    Comparison,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SpotMap,
    Table,
    runs_of,
)
from facilitator.storage import records
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.terms import term_id
from tests.features.briefing.briefing_plan import Plan

PARTS = [
    "about", "context", "challenges", "experiences", "partners", "lessons", "key_messages", "recommendations",
    "commitments", "cities", "speakers", "resources",
]  # fmt: skip


def briefing(plan: Plan, language: str = "") -> Document:
    with plan.store.read() as session:
        return briefing_document(session, plan.ids["session"], language).sealed


def flash(plan: Plan) -> Document:
    with plan.store.read() as session:
        return flash_document(session, plan.ids["session"]).sealed


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def part(document: Document, key: str) -> list[Block]:
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.key == key
        elif inside:
            found.append(block)
    return found


def lines(document: Document, key: str) -> list[str]:
    return [words(runs) for block in part(document, key) for runs in runs_of(block)]


def test_the_thirteen_parts_stand_in_their_order(full: Plan) -> None:
    document = briefing(full)
    assert document.cover.kind == "Briefing & Learning Note"
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert [block.key for block in headings] == PARTS
    assert len({block.key for block in document.blocks if isinstance(block, Heading)}) == len(
        [block for block in document.blocks if isinstance(block, Heading)]
    )


def test_the_cover_tells_the_occasion_and_the_file_name_too(full: Plan) -> None:
    document = briefing(full)
    cover = document.cover
    assert (cover.series, cover.date, cover.contact) == (
        "Live Learning Experiences",
        "23 April 2020",
        "learning@example.org",
    )
    assert cover.hosts == "UCLG, Metropolis, UN-Habitat"
    assert document.stem == "lle-08-local-finance-briefing"
    assert lines(document, "about")[0] == (
        "This note is about “Beyond the immediate response: local finance”, session 8 of the series “Live Learning"
        " Experiences”. It was held on 23 April 2020. It was hosted by UCLG, Metropolis and UN-Habitat."
    )
    assert "15:00–17:00 (Europe/Madrid)" in lines(document, "about")
    assert "English, French" in lines(document, "about")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("context", "40%: of own revenue is lost. [Source: Treasury]"),
        ("challenges", "Quito: Revenue falls while costs rise. (Rosa Quispe, Mayor)"),
        ("challenges", "Who pays? All of us."),
        ("experiences", "Quito: Rents were frozen. (Rosa Quispe, Mayor)"),
        ("experiences", "We will not stop."),
        ("experiences", "Rosa Quispe, Mayor, Quito, noted from interpretation"),
        ("experiences", "Quito: Solidarity basket. Food for 5,000 families."),
        ("experiences", "Said without a kind."),
        ("partners", "Funds were opened within days. (Head of Funds, Development Fund)"),
        ("lessons", "Prepare reserves."),
        ("lessons", "Whether to borrow."),
        ("key_messages", "Finance the front line."),
        ("recommendations", "Give cities access to funds. [To: Governments] [Decalogue 2]"),
        ("commitments", "Metropolis: Report on progress. [By: 30 June 2020]"),
        ("commitments", "UCLG: Send the slides."),
        ("resources", "Guide to municipal finance."),
        ("resources", "https://example.org/said"),
    ],
)
def test_each_kind_of_note_is_printed_in_its_part(full: Plan, key: str, expected: str) -> None:
    assert expected in lines(briefing(full), key)


def test_lessons_go_from_the_immediate_to_beyond_the_outbreak(full: Plan) -> None:
    found = lines(briefing(full), "lessons")
    assert found == [
        "Immediate", "Act fast.", "Beyond the outbreak", "Prepare reserves.", "Where views differed",
        "Whether to borrow.",
    ]  # fmt: skip


def test_experiences_are_told_by_theme_when_there_is_more_than_one(full: Plan) -> None:
    theme = {"note_id": full.ids["measure"], "term_id": term_id("theme", "housing")}
    full.add(records.NoteTermRecord, **theme)
    full.keep()
    headings = [block for block in part(briefing(full), "experiences") if isinstance(block, Heading)]
    assert [words(heading.runs) for heading in headings] == ["Housing"]


def test_city_names_are_bold_and_a_foreign_quote_tells_its_language(full: Plan) -> None:
    blocks = part(briefing(full), "experiences")
    runs = [run for block in blocks for found in runs_of(block) for run in found]
    assert Run("Quito: ", bold=True) in runs
    assert Run("We will not stop.", language="es") in runs


def test_every_printed_note_is_the_evidence_of_its_block(full: Plan) -> None:
    evidence: set[str] = set()
    for block in briefing(full).blocks:
        if isinstance(block, Paragraph | Quotation):
            evidence |= set(block.evidence)
        elif isinstance(block, Bullets):
            evidence |= {one for item in block.items for one in item.evidence}
    held_back = {"session", "quito", "mayor", "banker", "case", "logistics", "pending", "secret"}
    assert evidence == {row_id for name, row_id in full.ids.items() if name not in held_back}


def test_cities_and_speakers_are_tabled_and_counted(full: Plan) -> None:
    document = briefing(full)
    cities = next(block for block in part(document, "cities") if isinstance(block, Table))
    assert [[words(cell) for cell in row] for row in cities.rows] == [
        ["Quito", "Ecuador", "Solidarity basket"]
    ]
    speakers = next(block for block in part(document, "speakers") if isinstance(block, Table))
    assert [[words(cell) for cell in row] for row in speakers.rows] == [
        ["Rosa Quispe", "Mayor", "Quito", "Latin America (CORDIAL)", "City or region speaker"],
        ["–", "Head of Funds", "Development Fund", "–", "Partner"],
    ]
    figures = next(block for block in part(document, "speakers") if isinstance(block, KeyFigures))
    shown = [(one.value, one.label) for one in figures.figures]
    assert shown[:3] == [
        ("2", "speakers"), ("1", "city or region"), ("1 : 1", "women to men, as far as stated")
    ]  # fmt: skip


def test_the_balance_of_women_and_men_and_of_sections_is_shown_by_head_and_by_minutes(full: Plan) -> None:
    charts = [block for block in part(briefing(full), "speakers") if isinstance(block, Comparison)]
    assert [(chart.title, chart.series, chart.alternative) for chart in charts] == [
        (
            "Women and men",
            ("People", "Planned minutes"),
            "Woman: 1 (50%), 10 min (50%); Man: 1 (50%), 10 min (50%)",
        ),
        (
            "Sections",
            ("People", "Planned minutes"),
            "Latin America (CORDIAL): 1 (50%), 10 min (50%); Not stated: 1 (50%), 10 min (50%)",
        ),
    ]


def test_the_cities_heard_are_on_the_map_and_those_that_may_not_be_named_are_not(full: Plan) -> None:
    (shown,) = [block for block in part(briefing(full), "cities") if isinstance(block, SpotMap)]
    assert [(spot.label, round(spot.latitude), round(spot.longitude)) for spot in shown.spots] == [
        ("Quito", 0, -79)
    ]
    assert shown.alternative == "Map of the cities heard: Quito"
    full.store.run(SetFields(records.PersonRecord, full.ids["mayor"], {"consent": "chatham_house"}, "x"))
    full.store.run(SetFields(records.CaseStudyRecord, full.ids["case"], {"consent": "chatham_house"}, "x"))
    for note in ("challenge", "measure", "quote", "pending"):
        full.store.run(SetFields(records.NoteRecord, full.ids[note], {"place_id": None}, "x"))
    assert [block for block in part(briefing(full), "cities") if isinstance(block, SpotMap)] == []


def test_the_time_planned_and_used_is_shown_once_the_session_was_held(full: Plan) -> None:
    assert [block for block in part(briefing(full), "about") if isinstance(block, Comparison)] == []
    start = 1_587_650_000_000
    with full.store.read() as session:
        items = [row.id for row in session.query(records.AgendaItemRecord).order_by("position")]
    for minutes, kind, item in ((0, "began", items[0]), (20, "began", items[1]), (30, "ended", None)):
        at = start + minutes * 60_000
        values = {"id": new_id(), "session_id": full.ids["session"], "at": at, "kind": kind}
        full.store.run(AddRow(records.RunEventRecord, values | {"agenda_item_id": item}, "x"))
    (shown,) = [block for block in part(briefing(full), "about") if isinstance(block, Comparison)]
    assert shown.shared_scale
    assert shown.alternative == "Opening: 15 min, 20 min; City round: 15 min, 10 min"


def test_who_may_not_be_shown_is_counted_without_a_section(full: Plan) -> None:
    full.store.run(SetFields(records.PersonRecord, full.ids["mayor"], {"consent": "chatham_house"}, "x"))
    document = briefing(full)
    charts = [block.title for block in part(document, "speakers") if isinstance(block, Comparison)]
    assert charts == ["Women and men"]
    assert lines(document, "speakers")[-1] == (
        "1 further speaker is counted and not listed, as consent or the rule of the session wants."
    )


def test_a_data_point_to_verify_is_marked_until_it_is_verified(full: Plan) -> None:
    marked = "40%: of own revenue is lost. [Source: Treasury] [to be verified]"
    for values, expected in (({"to_verify": True}, True), ({"verified": True}, False)):
        full.store.run(SetFields(records.NoteRecord, full.ids["data"], values, "x"))
        assert (marked in lines(briefing(full), "context")) is expected


def test_a_session_of_which_only_a_theme_is_known_still_gives_a_short_briefing(plan: Plan) -> None:
    bare = plan.add(records.LearningSessionRecord, "session", theme="Peace")
    plan.keep()
    document = briefing(plan)
    assert [block.key for block in document.blocks if isinstance(block, Heading)] == PARTS
    assert lines(document, "about") == ["This note is about “Peace”.", "Peace"]
    for key in PARTS[1:]:
        assert lines(document, key) == ["Nothing was noted for this part."]
    assert document.stem == "peace-briefing"
    with plan.store.read() as session:
        rendering = export.render(briefing_document(session, bare), "pdf")
    assert rendering.data.startswith(b"%PDF")
    assert rendering.pages <= 4


def test_a_session_of_which_nothing_is_known_gives_papers_too(plan: Plan) -> None:
    plan.add(records.LearningSessionRecord, "session")
    plan.keep()
    assert briefing(plan).cover.title == "Briefing & Learning Note"
    assert flash(plan).stem == "flash"


def test_a_session_that_is_not_there_is_refused(plan: Plan) -> None:
    plan.ids["session"] = "nowhere"
    with pytest.raises(Refused):
        briefing(plan)


def test_the_flash_note_fits_one_page_with_messages_figures_and_the_next_step(full: Plan) -> None:
    document = flash(full)
    assert document.one_page
    assert [block.key for block in document.blocks if isinstance(block, Heading)] == [
        "key_messages", "figures", "next_step"
    ]  # fmt: skip
    assert lines(document, "key_messages") == ["Finance the front line."]
    assert lines(document, "next_step") == ["UCLG: Send the slides."]
    figures = part(document, "figures")[0]
    assert isinstance(figures, KeyFigures)
    assert len(figures.figures) == 3
    with full.store.read() as session:
        rendering = export.render(flash_document(session, full.ids["session"]), "pdf")
    assert (rendering.pages, rendering.overfull) == (1, False)


def test_the_flash_note_prefers_starred_messages_and_takes_five(plan: Plan) -> None:
    for number in range(7):
        plan.note("", "key_message", f"Message {number}.", starred=number == 6)
    plan.keep()
    assert lines(flash(plan), "key_messages") == [f"Message {number}." for number in (6, 0, 1, 2, 3)]


def test_the_fixed_texts_are_in_the_language_of_the_paper(full: Plan) -> None:
    document = briefing(full, "qps")
    assert document.cover.kind == "[¡Briefing & Learning Note~~!]"
    headings = [words(block.runs) for block in document.blocks if isinstance(block, Heading)]
    assert all(heading.startswith("[¡") for heading in headings), headings
