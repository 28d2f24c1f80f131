"""Who speaks in an item with a rule of its own is not told of that item, also where they are named elsewhere."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution
from facilitator.features.papers.feature import FEATURE
from facilitator.kit.feature import making
from facilitator.publishing import export
from facilitator.storage import records
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.store import Store

REPORTS = {report.id: report for report in FEATURE.reports}
RULES = [rule for rule in Attribution if rule is not Attribution.NAMED]


def _plan(store: Store, rule: Attribution) -> None:
    """Ada is on an open item and on a closed one; Bo on the closed one alone."""
    session = {"id": "s", "title": "Housing", "date": "2020-04-23", "start": 900, "zone": "Europe/Madrid"}
    rows = [
        AddRow(records.LearningSessionRecord, session, ""),
        *(
            AddRow(records.PersonRecord, {"id": key, "name": name, "consent": "named"}, "")
            for key, name in (("ada", "Ada Example"), ("bo", "Bo Sample"))
        ),
        *(
            AddRow(
                records.AgendaItemRecord,
                {
                    "id": key,
                    "session_id": "s",
                    "position": place,
                    "title": title,
                    "attribution": code,
                    "minutes": 9,
                },
                "",
            )
            for place, (key, title, code) in enumerate(
                [("open", "Open round", ""), ("closed", "Closed round", rule.value)]
            )
        ),
        *(
            AddRow(
                records.AppearanceRecord,
                {"session_id": "s", "agenda_item_id": item, "person_id": who, "role": "city_speaker"},
                "",
            )
            for item, who in (("open", "ada"), ("closed", "ada"), ("closed", "bo"))
        ),
    ]
    store.run(Together(rows, "Plan"))


def _paper(store: Store, report: str, format_: str = "md", **options: object) -> str:
    with store.read() as session:
        make = making(REPORTS[report], session, "s", "en", format_, **options)
    data = export.render(make(lambda _done, _of: None), format_).data
    return data.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("rule", RULES)
def test_the_agenda_for_anyone_names_them_on_the_open_item_alone(library: Store, rule: Attribution) -> None:
    _plan(library, rule)
    before, after = _paper(library, "agenda").split("Closed round", 1)
    assert "Ada Example" in before
    assert "Ada Example" not in after
    assert "Bo Sample" not in before + after


@pytest.mark.parametrize("rule", RULES)
def test_the_team_knows_them_all(library: Store, rule: Attribution) -> None:
    _plan(library, rule)
    after = _paper(library, "run-sheet").split("Closed round", 1)[1]
    assert "Ada Example" in after
    assert "Bo Sample" in after


@pytest.mark.parametrize("rule", RULES)
def test_a_brief_tells_its_reader_of_their_own_items_and_of_nobody_beside_them(
    library: Store, rule: Attribution
) -> None:
    _plan(library, rule)
    brief = _paper(library, "speaker-briefs", person_id="bo")
    assert "Closed round" in brief
    assert "Bo Sample" in brief
    assert "Ada Example" not in brief.split("Closed round", 1)[1]


@pytest.mark.parametrize("rule", RULES)
def test_the_calendar_and_the_list_of_speakers_do_not_tie_them_to_it(
    library: Store, rule: Attribution
) -> None:
    _plan(library, rule)
    entries = _paper(library, "calendar", "ics", each_item=True).split("BEGIN:VEVENT")
    closed = [entry for entry in entries if "Closed round" in entry]
    assert len(closed) == 1
    assert "Ada Example" not in closed[0]
    assert any("Ada Example" in entry for entry in entries)
    line = next(line for line in _paper(library, "speakers").splitlines() if "Ada Example" in line)
    assert "Closed round" not in line
