"""What a benchmark measured, beside the floor under it in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """One line of the table: what the program needs, and what the same cannot be done without.

    ``figure`` and ``floor`` are medians in ``unit``. ``aim`` is the ratio that we want not to exceed, None where none
    was set. Nothing fails when it is missed: benchmarks inform.
    """

    name: str
    figure: float
    floor: float
    unit: str
    floor_name: str
    aim: float | None = None
    notes: tuple[str, ...] = ()
    """What else was seen in the same run, one sentence each."""

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.figure / self.floor if self.floor else float("inf")
