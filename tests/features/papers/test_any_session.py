"""However little or much a session holds, every paper of it is made, and says in one line what is missing."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage import records
from facilitator.storage.store import Store
from tests.features.briefing.briefing_plan import Plan
from tests.features.papers.conftest import REPORTS, Papers

NOTHING: dict[str, object] = {}
NIGHT = {"date": "2020-04-23", "start": 1380, "zone": "Europe/Madrid", "minutes": 120}
CHANGE = {"date": "2020-10-25", "start": 60, "zone": "Europe/Madrid", "minutes": 240}


def papers_of(library: Store, session: dict[str, object], items: list[dict[str, object]]) -> Papers:
    plan = Plan(library)
    session_id = plan.add(records.LearningSessionRecord, "session", **session)
    for position, values in enumerate(items):
        plan.add(records.AgendaItemRecord, session_id=session_id, position=position, **values)
    plan.keep()
    return Papers(library, plan)


def all_made(papers: Papers) -> None:
    for report in REPORTS.values():
        for format_ in report.formats:
            try:
                assert papers.rendering(report.id, format_).data
            except Refused:
                assert report.id == "calendar"


def test_a_session_of_which_nothing_is_known_has_all_its_papers(library: Store) -> None:
    papers = papers_of(library, NOTHING, [])
    all_made(papers)
    line = "Not known yet: the date, the start, the time zone, the agenda."
    for report in ("run-sheet", "agenda"):
        assert line in papers.markdown(report)


def test_items_without_a_start_have_their_minutes(library: Store) -> None:
    papers = papers_of(library, {"title": "T"}, [{"title": "One", "minutes": 10}, {"title": "Two"}])
    all_made(papers)
    assert "| Minutes | What and who |" in papers.markdown("agenda")
    assert "**10**" in papers.markdown("agenda")


def test_over_midnight_the_next_day_has_its_own_heading(library: Store) -> None:
    items = [{"title": "Late", "minutes": 90}, {"title": "Later", "minutes": 30}]
    papers = papers_of(library, NIGHT, items)
    all_made(papers)
    text = papers.markdown("agenda")
    assert "**23:00\u00a0– 24 April, 00:30**" in text
    assert "**Time**: 23 April, 23:00\u00a0– 24 April, 01:00 (Madrid, UTC+2)" in text
    assert text.index("Day 1 · 23 April 2020") < text.index("Late") < text.index("Day 2 · 24 April 2020")
    assert "**00:30–01:00**" in text


def test_a_session_of_three_days_has_a_heading_for_each(library: Store) -> None:
    items = [
        {"title": f"Begin {day}", "minutes": 60, "pinned_start": 900 + day * 1440 if day else None}
        for day in range(3)
    ]
    papers = papers_of(library, NIGHT | {"start": 900}, items)
    all_made(papers)
    for report in ("agenda", "run-sheet"):
        text = papers.markdown(report)
        for day in ("Day 1 · 23 April 2020", "Day 2 · 24 April 2020", "Day 3 · 25 April 2020"):
            assert day in text
    assert "free before" not in papers.markdown("run-sheet")


def test_across_the_end_of_summer_time_the_clocks_show_an_hour_twice(library: Store) -> None:
    items = [{"title": "Before", "minutes": 120}, {"title": "After", "minutes": 60}]
    papers = papers_of(library, CHANGE | {"zones": "Asia/Tokyo"}, items)
    all_made(papers)
    text = papers.markdown("agenda")
    assert "| **01:00–02:00** | 08:00 | **Before**" in text
    assert "| **02:00–03:00** | 10:00 | **After**" in text


@pytest.mark.parametrize("report", ["agenda", "run-sheet"])
def test_five_hundred_items_in_any_script_are_printed(library: Store, report: str) -> None:
    titles = ("الافتتاح والترحيب بالمشاركين", "城市经验交流", "A" * 500, "Ordinary")
    items = [{"title": f"{titles[n % 4]} {n}", "minutes": 2, "cue": "x"} for n in range(500)]
    papers = papers_of(library, NIGHT | {"start": 540}, items)
    rendering = papers.rendering(report, "pdf")
    assert rendering.pages > 15
    assert rendering.missing == ()
    text = papers.markdown(report)
    assert "城市经验交流 497" in text
    assert "الافتتاح والترحيب بالمشاركين 496" in text


def test_a_person_known_by_office_alone_has_a_brief_and_a_card(library: Store) -> None:
    papers = papers_of(library, NIGHT, [])
    plan = papers.plan
    city = plan.add(records.PlaceRecord, name="Durban")
    person = plan.add(records.PersonRecord, office_title="Mayor", place_id=city)
    nobody = plan.add(records.PersonRecord)
    for one in (person, nobody):
        plan.add(records.AppearanceRecord, session_id=plan.ids["session"], person_id=one)
    plan.keep()
    all_made(papers)
    assert "## Mayor, Durban" in papers.markdown("speaker-briefs")


def test_where_no_date_is_known_the_next_day_is_told_by_its_number(library: Store) -> None:
    papers = papers_of(library, NIGHT | {"date": ""}, [{"title": "Late", "minutes": 90}])
    assert "23:00\u00a0– 00:30 +1" in papers.markdown("agenda")


def test_a_session_over_a_change_of_the_clocks_tells_both_offsets(library: Store) -> None:
    papers = papers_of(library, CHANGE, [{"title": "Long", "minutes": 240}])
    assert "(Madrid, UTC+2, then UTC+1)" in papers.markdown("agenda")


def test_a_session_of_several_days_is_told_by_its_dates(library: Store) -> None:
    papers = papers_of(library, NIGHT | {"start": 540, "minutes": 3480, "zones": "America/Lima"}, [])
    told = "23 April, 09:00\u00a0– 25 April, 19:00 (Madrid, UTC+2)"
    for report in ("agenda", "run-sheet"):
        text = papers.markdown(report)
        assert told in text
        assert "23 April, 02:00\u00a0– 25 April, 12:00 (Lima, UTC−5)" in text
