"""The bytes of attachments: kept once under their SHA-256, outside the journal, so that undo need not copy them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.storage.edits import insert
from facilitator.storage.records import AttachmentRecord
from facilitator.translation import tr

MOST_BYTES = 100 * 1024 * 1024
"""Of one attachment. Larger ones would make the library slow to back up."""


@dataclass(frozen=True)
class Owner:
    """What an attachment belongs to, and with which it is deleted: exactly one of these."""

    session_id: str | None = None
    note_id: str | None = None
    case_id: str | None = None
    person_id: str | None = None
    series_id: str | None = None
    paragraph_id: str | None = None
    template_id: str | None = None


@dataclass(frozen=True)
class AddAttachment:
    """Keep a file in the library, behind the others of its owner. ``data`` is its content, ``name`` its name,
    ``media_type`` such as ``image/png``."""

    owner: Owner
    name: str
    media_type: str
    data: bytes = field(repr=False)
    description: str = ""
    row_id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Attach “{name}”").format(name=self.name)

    def apply(self, session: Session) -> None:
        if len(self.data) > MOST_BYTES:
            raise Refused(
                tr("“{name}” can't be attached.").format(name=self.name),
                tr("It is larger than {most} MB.").format(most=MOST_BYTES // 1024**2),
                tr("Nothing was changed. A link to it can be noted instead."),
            )
        insert(
            session,
            AttachmentRecord,
            vars(self.owner)
            | {
                "id": self.row_id,
                "name": self.name,
                "media_type": self.media_type,
                "description": self.description,
                "position": self._next_position(session),
                "size": len(self.data),
                "sha256": keep(session, self.data),
            },
        )

    def _next_position(self, session: Session) -> int:
        (owner,) = ((name, row_id) for name, row_id in vars(self.owner).items() if row_id)
        belongs = getattr(AttachmentRecord, owner[0]) == owner[1]
        last = session.scalar(select(func.max(AttachmentRecord.position)).where(belongs))
        return 0 if last is None else last + 1


def keep(session: Session, data: bytes) -> str:
    """Put bytes into the library, once. Returns the SHA-256 under which they can be read."""
    digest = hashlib.sha256(data).hexdigest()
    session.connection().exec_driver_sql(
        "INSERT OR IGNORE INTO content (sha256, data) VALUES (?, ?)", (digest, data)
    )
    return digest


def read(session: Session, sha256: str) -> bytes:
    """The bytes of an attachment. Raises ``Refused`` when they are gone, or are not what was put in."""
    row = (
        session.connection()
        .exec_driver_sql("SELECT data FROM content WHERE sha256 = ?", (sha256,))
        .fetchone()
    )
    data = bytes(row[0]) if row else b""
    if not row or hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(
            tr("The attachment can't be read."),
            tr("Its content is missing or damaged."),
            tr("The library was not changed. A backup may still have it."),
        )
    return data
