"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.settings import Settings


@dataclass(frozen=True)
class Context:
    """The open library, the way to other screens, the job runner, the place for messages, and what the person prefers;
    without settings nothing is remembered of that."""

    library: Library
    navigator: Navigator
    jobs: Jobs
    notices: Notices
    settings: Settings | None = None
