"""What the program tells a person when it will not do something."""

from __future__ import annotations


class Refused(Exception):
    """Input that is refused, in words for the person: what happened, why, and what is safe.

    Nothing was changed when it is raised. The command line prints it and exits with status 3; the window shows it.
    """

    def __init__(self, what: str, why: str, safe: str) -> None:
        super().__init__(what, why, safe)
        self.what, self.why, self.safe = what, why, safe

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.safe) if part)


class Cancelled(Exception):
    """The person cancelled a job; everything is as it was before the job began."""
