"""Peak memory with 100,000 notes open in the window, against the same walk through a library without notes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import many_notes
from tests.benchmarks.cold_start import environment_of
from tests.benchmarks.ratio import Ratio

_SESSIONS = [10_000] + [900] * 100
_ROUNDS = 3

Steps = dict[str, tuple[float, float]]
"""By step: the peak until then in MB, and how long the step took in milliseconds."""


def measure() -> list[Ratio]:
    """All notes, a search, and a session with 10,000 notes. Raises SystemExit where a process can't know its peak."""
    if sys.platform == "win32":
        raise SystemExit("Windows does not tell a process the peak of its memory in Python.")
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "Empty.lle"), Path(folder, "Full.lle")
        many_notes.make(empty, [0] * len(_SESSIONS))
        many_notes.make(full, _SESSIONS)
        walks = [(_walk(empty, folder), _walk(full, folder)) for _ in range(_ROUNDS)]
    floor, peak = (_medians([pair[which] for pair in walks]) for which in (0, 1))
    last = next(reversed(peak))
    notes = [f"{step}: {took:.0f} ms, peak by then {until:.0f} MB" for step, (until, took) in peak.items()]
    name = "the same in a library without notes"
    return [Ratio("Peak memory, notes open", peak[last][0], floor[last][0], "MB", name, None, tuple(notes))]


def _walk(library: Path, home: str) -> Steps:
    command = [sys.executable, "-m", "tests.benchmarks.open_notes", str(library)]
    done = subprocess.run(
        command, env=environment_of(home), check=True, stdout=subprocess.PIPE, text=True, timeout=300
    )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {step: (float(peak), float(milliseconds)) for step, peak, milliseconds in rows}


def _medians(walks: list[Steps]) -> Steps:
    return {
        step: tuple(statistics.median(walk[step][which] for walk in walks) for which in (0, 1))  # type: ignore[misc]
        for step in walks[0]
    }
