"""Take a paper from draft to issued."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.domain.issuing import FOLLOWING, SIGNED, STATUS_LABELS, Status
from facilitator.storage import contents
from facilitator.storage.edits import SetFields, existing, insert
from facilitator.storage.records import BriefingRecord, BriefingStepRecord
from facilitator.storage.store import Command
from facilitator.translation import tr


@dataclass(frozen=True)
class IssuedFile:
    """The file as it goes out."""

    name: str
    data: bytes = field(repr=False)
    pages: int


@dataclass(frozen=True)
class TakeStep:
    """Take a paper to its next status, signed by name. ``at`` is in milliseconds since 1970-01-01 UTC; ``words`` are
    what the paper says to its readers now (``issuing.words``); ``file`` is kept, byte for byte, where it is issued.

    Raises ``Refused`` for a step that does not follow, for one that nobody signs, and for issuing what was changed
    since it was cleared.
    """

    briefing_id: str
    status: Status
    at: int
    signed_by: str
    words: str = field(repr=False)
    remark: str = ""
    file: IssuedFile | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Paper: {status}").format(status=tr(STATUS_LABELS[self.status]))

    @property
    def for_good(self) -> bool:
        """Whether no undo takes it back: others may have the paper already."""
        return self.status is Status.ISSUED

    def apply(self, session: Session) -> None:
        existing(session, BriefingRecord, self.briefing_id)
        latest = _latest(session, self.briefing_id)
        before = Status(latest.status) if latest else Status.DRAFT
        if self.status not in FOLLOWING[before]:
            self._refuse(tr("It is “{status}” now.").format(status=tr(STATUS_LABELS[before])))
        if self.status in SIGNED and not self.signed_by.strip():
            self._refuse(tr("Nobody signs for it."))
        if self.status is Status.ISSUED and latest and latest.words != self.words:
            self._refuse(
                tr("It was changed since {person} cleared it: it needs clearing again.").format(
                    person=latest.signed_by
                )
            )
        if (self.file is None) == (self.status is Status.ISSUED):
            raise ValueError("an issued paper has its file, and no other has")
        values = {
            "id": self.id,
            "briefing_id": self.briefing_id,
            "at": max(
                self.at, latest.at + 1 if latest else 0
            ),  # behind the one before, whatever the clock says
            "status": self.status.value,
            "signed_by": self.signed_by.strip(),
            "remark": self.remark.strip(),
            "words": self.words,
        }
        if self.file:
            digest = contents.keep(session, self.file.data)
            size = len(self.file.data)
            values |= {"sha256": digest, "name": self.file.name, "size": size, "pages": self.file.pages}
        insert(session, BriefingStepRecord, values)

    def _refuse(self, why: str) -> None:
        raise Refused(
            tr("The paper can't be “{status}”.").format(status=tr(STATUS_LABELS[self.status])),
            why,
            tr("Nothing was changed."),
        )


def set_due(briefing_id: str, due: str) -> Command:
    """Set the day by which a paper is to be issued (ISO date; empty for none). Raises ValueError for what is none."""
    return SetFields(BriefingRecord, briefing_id, {"due": due}, tr("Set deadline of paper"))


def _latest(session: Session, briefing_id: str) -> BriefingStepRecord | None:
    record = BriefingStepRecord
    wanted = select(record).where(record.briefing_id == briefing_id)
    return session.scalars(wanted.order_by(record.at.desc(), record.id.desc()).limit(1)).first()
