"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices


@dataclass(frozen=True)
class Context:
    """The open library, the way to other screens, the job runner, and the place for messages."""

    library: Library
    navigator: Navigator
    jobs: Jobs
    notices: Notices
