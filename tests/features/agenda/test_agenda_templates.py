"""Templates as data: those that ship, what is refused, and what applying and saving one does to the library."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.consent import Attribution, rule_of
from facilitator.domain.errors import Refused
from facilitator.features.agenda import commands, queries
from facilitator.features.agenda.templates.content import Template, TemplateGroup, TemplateItem, parse, write
from facilitator.features.agenda.templates.shipped import TemplateRow, shipped
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import Plan
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import (
    AgendaItemRecord,
    AgendaTemplateRecord,
    AppearanceRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import Store
from facilitator.translation import set_language
from tests.features.conftest import SESSION


def plan(store: Store, session_id: str = SESSION) -> Plan:
    with store.read() as session:
        found = read_plan(session, session_id)
    assert found is not None
    return found


def row(name: str) -> TemplateRow:
    return next(one for one in shipped() if one.id == name)


def template(name: str) -> Template:
    found = row(name).template
    assert found is not None
    return found


def own(store: Store) -> list[TemplateRow]:
    with store.read() as session:
        return [one for one in queries.list_templates(session) if one.own]


def in_the_slot(made: Template) -> list[tuple[str, int | None]]:
    return [
        (item.segment, item.minutes)
        for item in made.items
        if item.group is None and (item.at is None or item.at >= 0)
    ]


def test_the_two_hour_experience_is_the_usual_plan() -> None:
    assert in_the_slot(template("lle-120")) == [
        ("opening", 15),
        ("framing", 10),
        *[("city_round", 5)] * 8,
        *[("partners", 4)] * 4,
        ("poll", None),
        ("discussion", 22),
        ("buffer", 7),
        ("wrap_up", 10),
    ]


@pytest.mark.parametrize(
    ("made", "minutes"), [(one, one.template.minutes) for one in shipped() if one.template]
)
def test_each_template_that_ships_fills_its_time_exactly(made: TemplateRow, minutes: int) -> None:
    assert made.template is not None
    assert sum(length or 0 for _, length in in_the_slot(made.template)) == minutes
    times = made.template.timings()
    assert max(time.end or 0 for time in times) == minutes
    assert not any(time.gap or time.overlap or time.late for time in times)
    assert times[0].start == -15


def test_an_empty_agenda_takes_a_template_with_its_fixed_starts_and_one_undo_takes_it_back(
    store: Store,
) -> None:
    store.run(SetFields(LearningSessionRecord, SESSION, {"minutes": None}, "No length"))
    changes = store.run(commands.ApplyTemplate(SESSION, template("lle-120")))
    assert changes.label == "Add items from template Live Learning Experience, 120 minutes"
    made = plan(store)
    assert [(item.start, item.title) for item in made.items[:4]] == [
        (885, "Technical check"),
        (900, "Opening and welcome"),
        (915, "Framing of the theme"),
        (925, "City case 1"),
    ]
    assert (made.minutes, made.summary.end, made.summary.left, made.summary.over) == (120, 1020, 0, 0)
    store.undo()
    assert (plan(store).items, plan(store).minutes) == ((), None)


def test_a_length_that_the_session_has_is_kept(store: Store) -> None:
    store.run(commands.ApplyTemplate(SESSION, template("lle-90")))
    assert plan(store).minutes == 120


def test_without_a_start_nothing_is_fixed_and_the_check_before_it_takes_no_time(store: Store) -> None:
    store.run(SetFields(LearningSessionRecord, SESSION, {"start": None}, "No start"))
    store.run(commands.ApplyTemplate(SESSION, template("lle-120")))
    made = plan(store)
    assert [item.pinned_start for item in made.items] == [None] * len(made.items)
    assert (made.items[0].minutes, made.summary.planned) == (None, 120)


def test_groups_stand_below_the_item_that_holds_them_and_a_second_round_is_of_the_same_groups(
    store: Store,
) -> None:
    workshop = template("breakout-workshop")
    store.run(commands.ApplyTemplate(SESSION, workshop))
    made = plan(store)
    assert [group.name for group in made.groups] == ["Group 1", "Group 2", "Group 3", "Group 4"]
    holder = next(item for item in made.items if item.segment == "breakout")
    below = [item for item in made.items if item.group_id]
    assert {item.holder_id for item in below} == {holder.id}
    assert [(item.title, item.group) for item in below[:5]] == [
        ("Who we are", "Group 1"),
        ("A city’s case", "Group 1"),
        ("Discussion of the guiding question", "Group 1"),
        ("What we report back", "Group 1"),
        ("Who we are", "Group 2"),
    ]
    assert made.summary.left == made.summary.over == 0
    store.run(commands.ApplyTemplate(SESSION, workshop))
    again = plan(store)
    assert len(again.groups) == 4
    assert len(again.items) == 2 * len(made.items)
    assert [item.id for item in again.items[: len(made.items)]] == [item.id for item in made.items]


def test_behind_an_agenda_no_fixed_start_goes_back_in_time(store: Store) -> None:
    store.run(commands.ApplyTemplate(SESSION, template("lle-90")))
    days = Template("Days", "", None, (), (TemplateItem("Past", at=30), TemplateItem("Next day", at=1440)))
    store.run(commands.ApplyTemplate(SESSION, days))
    assert [(item.title, item.pinned_start) for item in plan(store).items[-2:]] == [
        ("Past", None),
        ("Next day", 900 + 1440),
    ]


def test_a_session_saved_as_a_template_names_nobody_and_makes_the_same_agenda_again(store: Store) -> None:
    store.run(commands.ApplyTemplate(SESSION, template("breakout-workshop")))
    first = plan(store).items[1]
    values = {"title": "Ada Example opens", "cue": "ADA EXAMPLE after the film", "notes": "Ring Ada Example"}
    store.run(commands.edit_item(first.id, **values, link="https://example.org/private"))
    store.run(commands.AddAppearance(SESSION, first.id, person_id="ada", role="opening_speaker"))
    group = plan(store).groups[0]
    store.run(commands.edit_group(group.id, moderator_id="ada", room="Hall 2", link="https://example.org/1"))
    before = plan(store)
    store.run(commands.SaveAsTemplate(SESSION, "Our workshop", "For groups"))
    (saved,) = own(store)
    assert (saved.title, saved.about) == ("Our workshop", "For groups")
    assert saved.template is not None
    with store.read() as session:
        (content,) = session.query(AgendaTemplateRecord.content).one()
    assert "ada" not in content.casefold()
    assert "example.org" not in content
    assert (saved.template.items[1].title, saved.template.items[1].roles) == ("… opens", ("opening_speaker",))
    assert saved.template.groups[0] == TemplateGroup("Group 1", "Hall 2")
    store.run(AddRow(LearningSessionRecord, {"id": "other", "start": 600}, "Add session"))
    store.run(commands.ApplyTemplate("other", saved.template))
    made = plan(store, "other")
    assert [(item.start, item.length, item.group) for item in made.items] == [
        (None if item.start is None else item.start - 300, item.length, item.group) for item in before.items
    ]
    assert made.minutes == 120
    assert made.appearances == ()


def test_no_way_to_write_a_name_gets_into_a_template(store: Store) -> None:
    person = {
        "id": "quentara",
        "name": "Quentara Zelvorin",
        "also_written": "Q. Zelworin",
        "consent": "named",
    }
    store.run(AddRow(PersonRecord, person, "Add"))
    told = "ZELVORIN, Quentara; Quentara  Z\u00e9lvorin; q.zelvorin@example.org; Zelworin; #QZelvorin"
    store.run(commands.AddGroup(SESSION, told, id="group"))
    store.run(commands.edit_group("group", room=told))
    store.run(commands.AddItem(SESSION, title=told, group_id="group", id="item"))
    store.run(commands.edit_item("item", cue=told, segment_as_written=told))
    store.run(commands.SaveAsTemplate(SESSION, "Nameless"))
    with store.read() as session:
        (content,) = session.query(AgendaTemplateRecord.content).one()
    assert not re.search("z[eé]l|quentara", content, re.IGNORECASE)


def test_some_items_are_saved_with_their_groups_and_no_length(store: Store) -> None:
    store.run(commands.ApplyTemplate(SESSION, template("breakout-workshop")))
    chosen = [item.id for item in plan(store).items if item.segment == "breakout" or item.group == "Group 3"]
    store.run(commands.SaveAsTemplate(SESSION, "One group", item_ids=chosen))
    (saved,) = own(store)
    assert saved.template is not None
    assert (saved.template.minutes, saved.template.groups) == (None, (TemplateGroup("Group 3"),))
    assert [item.group for item in saved.template.items] == [None, 1, 1, 1, 1]
    assert saved.template.planned == 45


@pytest.mark.parametrize("rule", ["", *Attribution, "whispered"])
def test_the_rule_of_an_item_holds_in_every_agenda_made_from_it(store: Store, rule: str) -> None:
    values = {"id": "closed", "session_id": SESSION, "title": "Closed round", "attribution": rule}
    store.run(AddRow(AgendaItemRecord, values, ""))
    store.run(commands.SaveAsTemplate(SESSION, "Ours"))
    (saved,) = own(store)
    assert saved.template is not None
    store.run(AddRow(LearningSessionRecord, {"id": "next", "title": "Next"}, ""))
    store.run(commands.ApplyTemplate("next", saved.template))
    (item,) = plan(store, "next").items
    assert item.attribution == (rule_of(rule).value if rule else "")


def test_a_name_of_one_word_is_taken_out_only_where_its_bearer_takes_part(store: Store) -> None:
    store.run(AddRow(PersonRecord, {"id": "rose", "name": "Rose"}, "Add"))
    store.run(commands.AddItem(SESSION, title="The Rose garden, by Rose"))
    store.run(commands.SaveAsTemplate(SESSION, "One"))
    store.run(AddRow(AppearanceRecord, {"session_id": SESSION, "person_id": "rose"}, "Add"))
    store.run(commands.SaveAsTemplate(SESSION, "Two"))
    titles = [one.template.items[0].title for one in own(store) if one.template]
    assert titles == ["The Rose garden, by Rose", "The … garden, by …"]


def test_fixed_starts_are_kept_by_their_distance_from_the_start_over_several_days(store: Store) -> None:
    for title, start in (("Arrival", 870), ("Day two", 540 + 1440), ("Day three", 540 + 2880)):
        store.run(commands.AddItem(SESSION, title=title, minutes=30, pinned_start=start))
    store.run(commands.SaveAsTemplate(SESSION, "Three days"))
    (saved,) = own(store)
    assert saved.template is not None
    assert [item.at for item in saved.template.items] == [-30, 1080, 2520]
    assert parse(write(saved.template)).items == saved.template.items


def test_a_template_is_renamed_and_deleted_and_undo_brings_back_exactly_what_was(store: Store) -> None:
    store.run(commands.AddItem(SESSION, title="One", minutes=5))
    store.run(commands.SaveAsTemplate(SESSION, "Mine"))
    (before,) = own(store)
    store.run(commands.edit_template(before.id, title="Ours"))
    assert own(store)[0].title == "Ours"
    assert store.run(commands.delete_template(before.id, "Ours")).label == "Delete template Ours"
    assert own(store) == []
    store.undo()
    store.undo()
    assert own(store) == [before]


def test_a_template_without_a_title_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="title"):
        store.run(commands.SaveAsTemplate(SESSION, "  "))
    assert own(store) == []


def test_a_segment_that_the_library_does_not_know_is_kept_as_written(store: Store) -> None:
    store.run(
        commands.ApplyTemplate(SESSION, Template("", "", None, (), (TemplateItem("Music", "concert"),)))
    )
    (item,) = plan(store).items
    assert (item.segment, item.segment_as_written) == ("", "concert")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[" * 100_000,
        "[]",
        '{"items": {}}',
        '{"items": ["Opening"]}',
        '{"items": [{"title": 5}]}',
        '{"items": [{"minutes": -1}]}',
        '{"items": [{"minutes": true}]}',
        '{"items": [{"minutes": 1.5}]}',
        '{"items": [{"at": -100000}]}',
        '{"items": [{"group": 1}]}',
        '{"groups": [{}], "items": [{"group": [2]}]}',
        '{"items": [{"times": 0}]}',
        '{"groups": [{"times": 101}]}',
        '{"items": [{"roles": [1]}]}',
        json.dumps({"items": [{"times": 100}] * 51}),
        json.dumps({"title": "x" * 2_000_001}),
    ],
)
def test_content_that_is_broken_is_refused_in_words(store: Store, content: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(content)
    assert refused.value.what == "The template can't be read."
    assert refused.value.why
    store.run(AddRow(AgendaTemplateRecord, {"id": "bad", "title": "Bad", "content": content}, "Add"))
    (listed,) = own(store)
    assert (listed.template, listed.problem) == (None, str(refused.value))


def test_the_texts_that_ship_come_in_the_language_of_the_screens() -> None:
    set_language("qps")
    try:
        made = template("lle-120")
    finally:
        set_language("en")
    assert made.items[3].title == "[¡City case 1~~!]"
    assert all(item.title.startswith("[¡") for item in made.items)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20).map(
    str.strip
)
ITEMS = st.builds(
    TemplateItem,
    TEXTS.filter(lambda text: "{number}" not in text),
    TEXTS,
    st.none() | st.integers(0, 600),
    st.none() | st.integers(-60, 4000),
    st.none() | st.integers(1, 3),
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
)


@given(st.lists(ITEMS, max_size=8), st.none() | st.integers(0, 500))
def test_what_is_written_is_read_back_the_same(items: list[Any], minutes: int | None) -> None:
    groups = tuple(TemplateGroup(f"Group {number}", "Room") for number in range(3))
    made = Template("", "", minutes, groups, tuple(items))
    assert parse(write(made)) == made
