"""Each person's brief tells them when they are on, in their own time, and names nobody who may not be named."""

from tests.features.papers.conftest import Papers, pdf_pages
from tests.features.papers.test_run_sheet import line_with


def brief(papers: Papers, name: str) -> str:
    return papers.markdown("speaker-briefs", person_id=papers.plan.ids[name])


def test_it_gives_the_time_in_the_speakers_own_zone_and_how_that_is_known(papers: Papers) -> None:
    text = brief(papers, "rosa")
    own = line_with(text, "When, where you are")
    assert "23 April 2020, 08:15–08:40" in own
    assert "America/Guayaquil, from the c" in own
    assert "23 April 2020, 15:15–15:40 (Europe/Madrid)" in line_with(text, "When, for the hosts")
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
    names = ["Ivo Secretov", "Karl Brandt", "Mina Okoro", "Rosa Quispe"]
    assert len(pages) == len(names)
    for page, own in zip(pages, names, strict=True):
        assert f"\n{own}\n" in page
        for other in {"Brandt", "Secretov"} - {own.split()[1]}:
            assert other not in page
    assert papers.document("speaker-briefs").stem == "lle-08-local-finance-speaker-briefs"


def test_who_leads_a_group_is_told_where_and_when(papers: Papers) -> None:
    group = line_with(brief(papers, "mina"), "**Group A**")
    for told in ("Moderator", "Room 1", "15:40–16:10"):
        assert told in group


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
    assert told == [(0, 4), (1, 4), (2, 4), (-1, -1)]
