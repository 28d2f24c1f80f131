"""The balance of a plan: its numbers, in words and in the pictures."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.balance import Aspect
from facilitator.features.agenda import commands
from facilitator.features.agenda.balance.panel import BalancePanel
from facilitator.kit.context import Context
from facilitator.reading.balance_lines import Names, lines_of
from facilitator.reading.voices import planned_balance
from facilitator.storage.edits import AddRow
from facilitator.storage.records import PlaceRecord
from facilitator.storage.store import Store
from tests.features.agenda.building import Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    """Ben (20 min) and Wanda (the 10 left) speak, Mia declined, Ines interprets."""
    made = Planned(store)
    made.item("Talk", 30)
    made.put(made.person("Ben", gender="man", section="africa", languages="fr en"), "Talk", minutes=20)
    made.put(made.person("Wanda", gender="woman", languages="en"), "Talk")
    made.put(made.person("Mia", gender="woman"), "Talk", status="declined")
    made.put(made.person("Ines", gender="woman"), "Talk", "interpreter")
    return made


@pytest.fixture
def panel(context: Context, planned: Planned, qtbot: QtBot) -> BalancePanel:
    made = BalancePanel(context)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show_plan(planned.plan())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_those_who_declined_or_are_silent_are_left_out_and_minutes_shared(planned: Planned) -> None:
    lines = lines_of(planned_balance(planned.plan()), Aspect.GENDER, Names())
    assert [(line.label, line.heads.words, line.time.words) for line in lines] == [
        ("Women", "1 · 50 %", "10 · 33 %"),
        ("Men", "1 · 50 %", "20 · 67 %"),
    ]


def test_women_and_men_are_both_named_also_where_one_is_missing(planned: Planned) -> None:
    planned.store.undo()  # the interpreter
    for appearance in planned.plan().appearances:
        if appearance.person == "Wanda":
            planned.store.run(commands.delete_appearances([appearance.id]))
    lines = lines_of(planned_balance(planned.plan()), Aspect.GENDER, Names())
    assert [(line.label, line.people) for line in lines] == [("Women", 0), ("Men", 1)]


def test_many_cities_are_told_together_and_what_is_not_stated_stays_last(planned: Planned) -> None:
    for number in range(12):
        planned.store.run(AddRow(PlaceRecord, {"id": f"p{number}", "name": f"City {number:02}"}, "Add place"))
        planned.put(planned.person(f"Mayor {number}", place_id=f"p{number}"), "Talk")
    lines = lines_of(planned_balance(planned.plan()), Aspect.CITY, Names())
    assert len(lines) == 9
    assert [(line.label, line.people) for line in lines[-2:]] == [("5 others", 5), ("Not stated", 2)]
    assert sum(line.people for line in lines) == 14


def test_the_pictures_say_in_words_what_they_paint(panel: BalancePanel) -> None:
    assert panel.summary.text().startswith("2 people speak, 30 min together.")
    assert panel.bars[Aspect.GENDER].accessibleName() == (
        "Women and men. Women: 1 person, 50 %; 10 min, 33 %. Men: 1 person, 50 %; 20 min, 67 %"
    )
    assert "Africa: 1 person, 50 %" in panel.bars[Aspect.SECTION].accessibleName()
    assert "French: 1 person" in panel.bars[Aspect.LANGUAGE].accessibleName()


def test_a_bar_is_as_long_as_its_part(panel: BalancePanel) -> None:
    bars = panel.bars[Aspect.GENDER]
    bars.clearFocus()  # the frame of the focus has the same colour
    picture = bars.grab().toImage()
    accent = bars.palette().color(bars.palette().ColorRole.Accent).rgb()

    def filled(number: int) -> int:
        """Accent pixels in the widest line of a row's right half, the minutes."""
        rows = range(number * bars._step(), (number + 1) * bars._step())
        half = range(picture.width() // 2, picture.width())
        return max(sum(picture.pixel(x, y) == accent for x in half) for y in rows)

    assert 1.7 < filled(1) / filled(0) < 2.3


def test_where_nobody_speaks_there_is_help_instead(panel: BalancePanel) -> None:
    panel.show_plan(None)
    assert panel.empty.isVisible()
    assert not panel.summary.isVisible()
