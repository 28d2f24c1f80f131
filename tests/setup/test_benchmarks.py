"""The benchmarks still walk through the program as it is. What they measure, nobody asserts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.storage.store import open_library
from tests.benchmarks import __main__ as runner
from tests.benchmarks import capture, held_session, many_notes
from tests.benchmarks.ratio import Ratio

_ROOT = Path(__file__).resolve().parents[2]


def _run(module: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=_ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    return done.stdout.splitlines()


def _files(folder: Path) -> tuple[str, str]:
    return str(folder / "held.lle"), str(folder / "bare.db")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two sessions of a few notes."""
    path = tmp_path / "few.lle"
    many_notes.make(path, [120, 3])
    return path


def test_a_start_tells_when_the_frame_and_then_the_sessions_were_painted(library: Path) -> None:
    told = [line.split() for line in _run("first_paint", str(library))]
    assert [name for name, _ in told] == ["painted", "listed"]
    assert int(told[0][1]) < int(told[1][1])


def test_an_empty_window_tells_when_it_was_painted() -> None:
    (line,) = _run("first_paint", "empty")
    assert line.split()[0] == "painted"


def test_the_walk_through_many_notes_opens_searches_and_scrolls_them(library: Path) -> None:
    told = [line.split("\t") for line in _run("open_notes", str(library))]
    names = [name for name, _, _ in told]
    assert names[:2] == ["window", "all notes"]
    assert names[-1] == "its notes"
    peaks = [float(peak) for _, peak, _ in told]
    assert peaks == sorted(peaks)


def test_notes_are_taken_in_a_session_that_is_held_each_step_beside_its_floor(tmp_path: Path) -> None:
    held_session.make(tmp_path / "held.lle", 30)
    told = [line.split("\t") for line in _run("take_notes", *_files(tmp_path), "1", "3")]
    steps = [name for name, _ in told]
    assert (
        steps
        == ["caret", "bare caret", *["key"] * 3, *["bare key"] * 3]
        + ["durable", "painted"] * 3
        + ["bare insert"] * 3
    )
    notes = open_library(tmp_path / "held.lle", read_only=True)
    kept = notes.raw().execute("SELECT count(*) FROM note WHERE agenda_item_id = 'item-11'").fetchone()
    notes.close()
    assert kept[0] >= 6  # of the rounds that are told and of those before, with the item that is under way


def test_times_become_lines_of_the_table() -> None:
    steps = ("key", "bare key", "durable", "painted", "bare insert", "caret", "bare caret")
    lines = capture.ratios({step: [1.0, 2.0, 9.0] for step in steps})
    assert [(line.figure, line.ratio) for line in lines] == [(2.0, 1.0)] * 4


def test_every_benchmark_is_found_by_its_name() -> None:
    assert {"agenda", "capture", "cold_start", "memory", "note_entry", "pdf", "search"} <= set(runner.names())
    assert not {"__main__", "ratio", "first_paint", "many_notes"} & set(runner.names())


def test_a_name_that_is_no_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["nothing"]) == 2
    assert "no such benchmark: nothing" in capsys.readouterr().err


def test_the_table_gives_figure_floor_and_ratio_in_one_line_and_notes_below() -> None:
    ratio = Ratio("Cold start", 160.0, 100.0, "ms", "an empty window", 1.5, ("21 pairs.",))
    lines = runner.table([ratio]).splitlines()
    assert lines[1].split("  ") == ["Cold start", "160 ms", "100 ms", " 1.60", "1.5", "an empty window"]
    assert lines[-1] == "Cold start: 21 pairs."
