"""The layout of the picture, for any plan: true to time, columns apart, nothing covered that is not marked."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.features.agenda.picture.layout import Scene, fitting, make_scene
from facilitator.features.agenda.picture.shapes import Block, MarkKind, Measures
from facilitator.features.agenda.picture.ticks import ticks_of
from facilitator.reading.plan_rows import Plan
from tests.features.agenda.picture_plans import Item, make_plan, plans

MEASURES = Measures(line=16, letter=7, width=700)
scales = st.sampled_from([0.3, 1.0, 4.0, 11.0])


def scene_of(plan: Plan, per_minute: float = 4.0, measures: Measures = MEASURES) -> Scene:
    made = make_scene(plan, measures, per_minute)
    assert made is not None
    return made


def block(scene: Scene, title: str) -> Block:
    return scene.by_id[title]


@given(plans(), scales)
def test_each_item_has_a_block_as_high_as_its_minutes(plan: Plan, per_minute: float) -> None:
    scene = scene_of(plan, per_minute)
    assert set(scene.by_id) == {item.id for item in plan.items}
    for one in scene.blocks:
        assert one.box.height == pytest.approx(one.item.length * per_minute)


@given(plans(), scales)
def test_what_begins_later_stands_lower_in_every_column(plan: Plan, per_minute: float) -> None:
    scene = scene_of(plan, per_minute)
    for one, other in pairwise(sorted(scene.blocks, key=lambda each: each.item.begins or 0)):
        assert one.box.y <= other.box.y + 1e-6
        stretch = next(each for each in scene.scale.stretches if (one.item.begins or 0) <= each.ends)
        if (other.item.begins or 0) <= stretch.ends:
            between = ((other.item.begins or 0) - (one.item.begins or 0)) * per_minute
            assert other.box.y - one.box.y == pytest.approx(between)


@given(plans(), scales)
def test_blocks_of_a_column_cover_each_other_only_after_a_marked_overlap(
    plan: Plan, per_minute: float
) -> None:
    scene = scene_of(plan, per_minute)
    faults = {mark.item_id for mark in scene.marks if mark.kind is MarkKind.OVERLAP}
    for one, other in combinations(scene.blocks, 2):
        if one.item.group_id == other.item.group_id and one.box.meets(other.box):
            assert one.depth != other.depth or 4 in (one.depth, other.depth)
            assert faults


@given(plans(), scales)
def test_columns_stand_apart(plan: Plan, per_minute: float) -> None:
    scene = scene_of(plan, per_minute)
    for one, other in combinations(scene.blocks, 2):
        if one.item.group_id != other.item.group_id:
            assert not one.box.meets(other.box)
    columns = [scene.columns.plenary, *scene.columns.groups]
    for left, right in pairwise(columns):
        assert left.x + left.width < right.x


@given(plans(), scales)
def test_tags_cover_no_other_tag(plan: Plan, per_minute: float) -> None:
    scene = scene_of(plan, per_minute)
    tags = [one.tag for one in scene.blocks if one.tag is not None]
    for one, other in combinations(tags, 2):
        assert not one.meets(other)


@given(plans(), scales)
def test_every_item_can_be_clicked(plan: Plan, per_minute: float) -> None:
    scene = scene_of(plan, per_minute)
    for one in scene.blocks:
        if one.tag is not None:
            assert scene.at(one.tag.x + 1, one.tag.y + 1) is one


@given(plans(), scales)
def test_the_axis_leads_from_a_minute_to_its_y_and_back(plan: Plan, per_minute: float) -> None:
    scale = scene_of(plan, per_minute).scale
    for stretch in scale.stretches:
        for minute in (stretch.begins, (stretch.begins + stretch.ends) / 2):
            assert scale.minute(scale.y(minute)) == pytest.approx(minute, abs=1e-6)


@given(plans())
def test_a_plan_that_is_fitted_is_no_higher_than_the_room(plan: Plan) -> None:
    fitted = fitting(plan, MEASURES, 900)
    if fitted > 0:
        assert scene_of(plan, fitted).scale.bottom <= 900 + 1e-6


def test_the_night_is_cut_out_and_each_day_has_its_heading() -> None:
    scene = scene_of(make_plan([Item("Day one", 60), Item("Day two", 60, pin=1440 + 540)]))
    assert [(one.begins, one.ends, one.day) for one in scene.scale.stretches] == [
        (540, 600, 0),
        (1980, 2040, 1),
    ]
    assert scene.scale.stretches[1].top - scene.scale.stretches[0].top < 60 * 4 + 10 * MEASURES.line
    assert not scene.marks


def test_a_gap_an_overlap_and_a_late_group_are_marked_with_their_minutes() -> None:
    items = [
        Item("Opening", 20),
        Item("Framing", 10, pin=565),
        Item("Round", 20, pin=570),
        Item("Groups", 30, "breakout"),
        Item("Talk", 42, group="North"),
    ]
    scene = scene_of(make_plan(items, ["North"]))
    assert [(mark.kind, mark.item_id, mark.minutes) for mark in scene.marks] == [
        (MarkKind.GAP, "Framing", 5),
        (MarkKind.OVERLAP, "Round", 5),
        (MarkKind.LATE, "Talk", 12),
    ]


def test_the_plenary_takes_all_the_width_but_while_groups_meet() -> None:
    items = [
        Item("Opening"),
        Item("Groups", 30, "breakout"),
        Item("Talk", 30, group="North"),
        Item("Closing"),
    ]
    scene = scene_of(make_plan(items, ["North", "South"]))
    assert block(scene, "Opening").box.width == block(scene, "Closing").box.width == scene.width
    assert block(scene, "Groups").box.right < block(scene, "Talk").box.x
    assert block(scene, "Talk").box.y == block(scene, "Groups").box.y


def test_a_plenary_that_goes_on_while_a_group_is_late_stays_in_its_band() -> None:
    items = [
        Item("Groups", 30, "breakout"),
        Item("Talk", 40, group="North"),
        Item("Report", 10),
        Item("Closing", 10),
    ]
    scene = scene_of(make_plan(items, ["North"]))
    assert block(scene, "Report").box.right < block(scene, "Talk").box.x
    assert block(scene, "Closing").box.width == scene.width


def test_without_a_start_the_picture_begins_at_midnight_or_comes_to_the_first_hard_start_in_time() -> None:
    plain = scene_of(make_plan([Item("One"), Item("Two")], start=None))
    assert (plain.assumed, [one.item.begins for one in plain.blocks]) == (True, [0, 10])
    pinned = scene_of(make_plan([Item("One"), Item("Two", pin=900)], start=None))
    assert [one.item.begins for one in pinned.blocks] == [890, 900]


def test_a_plan_of_nothing_has_no_picture() -> None:
    assert make_scene(make_plan([]), MEASURES, 4) is None
    assert fitting(make_plan([]), MEASURES, 500) == 1


def test_the_end_of_the_slot_stands_where_its_time_is() -> None:
    scene = scene_of(make_plan([Item("One", 30)], minutes=50))
    assert scene.slot_end == scene.scale.y(590)
    assert scene.scale.stretches[-1].ends == 590


@given(plans(), scales, st.sampled_from([5, 30, 60, 240]))
def test_the_times_that_are_written_are_all_full_ones_of_the_hosts(
    plan: Plan, per_minute: float, step: int
) -> None:
    scene = scene_of(plan, per_minute)
    found = ticks_of(scene, step)
    wanted = {
        minute
        for stretch in scene.scale.stretches
        for minute in range(stretch.begins, stretch.ends + 1)
        if scene.plan.day.wall(minute) % step == 0
    }
    assert {tick.minute for tick in found.all} == wanted
    assert [tick.y for tick in found.all] == sorted(tick.y for tick in found.all)
    assert set(found.between(0, 300)) == {tick for tick in found.all if 0 <= tick.y <= 300}


def test_no_time_is_passed_over_where_clocks_are_set() -> None:
    plan = make_plan([Item("One", 600)], date="2020-03-28", start=22 * 60)
    ticks = ticks_of(scene_of(plan), 240).all
    assert [plan.day.wall(tick.minute) // 60 for tick in ticks] == [24, 28, 32]
