"""The real program in a real window, on a screen of its own where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from screen import virtual_screen

from tests.flows.pointer import Pointer
from tests.flows.program import Program


class Start(Protocol):
    """Starts the program on a library, or on what it finds by itself; see ``Program``."""

    def __call__(self, library: Path | None = None, at: int | None = None, ahead: int = 0) -> Program: ...


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """The environment of programs that open windows: where the system has X, on a screen of their own, where no other
    window takes the focus and a real pointer may move."""
    with virtual_screen() as variables:
        yield variables | {"QT_QPA_PLATFORM": "xcb" if variables else ""}


@pytest.fixture
def start(screen: dict[str, str], home: Path) -> Iterator[Start]:
    """Starts the program; what still runs at the end is killed."""
    running: list[Program] = []

    def begin(library: Path | None = None, at: int | None = None, ahead: int = 0) -> Program:
        running.append(Program(library, screen, at, ahead))
        return running[-1]

    yield begin
    for program in running:
        program.kill()


@pytest.fixture
def pointer(screen: dict[str, str]) -> Iterator[Pointer]:
    """A real pointer on the screen of the programs."""
    if not screen.get("DISPLAY"):
        pytest.skip("moves the pointer of X, which this system does not have")
    made = Pointer(screen["DISPLAY"])
    yield made
    made.close()
