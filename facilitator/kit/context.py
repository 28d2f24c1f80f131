"""What every page is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.kit.feature import Panel
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.settings import Settings
from facilitator.kit.timekeeping import Timekeeper


def no_panels(_stage: str) -> tuple[Panel, ...]:
    """What a page gets that is shown by itself."""
    return ()


@dataclass(frozen=True)
class Context:
    """The open library, the way to other screens, the job runner, the place for messages, and what the person prefers;
    without settings nothing is remembered of that. ``panels`` gives what other features add to a stage, by the id of
    the stage's feature; ``time`` is the time by which sessions are held."""

    library: Library
    navigator: Navigator
    jobs: Jobs
    notices: Notices
    settings: Settings | None = None
    panels: Callable[[str], tuple[Panel, ...]] = no_panels
    time: Timekeeper = field(default_factory=Timekeeper)
