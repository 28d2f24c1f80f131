"""The steps of a paper, and the files that were issued."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.issuing import Status
from facilitator.features.briefing.issuing.rows import StepRow, VersionsRow
from facilitator.features.briefing.queries.stored import find_briefing
from facilitator.reading.library import one_of
from facilitator.storage import contents
from facilitator.storage.records import BriefingStepRecord


def read_versions(session: Session, session_id: str, template: str) -> VersionsRow | None:
    """The steps of a stored paper, the latest first; None where none is stored."""
    found = find_briefing(session, session_id, template)
    if found is None:
        return None
    record = BriefingStepRecord
    wanted = select(record).where(record.briefing_id == found.id).order_by(record.at.desc(), record.id.desc())
    steps = tuple(
        StepRow(
            one.id,
            one.at,
            one_of(Status, one.status, Status.DRAFT, Status.DRAFT),
            one.signed_by,
            one.remark,
            one.words,
            one.sha256,
            one.name,
            one.size,
            one.pages,
        )
        for one in session.scalars(wanted)
    )
    return VersionsRow(found.id, found.due, steps)


def issued_file(session: Session, step: StepRow) -> bytes:
    """The bytes that were issued. Raises ``Refused`` when they are gone, or are not what was issued."""
    return contents.read(session, step.sha256)
