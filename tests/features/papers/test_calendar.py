"""The calendar is read back by a reader that is not ours; where a moment can't be told it is refused in one message."""

from datetime import UTC, datetime

import pytest
import vobject

from facilitator.domain.errors import Refused
from facilitator.storage.edits import SetFields
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord
from tests.features.papers.conftest import Papers


def events(papers: Papers, **options: object) -> list[object]:
    return list(vobject.readOne(papers.text("calendar", "ics", **options)).vevent_list)


def test_the_whole_session_is_one_entry(papers: Papers) -> None:
    (event,) = events(papers)
    assert event.summary.value == "Local finance"  # type: ignore[attr-defined]
    assert event.dtstart.value.astimezone(UTC) == datetime(2020, 4, 23, 13, tzinfo=UTC)  # type: ignore[attr-defined]
    assert event.dtend.value.astimezone(UTC) == datetime(2020, 4, 23, 15, tzinfo=UTC)  # type: ignore[attr-defined]


def test_each_item_is_an_entry_with_its_group_and_room_and_keeps_its_id(papers: Papers) -> None:
    found = events(papers, each_item=True)
    assert len(found) == 6
    titles = [event.summary.value for event in found]  # type: ignore[attr-defined]
    assert "On taxes · Group A · Local finance" in titles
    places = [event.location.value for event in found if hasattr(event, "location")]
    assert "Room 1" in places
    ids = [event.uid.value for event in found]  # type: ignore[attr-defined]
    again = [event.uid.value for event in events(papers, each_item=True)]  # type: ignore[attr-defined]
    assert ids == again
    assert len(set(ids)) == 6


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "", "a date"),
        ("zone", "", "a time zone"),
        ("start", None, "start"),
        ("zone", "Nowhere", "zone"),
    ],
)
@pytest.mark.parametrize("each_item", [False, True])
def test_without_a_date_a_zone_or_a_start_it_is_refused(
    papers: Papers, field: str, value: object, told: str, each_item: bool
) -> None:
    papers.store.run(SetFields(LearningSessionRecord, papers.plan.ids["session"], {field: value}, "Empty"))
    papers.store.run(SetFields(AgendaItemRecord, papers.plan.ids["wrap"], {"pinned_start": None}, "Unpin"))
    with pytest.raises(Refused) as refused:
        papers.document("calendar", each_item=each_item)
    assert told in refused.value.why


def test_an_item_without_a_start_is_left_out_and_told(papers: Papers) -> None:
    papers.store.run(SetFields(LearningSessionRecord, papers.plan.ids["session"], {"start": None}, "Empty"))
    assert [event.summary.value for event in events(papers, each_item=True)] == [  # type: ignore[attr-defined]
        "Wrap-up · Local finance"
    ]
    messages = [finding.message for finding in papers.document("calendar", each_item=True).findings]
    assert "5 items without start or length are left out." in messages
