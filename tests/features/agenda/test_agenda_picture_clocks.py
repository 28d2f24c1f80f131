"""The clocks of the picture, and its words: right in every zone, over midnight and when clocks are set."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.clocks import Clock, clocks_of, suggested
from facilitator.features.agenda.picture.clocks_dialog import ClocksDialog
from facilitator.features.agenda.picture.layout import make_scene
from facilitator.features.agenda.picture.lines import lines_of, on_one_line, runs_leftward
from facilitator.features.agenda.picture.picture import PlanPicture
from facilitator.features.agenda.picture.shapes import Measures
from facilitator.features.agenda.picture.tints import SHAPE, TEXT, tints_of
from facilitator.kit import icons
from facilitator.kit.contrast import contrast
from facilitator.reading.plan_rows import Plan
from facilitator.shell.colours import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours
from facilitator.shell.theme import palette
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.agenda.picture_plans import Item, appearance, make_plan

ZONES = ("Africa/Nairobi", "America/Mexico_City")


def clocks(plan: Plan, here: str = "America/Lima") -> list[Clock]:
    begins = min(item.begins or 0 for item in plan.items)
    ends = max(item.ends or 0 for item in plan.items)
    return list(clocks_of(plan, here, begins, ends))


def test_there_is_a_clock_for_here_for_the_hosts_and_for_each_further_city() -> None:
    found = clocks(make_plan([Item("One")], zones=ZONES))
    assert [(one.city, one.offset, one.whose, one.is_hosts) for one in found] == [
        ("Lima", "UTC−5", "here", False),
        ("Madrid", "UTC+2", "hosts", True),
        ("Nairobi", "UTC+3", "", False),
        ("Mexico City", "UTC−5", "", False),
    ]


@pytest.mark.parametrize("here", ["Europe/Madrid", "Europe/Paris"])
def test_one_clock_stands_for_the_hosts_and_for_here_where_both_show_the_same(here: str) -> None:
    found = clocks(make_plan([Item("One")]), here)
    assert [(one.city, one.whose) for one in found] == [("Madrid", "hosts, here")]


def test_a_zone_that_shows_the_same_only_until_clocks_are_set_has_its_own_clock() -> None:
    # Paris and Algiers are both at +1 until Paris goes to summer time at 02:00.
    plan = make_plan([Item("One", 300)], date="2020-03-28", start=23 * 60, zone="Africa/Algiers")
    assert [one.city for one in clocks(plan, "Europe/Paris")] == ["Paris", "Algiers"]


@pytest.mark.parametrize(
    ("date", "zone"), [("", "Europe/Madrid"), ("2020-04-22", ""), ("2020-04-22", "Atlantis")]
)
def test_where_date_or_zone_is_not_known_there_is_the_sessions_own_time_alone(date: str, zone: str) -> None:
    found = clocks(make_plan([Item("One")], date=date, zone=zone, zones=ZONES))
    assert len(found) == 1
    assert found[0].shows(make_plan([Item("One")], date=date, zone=zone).day, 545, 0) == ("09:05", 0)


def test_a_clock_says_by_how_many_days_it_is_on_another_day() -> None:
    plan = make_plan([Item("One")], zones=("Asia/Tokyo", "America/Lima"))
    hosts, tokyo, lima = clocks(plan, "")
    at = 22 * 60
    assert hosts.shows(plan.day, at, 0) == ("22:00", 0)
    assert tokyo.shows(plan.day, at, 0) == ("05:00", 1)
    assert lima.shows(plan.day, 3 * 60, 0) == ("20:00", -1)
    assert hosts.shows(plan.day, at + 180, 0) == ("01:00", 1)
    assert (words.day_difference(1), words.day_difference(0), words.day_difference(-1)) == (" +1", "", " −1")


def test_a_clock_has_room_for_another_day_where_it_comes_to_one() -> None:
    zones = ("Asia/Tokyo", "Africa/Nairobi")
    evening = make_plan([Item("One", 60), Item("Two", 60)], start=20 * 60, zones=zones)
    assert [one.strays for one in clocks(evening, "")] == [False, True, False]
    night = make_plan([Item("One", 60), Item("Two", 60)], start=23 * 60)
    assert [one.strays for one in clocks(night, "")] == [True]
    days = make_plan([Item("One"), Item("Two", pin=1440 + 540)], zones=("Africa/Nairobi",))
    assert [one.strays for one in clocks(days, "")] == [False, False]


def test_labels_stay_right_when_clocks_are_set_during_the_session_and_the_change_is_told() -> None:
    plan = make_plan([Item("One", 360)], date="2020-03-28", start=23 * 60, zones=("Africa/Nairobi",))
    hosts, nairobi = clocks(plan, "")
    begins, ends = plan.items[0].begins, plan.items[0].ends
    assert begins is not None
    assert ends is not None
    assert [hosts.shows(plan.day, begins + 60 * hour, 0)[0] for hour in range(5)] == [
        *("23:00", "00:00", "01:00", "03:00", "04:00")
    ]
    assert [nairobi.shows(plan.day, begins + 60 * hour, 0)[0] for hour in (2, 3)] == ["03:00", "04:00"]
    assert hosts.set_at(plan.day, begins, ends) == [(begins + 180, 60)]
    assert nairobi.set_at(plan.day, begins, ends) == []


def test_the_zones_of_those_who_speak_are_suggested_those_of_most_first() -> None:
    people = (
        appearance("Ada", city="Lima", country="Peru"),
        appearance("Ben", country="Kenya"),
        appearance("Cleo", city="Nairobi"),
        appearance("Dan", city="Inventopolis"),
        appearance("Eve", zone="Europe/Madrid"),
    )
    plan = make_plan([Item("One", appearances=people)])
    assert suggested(plan) == ["Africa/Nairobi", "America/Lima"]


def test_clocks_are_chosen_by_city_up_to_four(qtbot: QtBot) -> None:
    dialog = ClocksDialog(["Africa/Nairobi"], ["America/Lima", "Asia/Tokyo", "Africa/Cairo", "Asia/Dhaka"])
    qtbot.addWidget(dialog)
    dialog.show()
    for button in dialog.offers[:3]:
        button.click()
    assert dialog.zones() == ["Africa/Nairobi", "America/Lima", "Asia/Tokyo", "Africa/Cairo"]
    assert not dialog.offers[3].isEnabled()
    assert not dialog.field.entry.isEnabled()
    assert dialog.told.text()
    dialog.field.tokens()[0].click()
    assert dialog.offers[3].isEnabled()
    assert dialog.zones() == ["America/Lima", "Asia/Tokyo", "Africa/Cairo"]


@pytest.mark.parametrize("accepted", [True, False])
def test_the_picture_asks_for_clocks_that_were_chosen_and_for_none_that_were_not(
    qtbot: QtBot, accepted: bool
) -> None:
    picture = PlanPicture(here="Europe/Madrid")
    qtbot.addWidget(picture)
    picture.show_plan(make_plan([Item("One", appearances=(appearance("Ben", country="Kenya"),))]), {})
    picture.resize(900, 500)
    picture.show()
    asked: list[list[str]] = []
    picture.clocks_chosen.connect(asked.append)
    picture.clocks.click()
    dialog = picture.findChild(ClocksDialog)
    assert dialog is not None
    dialog.offers[0].click()
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    role = QDialogButtonBox.ButtonRole
    wanted = role.AcceptRole if accepted else role.RejectRole
    next(one for one in buttons.buttons() if buttons.buttonRole(one) == wanted).click()
    assert asked == ([["Africa/Nairobi"]] if accepted else [])


def test_where_there_is_no_room_the_button_says_how_many_clocks_are_seen(qtbot: QtBot) -> None:
    picture = PlanPicture(here="America/Lima")
    qtbot.addWidget(picture)
    picture.show_plan(make_plan([Item("One")], zones=(*ZONES, "Asia/Kathmandu", "Asia/Tokyo")), {})
    picture.resize(1600, 500)
    picture.show()
    assert picture.clocks.text() == "Clocks…"
    picture.resize(180, 500)
    QApplication.processEvents()
    assert picture.clocks.text() == picture.clocks.accessibleName() == "Clocks (1 of 6)…"
    assert picture.canvas.arranged is not None
    assert [one.city for one in picture.canvas.arranged.dials.clocks] == ["Madrid"]


def test_choosing_clocks_is_one_step_of_undo(store: Store) -> None:
    def zones() -> str:
        with store.read() as session:
            found = session.get(LearningSessionRecord, "session-8")
            assert found is not None
            return found.zones

    store.run(commands.set_clocks("session-8", ZONES))
    assert zones() == "Africa/Nairobi America/Mexico_City"
    assert store.next_undo().label == "Choose further clocks"
    store.undo()
    assert zones() == ""


def test_a_tip_tells_all_with_the_time_on_every_clock() -> None:
    item = Item("Opening", 20, "opening", pin=540, appearances=(appearance("Ada Example"),))
    plan = make_plan([item], zones=("Asia/Tokyo",))
    assert words.tip(plan.items[0], {"opening": "Opening words"}, clocks(plan, ""), plan).split("\n") == [
        "Opening",
        "20 min · fixed start · Opening words",
        "09:00–09:20  Madrid, UTC+2",
        "16:00–16:20  Tokyo, UTC+9",
        "Ada Example",
    ]


def test_gaps_overlaps_late_groups_and_nights_are_told_in_words_and_by_form() -> None:
    items = [Item("A", 20), Item("B", 10, pin=565), Item("C", 20, pin=570), Item("D", 30, "breakout")]
    plan = make_plan([*items, Item("E", 42, group="North")], ["North"])
    scene = make_scene(plan, Measures(16, 7, 700), 4)
    assert scene is not None
    assert [words.words_of(mark) for mark in scene.marks] == [
        *("▽ 5 min gap", "▲ 5 min overlap", "▲ 12 min late")
    ]
    by_id = scene.by_id
    assert "5 min gap before" in words.spoken(by_id["B"].item, {})
    assert "5 min overlap" in words.spoken(by_id["C"].item, {})
    assert "12 min late" in words.spoken(by_id["E"].item, {})
    assert (words.long_length(930), words.long_length(600)) == ("15 h 30", "10 h")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (30, "09:30 end of the slot"),
        (40, "09:40 end of the slot · 10 min left"),
        (20, "09:20 end of the slot · 10 min over"),
    ],
)
def test_the_end_of_the_slot_is_told_with_what_is_over_or_left(minutes: int, text: str) -> None:
    assert words.slot_end(make_plan([Item("One", 30)], minutes=minutes)) == text


def test_a_buffer_says_what_is_left_of_it() -> None:
    plan = make_plan([Item("One", 25), Item("Buffer", 7, "buffer")], minutes=27)
    assert words.minutes_of(plan.items[1]) == "2 of 7 min"


SEGMENTS = [
    "welcome",
    "opening",
    "framing",
    "city_round",
    "break",
    "buffer",
    "discussion",
    "wrap_up",
    "closing",
    "",
]


@pytest.mark.parametrize("colours", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
def test_texts_and_shapes_stand_out_in_every_set_of_colours(
    colours: Colours, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(icons, "_colours", {icons.Tone.DANGER: colours.danger})
    tints = tints_of(palette(colours))
    for ground in (tints.ground, tints.paper, tints.chosen):
        for text in (tints.text, tints.quiet, tints.alarm):
            assert contrast(text, ground) >= TEXT
        for shape in (tints.edge, tints.accent):
            assert contrast(shape, ground) >= SHAPE
        for segment in SEGMENTS:
            assert contrast(tints.bar(segment).name(), ground) >= SHAPE


def test_on_one_line_the_minutes_stay_and_what_items_share_before_a_colon_goes_first(
    qapp: QApplication,
) -> None:
    font = qapp.font()
    full = QFontMetricsF(font).horizontalAdvance("Cities act: Durban · 5 min")
    assert on_one_line("Cities act: Durban", " · 5 min", font, full + 2) == "Cities act: Durban · 5 min"
    assert on_one_line("Cities act: Durban", " · 5 min", font, full * 0.9) == "…Durban · 5 min"
    shortest = on_one_line("Cities act: Durban", " · 5 min", font, full * 0.5)
    assert shortest.endswith(" · 5 min")
    assert QFontMetricsF(font).horizontalAdvance(shortest) <= full * 0.5 + 1


def test_a_text_is_broken_at_words_and_ends_in_dots_where_there_is_more(qapp: QApplication) -> None:
    font = qapp.font()
    width = int(QFontMetricsF(font).horizontalAdvance("one two") + 2)
    assert lines_of("one two three", font, width, 2) == ("one two", "three")
    first, second = lines_of("one two three four five six seven", font, width, 2)
    assert first == "one two"
    assert second.endswith("…")
    assert [runs_leftward(text) for text in ("«جولة» city", "12 city جولة", "12")] == [True, False, False]
