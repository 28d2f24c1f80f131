"""Versions of a paper and the sheets of its speakers, as the window shows them."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.issuing import Status


@dataclass(frozen=True)
class StepRow:
    """A step of a paper. ``at`` is in milliseconds since 1970-01-01 UTC, ``words`` what the paper said then; the rest
    is empty or 0 but for an issued one: its file's SHA-256, name, bytes and pages."""

    id: str
    at: int
    status: Status
    signed_by: str
    remark: str
    words: str
    sha256: str = ""
    name: str = ""
    size: int = 0
    pages: int = 0


@dataclass(frozen=True)
class VersionsRow:
    """The steps of a paper, the latest first; a paper without any is a draft."""

    briefing_id: str
    due: str
    steps: tuple[StepRow, ...] = ()

    @property
    def status(self) -> Status:
        """How far it is."""
        return self.steps[0].status if self.steps else Status.DRAFT


@dataclass(frozen=True)
class SheetRow:
    """What is attributed to a person in a session, and whether they cleared it. ``pending`` are those of the ``notes``
    that are withheld until it is settled; ``consent`` is its code; dates are ISO dates, empty while it was not sent or
    is not back."""

    id: str
    person: str
    consent: str
    notes: int
    pending: int
    sent_on: str = ""
    back_on: str = ""
    remark: str = ""
