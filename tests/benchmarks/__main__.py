"""Run the benchmarks and print one table: `python -m tests.benchmarks [NAME...]`.

Each module of this folder that defines ``measure() -> list[Ratio]`` is one; all run when none is named.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tests.benchmarks.ratio import Ratio

_FOLDER = Path(__file__).parent
_HEADINGS = ("What", "Figure", "Floor", "Ratio", "Aim", "The floor is")


def names() -> list[str]:
    """The names of the benchmarks that there are."""
    found = sorted(
        module.name for module in pkgutil.iter_modules([str(_FOLDER)]) if module.name != "__main__"
    )
    return [name for name in found if "def measure()" in (_FOLDER / f"{name}.py").read_text(encoding="utf-8")]


def measured(name: str) -> list[Ratio]:
    """What one benchmark measures."""
    found: list[Ratio] = import_module(f"tests.benchmarks.{name}").measure()
    return found


def table(ratios: Sequence[Ratio]) -> str:
    """The figures, one line each, and below them what else was seen."""
    rows = [_HEADINGS, *(_cells(ratio) for ratio in ratios)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = [
        "  ".join(
            cell.rjust(width) if 0 < column < 5 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    notes = [f"{ratio.name}: {note}" for ratio in ratios for note in ratio.notes]
    return "\n".join([*lines, *([""] if notes else []), *notes])


def _cells(ratio: Ratio) -> tuple[str, ...]:
    return (
        ratio.name,
        f"{_three_digits(ratio.figure)} {ratio.unit}",
        f"{_three_digits(ratio.floor)} {ratio.unit}",
        f"{ratio.ratio:.2f}",
        "" if ratio.aim is None else f"{ratio.aim:g}",
        ratio.floor_name,
    )


def _three_digits(number: float) -> str:
    return f"{number:,.3g}" if number < 1000 else f"{number:,.0f}"


def main(chosen: Sequence[str]) -> int:
    """Run what was chosen. Returns the exit status."""
    known = names()
    unknown = [name for name in chosen if name not in known]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    ratios: list[Ratio] = []
    for name in chosen or known:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        ratios += measured(name)
    print(table(ratios))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
