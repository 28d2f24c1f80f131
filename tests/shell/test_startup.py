"""The start: what the first frame, and then the first page, do not need is not imported by then."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_PROGRAM = """
import builtins, gc, json, sys
from facilitator.__main__ import main
from facilitator.kit import startup
startup.hurry()
from facilitator import app
from PySide6.QtCore import QTimer

make_window = app.make_window
seen = {}

def state():
    return {"modules": sorted(sys.modules), "collecting": gc.isenabled(), "import": builtins.__import__.__name__}

def watched(*arguments):
    window = make_window(*arguments)
    def painted():
        seen["painted"] = state() | {"opened": window.opened is not None}
        QTimer.singleShot(0, listed)
    def listed():
        seen["listed"] = state() | {"opened": window.opened is not None}
        window.close()
    window.painted.connect(painted)
    return window

app.make_window = watched
main([sys.argv[1]])
print(json.dumps(seen))
"""

PAPERS_AND_IMPORTS = (
    "reportlab",
    "uharfbuzz",
    "PIL",
    "openpyxl",
    "charset_normalizer",
    "rapidfuzz",
    "anyascii",
    "facilitator.publishing",
    "facilitator.cli",
)
LIBRARIES = (
    "sqlalchemy",
    "sqlite3",
    "facilitator.storage",
    "facilitator.shell.opened",
    "facilitator.shell.screens",
)


@pytest.fixture(scope="module")
def start(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What holds in the program when its first frame was painted, and when the first page was made."""
    home = str(tmp_path_factory.mktemp("home"))
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
    environment = os.environ | dict.fromkeys(places, home) | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _PROGRAM, str(sample_path)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def _imported(modules: list[str], packages: tuple[str, ...]) -> list[str]:
    return [name for name in modules if name in packages or name.startswith(tuple(f"{p}." for p in packages))]


def test_the_first_frame_needs_nothing_of_libraries_papers_and_imports(start: dict[str, Any]) -> None:
    painted = start["painted"]
    assert not painted["opened"]
    assert "facilitator.shell.window" in painted["modules"]
    assert _imported(painted["modules"], LIBRARIES + PAPERS_AND_IMPORTS) == []


def test_the_first_page_needs_nothing_of_papers_and_imports(start: dict[str, Any]) -> None:
    listed = start["listed"]
    assert listed["opened"]
    assert _imported(listed["modules"], LIBRARIES)
    assert _imported(listed["modules"], PAPERS_AND_IMPORTS) == []


def test_modules_are_imported_without_reading_their_source(start: dict[str, Any]) -> None:
    assert start["painted"]["import"] != "__feature_import__"


def test_garbage_is_collected_once_the_first_page_is_there(start: dict[str, Any]) -> None:
    assert not start["painted"]["collecting"]
    assert start["listed"]["collecting"]
