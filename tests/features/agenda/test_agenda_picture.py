"""The picture as a control: by mouse and by keyboard, what a person does is told once, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.agenda.dragging import ITEMS, PEOPLE
from facilitator.features.agenda.picture.blocks import BlockPainter
from facilitator.features.agenda.picture.picture import PlanPicture
from facilitator.features.agenda.picture.shapes import Block
from facilitator.kit.dragging import dragged
from facilitator.reading.plan_rows import Plan
from tests.features.agenda.picture_plans import Item, make_plan

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAN = make_plan(
    [
        Item("Opening", 20, "opening"),
        Item("Poll", 0, "poll"),
        Item("Groups", 60, "breakout"),
        Item("North one", 30, group="North"),
        Item("North two", 30, group="North"),
        Item("South one", 40, group="South"),
        Item("Report", 30, "wrap_up"),
    ],
    ["North", "South"],
    minutes=120,
)
Told = list[tuple[object, ...]]


@pytest.fixture
def picture(qtbot: QtBot) -> PlanPicture:
    made = PlanPicture(here="America/Lima")
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_plan(PLAN, {"opening": "Opening words"})
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def told(picture: PlanPicture) -> Told:
    """All that the picture asks for, as name and values."""
    found: Told = []
    for name in ("chosen", "opened", "placed", "lengthened", "people_dropped", "clocks_chosen"):
        getattr(picture, name).connect(lambda *values, name=name: found.append((name, *values)))
    return found


def block(picture: PlanPicture, title: str) -> Block:
    assert picture.canvas.scene is not None
    return picture.canvas.scene.by_id[title]


def place(picture: PlanPicture, title: str, *, down: float = 0.5) -> QPoint:
    """A point on an item, some way down it."""
    box = block(picture, title).tag or block(picture, title).box
    return (picture.canvas.origin() + QPointF(box.x + 12, box.y + box.height * down)).toPoint()


def edge(picture: PlanPicture, title: str) -> QPoint:
    box = block(picture, title).box
    return (picture.canvas.origin() + QPointF(box.x + 30, box.bottom - 2)).toPoint()


def click(picture: PlanPicture, title: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(picture.canvas.viewport(), LEFT, modifier, place(picture, title))


def drag(picture: PlanPicture, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    view = picture.canvas.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    move(picture, (start + end) / 2)
    move(picture, end)
    if let_go:
        QTest.mouseRelease(view, LEFT, NONE, end)


def move(picture: PlanPicture, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    view = picture.canvas.viewport()
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), button, LEFT, modifier
    )
    QApplication.sendEvent(view, event)


def key(picture: PlanPicture, which: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(picture.canvas, which, modifier)


def test_a_click_chooses_and_with_ctrl_or_shift_adds(picture: PlanPicture, told: Told) -> None:
    click(picture, "Opening")
    click(picture, "North one", CTRL)
    click(picture, "North two", SHIFT)
    click(picture, "North one", CTRL)
    assert told == [
        ("chosen", ["Opening"]),
        ("chosen", ["Opening", "North one"]),
        ("chosen", ["North one", "North two"]),
        ("chosen", ["North two"]),
    ]


def test_an_item_of_no_minutes_is_seen_and_clicked(picture: PlanPicture, told: Told) -> None:
    click(picture, "Poll")
    assert told == [("chosen", ["Poll"])]


def test_a_double_click_opens(picture: PlanPicture, told: Told) -> None:
    QTest.mouseDClick(picture.canvas.viewport(), LEFT, NONE, place(picture, "Report"))
    assert ("opened", "Report") in told


def test_what_is_selected_elsewhere_is_marked_and_not_told_back(picture: PlanPicture, told: Told) -> None:
    picture.select(["North two"])
    assert picture.canvas.choice == ("North two",)
    assert told == []


def test_an_item_that_is_dragged_goes_behind_the_one_above_where_it_is_dropped(
    picture: PlanPicture, told: Told
) -> None:
    drag(picture, place(picture, "Opening"), place(picture, "Report", down=0.9))
    assert told == [("chosen", ["Opening"]), ("placed", ["Opening"], "", "Report", "")]


def test_an_item_is_dragged_into_another_group(picture: PlanPicture, told: Told) -> None:
    drag(picture, place(picture, "North two"), place(picture, "South one", down=0.1))
    assert told[1:] == [("placed", ["North two"], "South", "", "Groups")]


def test_an_item_that_holds_groups_is_never_dropped_into_one(picture: PlanPicture, told: Told) -> None:
    drag(picture, place(picture, "Groups"), place(picture, "South one", down=0.9))
    assert all(one[0] != "placed" or one[2] == "" for one in told)


def test_several_that_are_chosen_are_dragged_together_and_stay_chosen(
    picture: PlanPicture, told: Told
) -> None:
    click(picture, "North one")
    click(picture, "North two", CTRL)
    drag(picture, place(picture, "North two"), place(picture, "Report", down=0.9))
    assert told[-1] == ("placed", ["North one", "North two"], "", "Report", "")
    assert picture.canvas.choice == ("North one", "North two")


def test_dropped_where_it_stands_nothing_is_asked_for(picture: PlanPicture, told: Told) -> None:
    drag(picture, place(picture, "Opening", down=0.2), place(picture, "Opening", down=0.9))
    assert told == [("chosen", ["Opening"])]


def test_escape_gives_up_a_drag(picture: PlanPicture, told: Told) -> None:
    end = place(picture, "Report", down=0.9)
    drag(picture, place(picture, "Opening"), end, let_go=False)
    key(picture, Qt.Key.Key_Escape)
    QTest.mouseRelease(picture.canvas.viewport(), LEFT, NONE, end)
    assert told == [("chosen", ["Opening"])]


@pytest.mark.parametrize(("minutes", "fine", "becomes"), [(12, False, 30), (12, True, 32), (-40, False, 0)])
def test_the_lower_edge_makes_it_longer_by_five_minutes_or_by_one(
    picture: PlanPicture, told: Told, minutes: int, fine: bool, becomes: int
) -> None:
    assert picture.canvas.scene is not None
    start = edge(picture, "Opening")
    end = start + QPoint(0, round(minutes * picture.canvas.scene.scale.per_minute))
    view = picture.canvas.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    for at in (start + QPoint(0, 20), end):
        move(picture, at, ALT if fine else NONE)
    QTest.mouseRelease(view, LEFT, NONE, end)
    assert told[1:] == [("lengthened", "Opening", becomes)]


def test_nothing_is_dragged_where_nothing_may_be_changed(picture: PlanPicture, told: Told) -> None:
    picture.set_read_only(True)
    drag(picture, place(picture, "Opening"), place(picture, "Report", down=0.9))
    drag(picture, edge(picture, "Report"), edge(picture, "Report") + QPoint(0, 60))
    assert {name for name, *_ in told} == {"chosen"}
    assert not picture.clocks.isEnabled()


def drop(picture: PlanPicture, data: QMimeData, at: QPoint) -> None:
    view, action = picture.canvas.viewport(), Qt.DropAction.CopyAction
    QApplication.sendEvent(view, QDragEnterEvent(at, action, data, LEFT, NONE))
    QApplication.sendEvent(view, QDropEvent(QPointF(at), action, data, LEFT, NONE))


def test_people_are_dropped_on_an_item(picture: PlanPicture, told: Told) -> None:
    data = dragged(PEOPLE, ["ada"])
    drop(picture, data, place(picture, "South one"))
    assert [(one[0], one[2]) for one in told] == [("people_dropped", "South one")]
    drop(picture, data, QPoint(2, 2))
    assert len(told) == 1


def test_items_of_the_list_are_dropped_at_their_place(picture: PlanPicture, told: Told) -> None:
    drop(picture, dragged(ITEMS, ["Report"]), place(picture, "Opening", down=0.1))
    assert told == [("placed", ["Report"], "", "", "")]


def test_arrows_go_through_a_column_into_the_groups_and_back(picture: PlanPicture, told: Told) -> None:
    click(picture, "Opening")
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        key(picture, which)
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        key(picture, which)
    assert [one[1] for one in told] == [
        ["Opening"],
        ["Poll"],
        ["Groups"],
        ["North one"],
        ["South one"],
        ["North one"],
        ["North two"],
        ["Report"],
        ["Groups"],
        ["Report"],
        ["Opening"],
    ]


def test_by_keys_one_goes_without_choosing_chooses_and_opens(picture: PlanPicture, told: Told) -> None:
    picture.select(["Opening"])
    picture.canvas.setFocus()
    key(picture, Qt.Key.Key_Down, CTRL)
    key(picture, Qt.Key.Key_Down, CTRL)
    key(picture, Qt.Key.Key_Space)
    key(picture, Qt.Key.Key_Return)
    assert told == [("chosen", ["Opening", "Groups"]), ("opened", "Groups")]


def test_alt_and_arrows_are_left_to_the_stage(picture: PlanPicture, told: Told) -> None:
    click(picture, "Report")
    key(picture, Qt.Key.Key_Up, ALT)
    assert told == [("chosen", ["Report"])]


def test_it_says_in_words_what_is_selected(picture: PlanPicture) -> None:
    assert picture.canvas.accessibleName() == "Picture of the plan"
    assert picture.canvas.accessibleDescription() == "Nothing is selected"
    click(picture, "Opening")
    assert picture.canvas.accessibleDescription() == "09:00, Opening, 20 min, Opening words"
    click(picture, "Report", CTRL)
    assert picture.canvas.accessibleDescription() == "2 items selected"


def test_the_arrows_tell_where_one_has_come_to(picture: PlanPicture, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "facilitator.features.agenda.picture.canvas.announce", lambda _, text: heard.append(text)
    )
    click(picture, "Groups")
    key(picture, Qt.Key.Key_Right)
    assert heard == ["09:20, North one, 30 min, North"]


def test_another_scale_leaves_the_time_in_the_middle_where_it_is(picture: PlanPicture) -> None:
    def middle() -> float:
        canvas = picture.canvas
        assert canvas.scene is not None
        return canvas.scene.scale.minute(canvas.viewport().height() / 2 - canvas.origin().y())

    picture.larger.click()
    picture.larger.click()
    before = middle()
    picture.larger.click()
    assert middle() == pytest.approx(before, abs=1)


def test_the_whole_plan_is_seen_at_once_also_after_another_size(picture: PlanPicture, qtbot: QtBot) -> None:
    picture.larger.click()
    picture.larger.click()
    assert picture.canvas.verticalScrollBar().maximum() > 0
    picture.whole.click()
    assert picture.canvas.verticalScrollBar().maximum() == 0
    picture.resize(800, 420)
    qtbot.waitUntil(lambda: picture.canvas.verticalScrollBar().maximum() == 0)


def test_a_plan_that_changes_keeps_what_is_there_selected(picture: PlanPicture, told: Told) -> None:
    click(picture, "Opening")
    click(picture, "Report", CTRL)
    picture.show_plan(make_plan([Item("Report", 15)]), {})
    assert picture.canvas.choice == ("Report",)
    picture.show_plan(None, {})
    key(picture, Qt.Key.Key_Down)
    assert picture.canvas.choice == ()


def test_of_many_items_those_alone_are_painted_that_are_seen(
    picture: PlanPicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    paint: Callable[[BlockPainter, Block], None] = BlockPainter._block

    def count(self: BlockPainter, block: Block) -> None:
        painted.append(block.item.id)
        paint(self, block)

    monkeypatch.setattr(BlockPainter, "_block", count)
    picture.show_plan(make_plan([Item(f"Item {number}", 10) for number in range(500)]), {})
    picture.canvas.verticalScrollBar().setValue(3000)
    painted.clear()
    picture.canvas.viewport().repaint()
    assert 5 < len(set(painted)) < 40
    assert "Item 0" not in painted


@pytest.mark.parametrize(
    "title", ["", "جولة المدن", "城市圆桌会议", "word " * 100, "W" * 500, "<b>bold</b>\nsecond line"]
)
def test_any_title_is_painted_at_any_size(picture: PlanPicture, title: str, qtbot: QtBot) -> None:
    plan: Plan = make_plan([Item(title, 20), Item("next", 3), Item("last", 60)])
    picture.show_plan(plan, {})
    for width in (900, 300, 60):
        picture.resize(width, 400)
        assert not picture.grab().isNull()
