"""The list of what is open, in the real widget: by keyboard and mouse, each mend one step of undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facilitator.features.agenda.opens.panel import OpenPanel
from facilitator.features.agenda.opens.rule import open_points
from facilitator.kit.context import Context
from facilitator.kit.pointmodel import POINT_ROLE
from facilitator.reading.plan import read_plan
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned
from tests.steps import steps


@pytest.fixture
def planned(store: Store) -> Planned:
    return Planned(store)


@pytest.fixture
def panel(context: Context, planned: Planned, qtbot: QtBot) -> OpenPanel:
    """The panel on a plan that is over its slot, without moderator and rapporteur, and with Ada not asked."""
    planned.put("ada", planned.item("Talk", 130))
    made = OpenPanel(context, SESSION)
    qtbot.addWidget(made)
    context.library.changed.connect(lambda _: made.show_plan(planned.plan()))
    made.resize(360, 500)
    made.show_plan(planned.plan())
    made.show()
    qtbot.waitExposed(made)
    return made


def codes(panel: OpenPanel) -> list[str]:
    return [point.code for point in panel.points()]


def test_the_most_urgent_is_chosen_first_and_enter_mends_it(
    panel: OpenPanel, planned: Planned, qtbot: QtBot
) -> None:
    assert codes(panel) == ["over_slot", "no_moderator", "no_rapporteur", "consent"]
    panel.focus_first()
    told: list[str] = []
    panel._context.notices.told.connect(lambda text, undo: told.append(text))
    with qtbot.waitSignal(panel.counted) as counted:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert planned.plan().minutes == 130
    assert counted.args == [3]
    assert told == ["Set the slot to 2:10"]
    assert panel.list.currentIndex().data() == "Nobody moderates the session."
    assert panel.list.hasFocus()
    planned.store.undo()
    panel.show_plan(planned.plan())
    assert codes(panel)[0] == "over_slot"


def test_the_first_is_chosen_when_the_list_comes_to_be_seen(panel: OpenPanel, planned: Planned) -> None:
    panel.list.setCurrentIndex(panel.model.index(panel.model.row_of("no_moderator")))
    panel.hide()
    planned.put(planned.person("Ben"), "Talk", status="declined")
    panel.show()
    assert panel.list.currentIndex().data() == panel.points()[0].text
    assert panel.mends


def test_arrows_pass_over_the_headings(panel: OpenPanel, qtbot: QtBot) -> None:
    panel.focus_first()
    seen = [panel.list.currentIndex().data()]
    for _ in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        seen.append(panel.list.currentIndex().data())
    assert seen == [point.text for point in panel.points()]
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.list.currentIndex().data() == seen[-2]


def test_enter_goes_to_where_somebody_is_chosen(panel: OpenPanel, qtbot: QtBot) -> None:
    panel.focus_first()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.person_wanted) as wanted:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == ["moderator", ""]


def test_each_mend_is_a_button_that_says_what_it_does(
    panel: OpenPanel, planned: Planned, qtbot: QtBot
) -> None:
    panel.list.setCurrentIndex(panel.model.index(panel.model.row_of("consent:ada")))
    assert [button.accessibleName() for button in panel.mends] == ["Open the person", "Mark as asked"]
    assert "withheld" in panel.mends[1].toolTip()
    with qtbot.waitSignal(panel._context.navigator.row_requested) as opened:
        panel.mends[0].click()
    assert opened.args == ["person", "ada"]
    panel.mends[1].click()
    assert "consent" not in codes(panel)
    assert planned.store.next_undo().label == "Mark as asked for consent"


def test_a_refresh_that_changes_nothing_keeps_the_choice_and_the_buttons(
    panel: OpenPanel, planned: Planned
) -> None:
    panel.list.setCurrentIndex(panel.model.index(panel.model.row_of("consent:ada")))
    button = panel.mends[0]
    panel.show_plan(planned.plan())
    assert panel.list.currentIndex().row() == panel.model.row_of("consent:ada")
    assert panel.mends[0] is button


def test_urgency_is_said_in_words(panel: OpenPanel) -> None:
    index = panel.model.index(panel.model.row_of("over_slot"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Can’t happen as planned: The plan is")
    interface = QAccessible.queryAccessibleInterface(panel.list)
    assert interface.text(QAccessible.Text.Name) == "What is open"


def test_home_and_end_go_to_the_first_and_the_last_point(panel: OpenPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.currentIndex().row() == panel.model.rowCount() - 1
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.list.currentIndex().data(POINT_ROLE) == panel.points()[0]


def test_where_nothing_is_open_it_says_so(panel: OpenPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.counted) as counted:
        panel.show_plan(None)
    assert counted.args == [0]
    assert panel.empty.isVisible()


def test_with_ten_times_the_items_it_is_ten_times_the_work(planned: Planned) -> None:
    item = planned.item("Talk", 130)
    planned.put("ada", item)
    plan = planned.plan()
    row, (one,) = plan.items[0], plan.items[0].appearances
    items = tuple(
        replace(
            row,
            id=str(n),
            group_id=str(n % 4),
            begins=n // 4 * 10,
            ends=n // 4 * 10 + 10,
            appearances=tuple(
                replace(one, id=f"{n}-{k}", item_id=str(n), person_id=str((n * 3 + k) % 200), minutes=3)
                for k in range(3)
            ),
        )
        for n in range(500)
    )
    large, small = replace(plan, items=items), replace(plan, items=items[:50])
    found = open_points(large)
    assert len(next(point.ids for point in found if point.code == "consents")) == 200
    assert steps(lambda: open_points(large)) < 12 * steps(lambda: open_points(small))


def test_a_plan_that_was_deleted_meanwhile_has_nothing_open(panel: OpenPanel, planned: Planned) -> None:
    with planned.store.read() as session:
        panel.show_plan(read_plan(session, "gone"))
    assert panel.points() == []
