"""What the tests of the window share: the sample library in a main window of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import app, translation
from facilitator.features.imports.sample import make_sample
from facilitator.kit.settings import Settings
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("sample") / "Sample.lle"
    make_sample(path)
    return path


@pytest.fixture
def sample(sample_path: Path, tmp_path: Path) -> Path:
    """A copy of the sample library."""
    return Path(shutil.copy(sample_path, tmp_path / "Sample.lle"))


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    """Preferences that nobody has set."""
    chosen = Settings(tmp_path / "settings.ini")
    chosen.scheme = "light"
    return chosen


@pytest.fixture
def dressing(qapp: QApplication) -> Iterator[None]:
    """Takes back afterwards what a theme did to the application, and the language."""
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().objectName()
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)
    translation.set_language("en")


@pytest.fixture
def bare_window(settings: Settings, dressing: None, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window before it opened any library; it opens none by itself."""
    settings.language = settings.language or "en"
    window = app.make_window(qapp, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.attach(None)
    window.theme.undress()


@pytest.fixture
def window(bare_window: MainWindow, sample: Path, qtbot: QtBot) -> MainWindow:
    """A window on the sample library."""
    assert bare_window.libraries.open(sample)
    with qtbot.waitActive(bare_window):
        bare_window.activateWindow()
    return bare_window


@pytest.fixture
def opened(window: MainWindow) -> OpenedLibrary:
    """The library that is open in the window."""
    assert window.opened is not None
    return window.opened


@pytest.fixture
def first_session(opened: OpenedLibrary) -> str:
    """The id of the session of the sample that has an agenda, people and notes."""
    with opened.library.read() as session:
        from facilitator.features.sessions.queries import list_sessions

        return next(row.id for row in list_sessions(session) if row.label == "4")
