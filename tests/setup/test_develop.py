"""The steps of packaging/develop.py, and what it says when it cannot take one."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import develop
import pytest
from screen import virtual_screen

ROOT = Path(__file__).parents[2]


def test_a_step_that_does_not_exist_is_answered_with_those_that_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert develop.main(["fly"]) == 2

    usage = capsys.readouterr().err
    assert [step for step in develop.STEPS if f"  {step}" not in usage] == []


@pytest.mark.parametrize(
    ("variables", "platforms"),
    [
        ({}, ["offscreen"]),
        ({"DISPLAY": ""}, ["offscreen"]),
        ({"DISPLAY": ":0"}, ["offscreen", "x11"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["offscreen", "wayland", "x11"]),
    ],
)
def test_only_the_libraries_of_the_screen_in_use_are_asked_for(
    variables: dict[str, str], platforms: list[str]
) -> None:
    assert develop.platforms_of(variables) == platforms


def test_a_python_that_is_too_old_is_named_in_one_line() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (default)';"
        "runpy.run_path('packaging/develop.py', run_name='__main__')"
    )

    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode != 0
    assert done.stderr == "Facilitator needs Python 3.11 or later; this is 3.9.2.\n"


@pytest.mark.skipif(shutil.which("make") is None, reason="make is a convenience; develop.py does without")
def test_make_without_a_python_says_what_is_needed_in_one_line() -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "run", "PYTHON="],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    first, *rest = done.stderr.splitlines()
    assert done.returncode != 0
    assert "needs Python 3.11 or later" in first
    assert [line for line in rest if not line.startswith("make")] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere windows open where they do")
def test_a_virtual_screen_is_there_for_its_time_and_no_longer() -> None:
    def answers(number: str) -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(f"/tmp/.X11-unix/X{number}")
            except OSError:
                return False
            return True

    with virtual_screen() as first, virtual_screen() as second:
        numbers = [screen["DISPLAY"].removeprefix(":") for screen in (first, second)]
        assert len(set(numbers)) == 2
        assert all(answers(number) for number in numbers)
    assert not any(answers(number) for number in numbers)
