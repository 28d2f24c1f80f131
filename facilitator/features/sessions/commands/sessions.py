"""Writes of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.naming import session_label
from facilitator.features.sessions.rows import SessionRow
from facilitator.storage.edits import DeleteRows, SetFields, Together, existing
from facilitator.storage.kept_consents import KeepConsents
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr

_CODES = ("languages", "interpretation", "zones")
"""Columns that hold several codes, separated by spaces."""


@dataclass(frozen=True)
class AddSession:
    """Add a session. It takes series, zone, minutes and languages of the latest one, which they usually share."""

    values: dict[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("New session")

    def apply(self, session: Session) -> None:
        record = LearningSessionRecord
        latest = session.scalars(
            select(record).where(record.date != "").order_by(record.date.desc(), record.id.desc()).limit(1)
        ).first()
        shared: dict[str, Any] = {}
        if latest is not None:
            shared = {name: getattr(latest, name) for name in ("series_id", "zone", "minutes", "languages")}
        session.add(record(id=self.id, **(shared | self.values)))


@dataclass(frozen=True)
class SetStart:
    """Set when a session begins (``start``, in minutes after midnight, or None). Hard starts of items that stand at or
    before its beginning belong to it, and move along; those behind it are clock times of their own, and stay."""

    session_id: str
    start: int | None

    @property
    def label(self) -> str:
        return tr("Edit start of session")

    def apply(self, session: Session) -> None:
        found = existing(session, LearningSessionRecord, self.session_id)
        before, found.start = found.start, self.start
        if before is None or self.start is None:
            return
        item = AgendaItemRecord
        session.execute(
            update(item)
            .where(item.session_id == self.session_id, item.pinned_start <= before)
            .values(pinned_start=item.pinned_start + (self.start - before))
        )


def set_field(session_id: str, name: str, value: Any) -> Command:
    """Set one column of a session; its label says which."""
    labels = {
        "label": tr("Edit label of session"),
        "title": tr("Edit title of session"),
        "theme": tr("Edit theme of session"),
        "date": tr("Edit date of session"),
        "zone": tr("Edit time zone of session"),
        "zones": tr("Edit further clocks of session"),
        "minutes": tr("Edit length of session"),
        "attribution": tr("Edit attribution rule of session"),
        "about": tr("Edit description of session"),
        "objectives": tr("Edit objectives of session"),
        "concept": tr("Edit concept note of session"),
        "interpretation": tr("Edit interpretation of session"),
        "link": tr("Edit link of session"),
    }
    if name == "start":
        return SetStart(session_id, value)
    values = {name: " ".join(value) if name in _CODES else value}
    if name == "date":
        values["date_as_written"] = ""
    return SetFields(LearningSessionRecord, session_id, values, labels.get(name, tr("Edit session")))


def delete_sessions(rows: Sequence[SessionRow]) -> Command:
    """Delete sessions with their agenda, notes and briefings. People and cases stay."""
    if len(rows) == 1:
        label = tr("Delete session {name}").format(name=session_label(rows[0].label, rows[0].title))
    else:
        label = ntr("Delete {count} session", "Delete {count} sessions", len(rows)).format(count=len(rows))
    ids = [row.id for row in rows]
    return Together([KeepConsents(session_ids=ids), DeleteRows(LearningSessionRecord, ids, "")], label)
