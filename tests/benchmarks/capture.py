"""Taking notes in a session that has 10,000 already, its clock running: each key, each Enter, and the way there."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.benchmarks import held_session
from tests.benchmarks.cold_start import environment_of
from tests.benchmarks.ratio import Ratio

NOTES = 10_000
_KEY_AIM = 1.5
_ENTER_AIM = 2.0

Times = dict[str, list[float]]
"""Milliseconds, by step."""


def measure() -> list[Ratio]:
    """The program's own window, on the screen that there is."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "Held.lle")
        held_session.make(library, NOTES)
        return ratios(times(library, folder))


def times(library: Path, home: str) -> Times:
    """What a process of its own measured."""
    command = [sys.executable, "-m", "tests.benchmarks.take_notes", str(library), str(Path(home, "bare.db"))]
    done = subprocess.run(
        command, env=environment_of(home), check=True, stdout=subprocess.PIPE, text=True, timeout=600
    )
    found: Times = defaultdict(list)
    for line in done.stdout.splitlines():
        step, milliseconds = line.split("\t")
        found[step].append(float(milliseconds))
    return found


def ratios(found: Times) -> list[Ratio]:
    """The lines of the table: medians, and how slow the slowest of twenty and of a hundred were."""
    return [
        _ratio(found, "Key to paint", "key", "bare key", "a bare QPlainTextEdit of the same size", _KEY_AIM),
        _ratio(found, "Enter to durable", "durable", "bare insert", "an insert into one table", _ENTER_AIM),
        _ratio(found, "Enter to the note painted", "painted", "bare insert", "an insert into one table"),
        _ratio(
            found, "Run opened, caret ready", "caret", "bare caret", "the same of a session without notes"
        ),
    ]


def _ratio(
    found: Times, name: str, step: str, floor: str, floor_name: str, aim: float | None = None
) -> Ratio:
    median = statistics.median
    return Ratio(
        name, median(found[step]), median(found[floor]), "ms", floor_name, aim, (_slow(found, step, floor),)
    )


def _slow(found: Times, step: str, floor: str) -> str:
    ours, bare = (statistics.quantiles(found[name], n=100, method="inclusive") for name in (step, floor))
    told = ", ".join(
        f"{share} % within {mine:.2f} ms ({least:.2f}, {mine / least:.2f} times)"
        for share, mine, least in ((share, ours[share - 1], bare[share - 1]) for share in (95, 99))
    )
    return f"{told}; {len(found[step])} times."
