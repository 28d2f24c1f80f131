"""All that the papers of a series are made of, as the library holds it: for the gate, not for reports."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.features.briefing.series.cleared import SeriesFacts
from facilitator.features.briefing.snapshot import Snapshot


@dataclass(frozen=True)
class SeriesSnapshot:
    """The sessions of a series in the order of their dates: those that have a paper, and those that have none."""

    series: SeriesFacts
    template: str
    language: str
    chapters: tuple[Snapshot, ...]
    without: tuple[Snapshot, ...] = ()

    @property
    def sessions(self) -> tuple[Snapshot, ...]:
        """All of them."""
        return (*self.chapters, *self.without)
