"""The line below the list, which says how a plan stands to its slot."""

from pytestqt.qtbot import QtBot

from facilitator.features.agenda.stage import AgendaStage
from facilitator.features.agenda.wording import summary_words
from facilitator.kit.context import Context
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned


def test_what_comes_before_the_start_is_told_apart_from_what_is_planned(store: Store) -> None:
    planned = Planned(store)
    planned.item("Sound", 15, pinned_start=14 * 60 + 45)
    planned.item("Opening", 20)
    assert summary_words(planned.plan()) == (
        "2 items  ·  planned 20  ·  15 min before the start  ·  ends 15:20  ·  ▽ 1:40 left of the slot of 2:00"
    )


def test_an_item_that_runs_over_the_start_counts_on_both_sides(store: Store) -> None:
    planned = Planned(store)
    planned.item("Sound", 25, pinned_start=14 * 60 + 45)
    summary = planned.plan().summary
    assert (summary.early, summary.planned, summary.left) == (15, 10, 110)


def test_a_session_without_a_start_is_given_one_from_the_line_below_the_list(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    planned = Planned(store)
    planned.item("Opening", 20)
    stage = AgendaStage(context, SESSION)
    qtbot.addWidget(stage)
    assert stage.summary.set_start.isHidden()
    planned.session(start=None)
    assert not stage.summary.set_start.isHidden()
    with qtbot.waitSignal(context.navigator.details_requested) as asked:
        stage.summary.set_start.click()
    assert asked.args == [SESSION, "start"]
