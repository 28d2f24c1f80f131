"""Preferences: kept in one file, sound whatever stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.kit.settings import RECENT_LIBRARIES, Settings


def test_what_is_chosen_holds_the_next_time(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.scheme, settings.text_percent, settings.language, settings.author = "dark", 150, "fr", "  Ada "
    settings.remember_library(tmp_path / "Añó, sessions.lle")
    settings.sync()
    again = Settings(path)
    assert (again.scheme, again.text_percent, again.language, again.author) == ("dark", 150, "fr", "Ada")
    assert again.recent_libraries == [tmp_path / "Añó, sessions.lle"]


@pytest.mark.parametrize("text", ["", "[General]\nscheme=pink\ntext_percent=12345\n", "\x00\x01garbage]["])
def test_a_file_of_nonsense_gives_what_is_usual(tmp_path: Path, qtbot: QtBot, text: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(text, encoding="utf-8")
    settings = Settings(path)
    assert settings.scheme == "system"
    assert 100 <= settings.text_percent <= 200
    assert settings.recent_libraries == []


def test_recent_libraries_are_few_and_the_latest_comes_first(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for number in range(RECENT_LIBRARIES + 3):
        settings.remember_library(tmp_path / f"{number}.lle")
    settings.remember_library(tmp_path / "5.lle")
    assert len(settings.recent_libraries) == RECENT_LIBRARIES
    assert settings.recent_libraries[0] == tmp_path / "5.lle"
    assert settings.recent_libraries.count(tmp_path / "5.lle") == 1


def test_a_change_is_told_only_when_it_is_one(tmp_path: Path, qtbot: QtBot) -> None:
    settings, told = Settings(tmp_path / "settings.ini"), []
    settings.changed.connect(told.append)
    settings.scheme = "dark"
    settings.scheme = "dark"
    assert told == ["scheme"]
