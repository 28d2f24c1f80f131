"""What the tests of the agenda's list do: items to begin with, keys, selections, drags."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.store import Store

SESSION = "session-8"
NO, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def items(store: Store) -> list[AgendaItemRow]:
    with store.read() as session:
        plan = read_plan(session, SESSION)
    assert plan is not None
    return list(plan.items)


def titles(store: Store) -> str:
    return "".join(row.title for row in items(store))


def fill(store: Store, letters: str, **values: object) -> None:
    """Items whose ids and titles are letters, 10 minutes each."""
    for letter in letters:
        given = {"minutes": 10, **values}
        store.run(commands.AddItem(SESSION, letter, id=letter, **given))  # type: ignore[arg-type]


def fill_groups(store: Store) -> None:
    """a and e in the plenary; during b the groups meet: c and d in Housing, none in Rental."""
    fill(store, "ab")
    store.run(commands.edit_item("b", segment="breakout", minutes=None))
    store.run(commands.AddGroup(SESSION, "Housing", id="housing"))
    store.run(commands.AddGroup(SESSION, "Rental", id="rental"))
    fill(store, "cd", group_id="housing")
    fill(store, "e")


def shown_stage(context: Context, qtbot: QtBot) -> AgendaStage:
    """The stage in a window of its own that has the focus."""
    made = AgendaStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def select(stage: AgendaStage, letters: str) -> None:
    stage.table.select(list(letters))
    stage.table.setFocus()


def selected(stage: AgendaStage) -> str:
    return "".join(row.id for row in stage.table.selected_items())


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def act(stage: AgendaStage, text: str) -> None:
    """Choose an action from the menu."""
    found = next(action for action in stage.actions() if action.text() == text)
    assert found.isEnabled(), text
    found.trigger()


def drag(stage: AgendaStage, data: QMimeData, at: QPoint) -> bool:
    """Drag something over a place of the list and let it go there; whether it was taken."""
    port, move = stage.table.viewport(), Qt.DropAction.MoveAction
    button = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, move, data, button, NO)
    QApplication.sendEvent(port, enter)
    if not enter.isAccepted():
        return False
    over = QDragMoveEvent(at, move, data, button, NO)
    QApplication.sendEvent(port, over)
    port.grab()
    drop = QDropEvent(QPointF(at), move, data, button, NO)
    QApplication.sendEvent(port, drop)
    return over.isAccepted()


def point(stage: AgendaStage, line_id: str, share: float) -> QPoint:
    rect = stage.table.visualRect(stage.table.lines.index(stage.table.lines.row_of(line_id), Col.TITLE))
    return QPoint(rect.center().x(), int(rect.top() + rect.height() * share))
