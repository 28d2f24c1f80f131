"""The theme: follows the choice and the system at once, and sizes every text by the font alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.shell.colours import DARK, DARK_CONTRAST, LIGHT
from facilitator.shell.theme import palette, style_sheet
from facilitator.shell.window import MainWindow


def ground(qapp: QApplication) -> str:
    return qapp.palette().color(QPalette.ColorRole.Window).name().upper()


def test_the_choice_of_dark_holds_at_once_and_light_again(
    bare_window: MainWindow, qapp: QApplication
) -> None:
    bare_window.settings.scheme = "dark"
    assert ground(qapp) == DARK.window
    assert bare_window.grab().toImage().pixelColor(600, 300).name().upper() == DARK.window
    bare_window.settings.scheme = "light"
    assert ground(qapp) == LIGHT.window


def test_without_a_choice_the_system_is_followed_live(
    bare_window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare_window.settings.scheme = "system"
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ground(qapp) == DARK.window


def test_a_system_that_asks_for_contrast_gets_it(
    bare_window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare_window.settings.scheme = "dark"
    hints = qapp.styleHints().accessibility()
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _: Qt.ContrastPreference.HighContrast)
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert ground(qapp) == DARK_CONTRAST.window


def test_every_text_grows_with_the_size_that_is_chosen(window: MainWindow) -> None:
    labels = [label for label in window.findChildren(QLabel) if label.text()]
    before = {label: label.fontInfo().pointSizeF() for label in labels}
    assert len(labels) > 10
    window.settings.text_percent = 200
    for label in labels:
        assert label.fontInfo().pointSizeF() > before[label] * 1.8, label.text()


def test_what_is_disabled_and_what_is_selected_without_focus_can_be_read(qtbot: QtBot) -> None:
    made, group, role = palette(DARK), QPalette.ColorGroup, QPalette.ColorRole
    assert made.color(group.Inactive, role.HighlightedText).name().upper() == DARK.text
    assert made.color(group.Disabled, role.Text).name().upper() == DARK.disabled


def test_the_style_sheet_fills_every_place() -> None:
    assert "$" not in style_sheet(LIGHT, 10)
