"""Each face of the Plan stage's right-hand side by keyboard and screen reader, also with large text in little room."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.agenda.balance.panel import BalancePanel
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.features.agenda.opens.panel import OpenPanel
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.settings import Settings
from facilitator.shell.theme import Theme
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned
from tests.shell.screens import focusable
from tests.shell.test_accessibility import shows_icon_alone, spoken

LONG = "A title of many words " * 20


@pytest.fixture
def planned(store: Store) -> Planned:
    made = Planned(store)
    made.item("Opening", 15)
    made.item(LONG, 5)
    made.group("Housing")
    made.put("ada", "Opening", minutes=20)
    made.put(made.person("Ben"), "Opening", minutes=5, status="declined")
    return made


def item(editor: ItemEditor, planned: Planned) -> None:
    editor.show_items(planned.plan().items[:1])
    editor.appearances.table.selectRow(0)


def picking(editor: ItemEditor, planned: Planned) -> None:
    editor.show_items(planned.plan().items[1:])
    editor.appearances.pick.click()


FACES: dict[str, Callable[[ItemEditor, Planned], None]] = {
    "item": item,
    "several": lambda editor, planned: editor.show_items(planned.plan().items),
    "none": lambda editor, planned: editor.show_items([]),
    "group": lambda editor, planned: editor.show_group("Housing"),
    "picking": picking,
}


@pytest.fixture(params=[*FACES, "open", "balance"])
def face(
    request: pytest.FixtureRequest,
    context: Context,
    planned: Planned,
    qtbot: QtBot,
    dressed: Theme,
) -> QWidget:
    """One face after the other, in a window of 360 pixels, with twice the usual text."""
    if request.param in FACES:
        shown: QWidget = ItemEditor(context, SESSION)
        shown.show_plan(planned.plan())
        FACES[request.param](shown, planned)  # type: ignore[arg-type]
    else:
        shown = OpenPanel(context, SESSION) if request.param == "open" else BalancePanel(context)
        shown.show_plan(planned.plan())
    area = scrolled(shown)
    qtbot.addWidget(area)
    area.resize(360, 500)
    area.show()
    qtbot.waitExposed(area)
    qtbot.wait(20)
    return area


@pytest.fixture
def dressed(qapp: QApplication, tmp_path: Path) -> Iterator[Theme]:
    """The program's own style, with twice the usual text; taken off afterwards."""
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().objectName()
    settings = Settings(tmp_path / "settings.ini")
    settings.scheme, settings.text_percent = "light", 200
    theme = Theme(qapp, settings)
    yield theme
    theme.undress()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_all_that_takes_the_focus_has_a_name_of_its_own(face: QWidget) -> None:
    widgets = [one for one in focusable(face) if one is not face]
    assert widgets
    names = Counter((one.parentWidget(), spoken(one)) for one in widgets)
    assert not [one for one in widgets if not spoken(one)]
    assert not [name for (_, name), count in names.items() if count > 1]


def test_targets_are_large_and_no_words_are_cut_off(face: QWidget) -> None:
    buttons = [one for one in face.findChildren(QAbstractButton) if one.isVisible()]
    fields = [one for one in face.findChildren(QWidget) if isinstance(one, QLineEdit | QComboBox)]
    for one in [*buttons, *(field for field in fields if field.isVisible())]:
        if not isinstance(one.parentWidget(), QComboBox | QLineEdit):
            assert min(one.width(), one.height()) >= 24, one.accessibleName() or one.objectName()
    for one in (one for one in buttons if not shows_icon_alone(one)):
        needed = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        assert one.width() >= needed, one.text()


def test_nothing_needs_scrolling_to_the_side(face: QWidget) -> None:
    bar = face.horizontalScrollBar()  # type: ignore[attr-defined]
    assert bar.maximum() == 0
