"""Each person's brief tells them when they are on, in their own time, and names nobody who may not be named."""

from facilitator.features.papers import queries
from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import AppearanceRecord, PersonRecord
from tests.features.papers.conftest import Papers, pdf_pages
from tests.features.papers.test_run_sheet import line_with


def brief(papers: Papers, name: str) -> str:
    return papers.markdown("speaker-briefs", person_id=papers.plan.ids[name])


def test_it_gives_the_time_in_the_speakers_own_zone_and_how_that_is_known(papers: Papers) -> None:
    text = brief(papers, "rosa")
    own = line_with(text, "When, where you are")
    assert "23 April 2020, 08:15–08:40" in own
    assert "(Guayaquil, UTC−5, from the c" in own
    assert "23 April 2020, 15:15–15:40 (Madrid, UTC+2)" in line_with(text, "When, for the hosts")
    assert "please tell us" in line_with(brief(papers, "karl"), "Where you are")


def test_it_gives_the_turn_the_length_the_company_and_what_comes_before_and_after(papers: Papers) -> None:
    text = brief(papers, "rosa")
    assert "1 of 3, at about 08:15" in line_with(text, "Your turn")
    assert "10 minutes" in line_with(text, "How long")
    assert "Spanish" in line_with(text, "You speak")
    assert "Opening" in line_with(text, "Before you")
    assert "Groups" in line_with(text, "After you")
    assert "Head of Funds, Development Fund" in text
    assert "1 more person" in text
    for told in ("What will it cost?", "https://meet.example.org/8", "learning@example.org", "Concept"):
        assert told in text


def test_everyone_reads_their_own_name_and_nobody_elses_who_may_not_be_named(papers: Papers) -> None:
    for name, own in (("karl", "Brandt"), ("ivo", "Secretov"), ("rosa", "Quispe")):
        text = brief(papers, name)
        assert own in text
        for other in {"Brandt", "Secretov"} - {own}:
            assert other not in text
        assert "Dora" not in text


def test_all_of_them_make_one_paper_with_a_page_each_framed_without_any_name(papers: Papers) -> None:
    pages = pdf_pages(papers.rendering("speaker-briefs", "pdf").data)
    names = ["Karl Brandt", "Mina Okoro", "Rosa Quispe"]
    assert len(pages) == len(names)
    for page, own in zip(pages, names, strict=True):
        assert f"\n{own}\n" in page
        assert "For the person named above alone" in page
        assert "Secretov" not in page
        for other in {"Brandt", "Secretov"} - {own.split()[1]}:
            assert other not in page
    assert papers.document("speaker-briefs").stem == "lle-08-local-finance-speaker-briefs"


def test_who_leads_a_group_is_told_where_and_when(papers: Papers) -> None:
    text = brief(papers, "mina")
    group = text[text.index("**Group A**") : text.index("**Group B**")]
    for told in ("Moderator", "Room 1", "15:40–16:10"):
        assert told in group


def test_who_is_on_often_has_a_table_which_fits_a_page(papers: Papers) -> None:
    ids = papers.plan.ids
    for position, item in enumerate(("inA", "wrap", "breakout"), start=10):
        values = {"session_id": ids["session"], "agenda_item_id": ids[item], "person_id": ids["rosa"]}
        values |= {"id": f"{position:032x}", "position": position, "minutes": 5, "role": "partner"}
        papers.store.run(AddRow(AppearanceRecord, values, "Add"))
    text = brief(papers, "rosa")
    assert (
        "| When, where you are (Guayaquil, UTC−5) | When, for the hosts (Madrid, UTC+2) | What | With |"
        in text
    )
    row = line_with(text, "City or region speaker")
    for told in ("08:15–08:40", "15:15–15:40", "10 minutes", "Spanish", "1 of 3", "Head of Funds"):
        assert told in row
    assert "Group A · Room 1" in line_with(text, "On taxes")
    assert len(pdf_pages(papers.rendering("speaker-briefs", "pdf", person_id=ids["rosa"]).data)) == 1


def test_progress_is_told_for_each_person_and_a_cancel_stops_it(papers: Papers) -> None:
    from facilitator.domain.errors import Cancelled
    from facilitator.kit.feature import making
    from tests.features.papers.conftest import REPORTS

    told: list[tuple[int, int]] = []

    def heed(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise Cancelled

    with papers.store.read() as database:
        make = making(REPORTS["speaker-briefs"], database, papers.plan.ids["session"], "en", "pdf")
    try:
        make(heed)
    except Cancelled:
        told.append((-1, -1))
    assert told == [(0, 3), (1, 3), (2, 3), (-1, -1)]


def test_who_is_off_the_record_has_a_brief_alone_and_none_among_those_of_others(papers: Papers) -> None:
    together = papers.document("speaker-briefs")
    (told,) = [one.message for one in together.findings if one.code == "brief_kept_apart"]
    assert "1 person is off the record" in told
    assert "Secretov" not in papers.markdown("speaker-briefs")
    assert (
        "For Ivo Secretov alone"
        in pdf_pages(papers.rendering("speaker-briefs", "pdf", person_id=papers.plan.ids["ivo"]).data)[0]
    )


def test_a_brief_of_its_own_names_nobody_else_and_its_file_name_tells_whose_it_is(papers: Papers) -> None:
    documents = apart(papers)
    assert [one.stem for one in documents] == [
        f"lle-08-local-finance-speaker-brief-{name}"
        for name in ("ivo-secretov", "karl-brandt", "mina-okoro", "rosa-quispe")
    ]
    for document in documents:
        for page in pdf_pages(render(document, "pdf").data):
            assert sum(name in page for name in ("Secretov", "Brandt")) <= 1


def test_people_of_one_name_and_names_without_latin_letters_have_file_names_of_their_own(
    papers: Papers,
) -> None:
    other = {"name": "Rosa Quispe", "consent": "named"}
    papers.store.run(SetFields(PersonRecord, papers.plan.ids["karl"], other, "Rename"))
    papers.store.run(SetFields(PersonRecord, papers.plan.ids["mina"], {"name": "李明远"}, "Rename"))
    stems = [one.stem for one in apart(papers)]
    assert len(set(stems)) == len(stems) == 4
    for name, told in (("karl", "rosa-quispe"), ("rosa", "rosa-quispe"), ("mina", "speaker-brief")):
        assert any(stem.endswith(f"{told}-{papers.plan.ids[name][-6:]}") for stem in stems)


def apart(papers: Papers) -> tuple[ClearedDocument, ...]:
    with papers.store.read() as database:
        make = queries.speaker_briefs_apart(database, papers.plan.ids["session"], "en")
    return make(lambda _done, _of: None)
