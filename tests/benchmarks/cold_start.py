"""From the start of the process to the first frame on the screen, against an empty Qt window started the same way."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from facilitator.features.imports.sample import make_sample
from tests.benchmarks.ratio import Ratio

AIM = 1.5
_ROUNDS = 21
_PATIENCE_SECONDS = 60
_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")

Moments = dict[str, float]
"""Milliseconds since the process was started, by what had happened then."""


def measure() -> list[Ratio]:
    """Starts of both in turn, with warm disk caches. Needs a screen: a visible one or Xvfb."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        raise SystemExit("Starts are measured with a window: `make bench` gives it a screen.")
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "Sample.lle")
        make_sample(library)
        environment = environment_of(folder)
        both: list[tuple[Moments, Moments]] = []
        for round_number in range(_ROUNDS + 1):
            pair = start("empty", environment), start(str(library), environment)
            if round_number:  # the first one warms the caches
                both.append(pair)
    floor = statistics.median(empty["painted"] for empty, _ in both)
    painted = statistics.median(program["painted"] for _, program in both)
    listed = statistics.median(program["listed"] for _, program in both)
    name = "an empty Qt window, same interpreter and screen"
    spread = statistics.quantiles((program["painted"] / empty["painted"] for empty, program in both), n=4)
    quartiles = f"quartiles {spread[0]:.2f} to {spread[2]:.2f}"
    note = f"ratio pair by pair: median {spread[1]:.2f}, {quartiles}, {len(both)} pairs."
    return [
        Ratio("Cold start to first paint", painted, floor, "ms", name, AIM, (note,)),
        Ratio("Cold start to sessions on the screen", listed, floor, "ms", name),
    ]


def start(what: str, environment: dict[str, str]) -> Moments:
    """Start ``empty`` or the program on a library, wait until it has ended, and say when what had happened."""
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", what]
    began = time.monotonic_ns()
    done = subprocess.run(
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=_PATIENCE_SECONDS
    )
    told = (line.split() for line in done.stdout.splitlines())
    return {name: (int(moment) - began) / 1e6 for name, moment in told}


def environment_of(home: str) -> dict[str, str]:
    """That of a person's first day: nothing but defaults, and Qt on the real screen."""
    kept = {
        name: value for name, value in os.environ.items() if value and not name.startswith(("QT_", "PYTHON"))
    }
    if sys.platform.startswith("linux") and "WAYLAND_DISPLAY" not in kept:
        kept["QT_QPA_PLATFORM"] = "xcb"  # at once, instead of looking for Wayland first
    return kept | dict.fromkeys(_FOLDERS, home)
