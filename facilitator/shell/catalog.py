"""The features of the program. No Qt here: the command line reads the reports from it."""

from __future__ import annotations

from functools import cache

from facilitator.kit.feature import Feature, Panel, Report, load

NAMES = ("sessions", "agenda", "people", "cases", "notes", "clock", "briefing", "papers")
"""In the order in which their stages stand in a session's workspace."""

_PAGES_OF_KINDS = {"person": "people", "organisation": "people", "case": "cases", "note": "notes"}
"""Where a row of a kind is edited. Sessions open in a workspace of their own."""


@cache
def features() -> tuple[Feature, ...]:
    """All features, in the order of the catalog."""
    return tuple(load(f"facilitator.features.{name}.feature:FEATURE") for name in NAMES)


def pages() -> tuple[Feature, ...]:
    """The features with a page in the rail, from top to bottom."""
    return tuple(
        sorted((feature for feature in features() if feature.page), key=lambda feature: feature.order)
    )


def stages() -> tuple[Feature, ...]:
    """The features with a stage in a session's workspace, in the order of the work."""
    return tuple(feature for feature in features() if feature.stage)


def reports() -> tuple[Report, ...]:
    """All papers that the program makes."""
    return tuple(report for feature in features() for report in feature.reports)


def panels(stage: str) -> tuple[Panel, ...]:
    """What features add to the stage of another one, in the order of the catalog."""
    return tuple(panel for feature in features() for panel in feature.panels if panel.stage == stage)


def page_of(kind: str) -> str:
    """The id of the feature on whose page a row of a kind is edited; empty when there is none."""
    return _PAGES_OF_KINDS.get(kind, "")


def offered() -> tuple[Report, ...]:
    """Those that the window offers among the papers of a session."""
    return tuple(report for report in reports() if report.offered)
