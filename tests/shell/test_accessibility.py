"""Every screen by keyboard and screen reader: names, the way of Tab, sizes of targets, what large text does."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from tests.shell.screens import SCREENS, focusable, show, shown_widgets

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says; of a box to choose from Qt gives the chosen value on some systems."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName().strip()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


@pytest.fixture(params=SCREENS)
def screen(
    request: pytest.FixtureRequest,
    window: MainWindow,
    opened: OpenedLibrary,
    first_session: str,
    qtbot: QtBot,
) -> QWidget:
    """One screen after the other."""
    return show(window, opened, first_session, request.param, qtbot)


def test_every_control_has_a_name_of_its_own(screen: QWidget, window: MainWindow) -> None:
    reached = [widget for widget in focusable(window) if isinstance(widget, CONTROLS)]
    assert len(reached) > 5
    nameless = [described(w) for w in reached if not spoken(w) or spoken(w) == type(w).__name__]
    assert not nameless


def test_controls_that_take_the_focus_side_by_side_can_be_told_apart(screen: QWidget) -> None:
    names = Counter((widget.parentWidget(), spoken(widget)) for widget in focusable(screen))
    doubled = [f"{name!r} in {type(parent).__name__}" for (parent, name), count in names.items() if count > 1]
    assert not doubled


def test_what_a_button_shows_is_part_of_its_name(screen: QWidget) -> None:
    for button in (widget for widget in shown_widgets(screen) if isinstance(widget, QAbstractButton)):
        text = re.sub(r" \(\w\)$", "", button.text().replace("&", "")).strip(" …×‹›")  # the letter is its key
        if text and not text.endswith("…"):
            assert text.casefold() in spoken(button).casefold(), described(button)


def test_tab_reaches_everything_and_comes_back(screen: QWidget, window: MainWindow, qtbot: QtBot) -> None:
    wanted = {widget for widget in focusable(screen) if not isinstance(widget, QScrollArea)}
    start = next(iter(wanted))
    start.setFocus()
    seen: list[QWidget] = []
    for _ in range(400):
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            break
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    missed = {widget for widget in wanted if widget not in seen and not is_part_of_seen(widget, seen)}
    assert not [described(widget) for widget in missed]
    assert QApplication.focusWidget() is seen[0], "Tab is trapped"


def is_part_of_seen(widget: QWidget, seen: list[QWidget]) -> bool:
    """One of several buttons of which Tab reaches the checked one, and arrows the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in seen for button in group.buttons())


def test_targets_are_at_least_24_by_24(screen: QWidget) -> None:
    targets = [
        widget
        for widget in shown_widgets(screen)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
    ]
    inner = [w for w in targets if not isinstance(w.parentWidget(), QComboBox | QLineEdit | QHeaderView)]
    small = [
        f"{described(widget)} {widget.width()}x{widget.height()}"
        for widget in inner
        if (widget.width() < 24 or widget.height() < 24)
        and not isinstance(widget.parentWidget(), QTabBar)
        and not is_scroll_part(widget)
    ]
    assert not small


def is_scroll_part(widget: QWidget) -> bool:
    return type(widget).__name__ in ("QTableCornerButton", "CloseButton") or (
        isinstance(widget.parentWidget(), QAbstractScrollArea) and isinstance(widget, QAbstractButton)
    )


def shows_icon_alone(button: QAbstractButton) -> bool:
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    return (
        isinstance(button, QToolButton) and button.toolButtonStyle() == alone and not button.icon().isNull()
    )


def test_large_text_in_a_small_window_cuts_nothing_off(
    screen: QWidget, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    window.settings.text_percent = 200
    qtbot.wait(50)
    assert window.width() == 1024
    assert window.height() == 600
    cut = []
    for widget in shown_widgets(window.centralWidget()):
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap() and type(widget) is QLabel:
            if widget.width() < widget.minimumSizeHint().width():
                cut.append(f"{described(widget)} {widget.text()!r}")
        elif isinstance(widget, QAbstractButton) and widget.text() and not shows_icon_alone(widget):
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
            if widget.width() < needed:
                cut.append(f"{described(widget)} {widget.text()!r}")
    assert not cut


def test_everything_in_a_small_window_can_be_seen_or_scrolled_to(
    screen: QWidget, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    window.settings.text_percent = 200
    qtbot.wait(50)
    lost = []
    for widget in focusable(screen):
        inside: QWidget | None = widget.parentWidget()
        corner = widget.mapTo(screen, QPoint(0, 0))
        scrolls = False
        while inside is not None and inside is not screen:
            scrolls = scrolls or isinstance(inside, QScrollArea)
            inside = inside.parentWidget()
        if not scrolls and not screen.rect().contains(corner):
            lost.append(f"{described(widget)} at {corner.x()},{corner.y()}")
    assert not lost


def test_the_focus_can_be_seen(screen: QWidget, window: MainWindow, qtbot: QtBot) -> None:
    for widget in [w for w in focusable(screen) if isinstance(w, QAbstractButton | QLineEdit | QComboBox)][
        :12
    ]:
        other = next(w for w in focusable(window) if w is not widget)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus():
            assert widget.grab().toImage() != before, described(widget)
