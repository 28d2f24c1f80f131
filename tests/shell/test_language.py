"""The language of the screens: nothing that a person reads escapes translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator import translation
from facilitator.kit.settings import Settings
from facilitator.shell.about import AboutDialog
from facilitator.shell.backups import BackupsDialog
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.shortcuts import ShortcutsDialog
from facilitator.shell.window import MainWindow
from facilitator.translation import PAPER_LANGUAGES
from tests.shell.screens import SCREENS, show

WRAPPED = re.compile(r"\[¡.*~~!\]", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2}")
NOT_LANGUAGE = re.compile(
    r"(Ctrl|Shift|Alt|Meta|Return|Enter|Esc|Ins|Del|Left|Up|Down|PgUp|PgDown|F\d+)(\+.*)?|[\d:.,]+( [kKMG]i?B)?"
)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.language = translation.PSEUDO_LANGUAGE
    return settings


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of the program's own that a person can read or hear, with where it is; not what the library holds."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.objectName().startswith("Scroll"):  # of Qt's own tab bar, named by Qt's own translations
            continue
        where = f"{type(widget).__name__} {widget.objectName()!r}"
        yield f"name of {where}", widget.accessibleName()
        yield f"tip of {where}", widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"text of {where}", widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield f"placeholder of {where}", widget.placeholderText()
        if isinstance(widget, QTabBar):
            yield from ((f"tab of {where}", widget.tabText(number)) for number in range(widget.count()))
        if isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            for section in range(model.columnCount()):
                header = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
                if isinstance(header, str):
                    yield f"header of {where}", header
        for action in widget.actions():
            yield f"action of {where}", action.text()


def untranslated(root: QWidget, data: str) -> list[str]:
    """The texts that are neither translated nor words that stand in the library."""
    found = []
    for where, text in texts_of(root):
        rest = WRAPPED.sub("", text).strip(" ·,–×…&()")
        if LETTERS.search(rest) and not NOT_LANGUAGE.fullmatch(rest) and rest.casefold() not in data:
            found.append(f"{where}: {text!r}")
    return sorted(set(found))


@pytest.fixture
def data(opened: OpenedLibrary) -> str:
    """All words that the library holds, and the name of its file."""
    raw = opened.library.store.raw()
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = [row for table in tables if "search" not in table for row in raw.execute(f"SELECT * FROM {table}")]
    words = "\n".join(str(value) for row in rows for value in row if isinstance(value, str))
    return f"{words}\n{opened.library.store.path}".casefold()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_text_of_every_screen_goes_through_translation(
    window: MainWindow, opened: OpenedLibrary, first_session: str, data: str, screen: str, qtbot: QtBot
) -> None:
    show(window, opened, first_session, screen, qtbot)
    texts = [text for _, text in texts_of(window)]
    assert sum(bool(WRAPPED.search(text)) for text in texts) > 60
    assert not untranslated(window, data)


def test_the_menus_are_translated(window: MainWindow, data: str) -> None:
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            if isinstance(action, QAction) and not action.isSeparator() and action.text():
                rest = WRAPPED.sub("", action.text()).strip()
                assert not LETTERS.search(rest) or rest.casefold() in data, action.text()


@pytest.mark.parametrize(
    "dialog", [ShortcutsDialog, AboutDialog, lambda window: BackupsDialog(window, [], files=True)]
)
def test_the_dialogs_are_translated(
    window: MainWindow, data: str, dialog: type[QDialog], qtbot: QtBot
) -> None:
    made = dialog(window)
    qtbot.addWidget(made)
    assert not untranslated(made, data)


def test_combo_boxes_of_fixed_words_are_translated(
    window: MainWindow, opened: OpenedLibrary, first_session: str, data: str, qtbot: QtBot
) -> None:
    for screen in SCREENS:
        shown = show(window, opened, first_session, screen, qtbot)
        for combo in shown.findChildren(QComboBox):
            for number in range(combo.count()):
                rest = WRAPPED.sub("", combo.itemText(number)).strip(" ·()0123456789")
                if rest in PAPER_LANGUAGES.values():
                    continue  # a language is told by its own name, whatever that of the screens
                assert not LETTERS.search(rest) or rest.casefold() in data, (
                    f"{combo.accessibleName()}: {rest}"
                )
