"""Writes of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.naming import session_label
from facilitator.domain.text import folded
from facilitator.features.sessions.rows import SessionRow
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFields, existing
from facilitator.storage.records import (
    GuidingQuestionRecord,
    LearningSessionRecord,
    OrganisationRecord,
    SeriesRecord,
    SessionOrganisationRecord,
)
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


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


def set_field(session_id: str, name: str, value: Any) -> Command:
    """Set one column of a session; its label says which."""
    labels = {
        "label": tr("Edit label of session"),
        "title": tr("Edit title of session"),
        "theme": tr("Edit theme of session"),
        "date": tr("Edit date of session"),
        "start": tr("Edit start of session"),
        "zone": tr("Edit time zone of session"),
        "minutes": tr("Edit length of session"),
        "attribution": tr("Edit attribution rule of session"),
        "about": tr("Edit description of session"),
    }
    values = {name: " ".join(value) if name == "languages" else value}
    if name == "date":
        values["date_as_written"] = ""
    return SetFields(LearningSessionRecord, session_id, values, labels.get(name, tr("Edit session")))


def delete_sessions(rows: Sequence[SessionRow]) -> Command:
    """Delete sessions with their agenda, notes and briefings. People and cases stay."""
    if len(rows) == 1:
        label = tr("Delete session {name}").format(name=session_label(rows[0].label, rows[0].title))
    else:
        label = ntr("Delete {count} session", "Delete {count} sessions", len(rows)).format(count=len(rows))
    return DeleteRows(LearningSessionRecord, [row.id for row in rows], label)


@dataclass(frozen=True)
class SetOrganisations:
    """Give a session its hosts or partners (``part``), in order; an organisation can be both."""

    session_id: str
    part: str
    organisation_ids: tuple[str, ...]

    @property
    def label(self) -> str:
        return tr("Edit hosts of session") if self.part == "host" else tr("Edit partners of session")

    def apply(self, session: Session) -> None:
        link = SessionOrganisationRecord
        known = {
            found.organisation_id: found
            for found in session.scalars(
                select(link).where(link.session_id == self.session_id, link.part == self.part)
            )
        }
        gone = [found.id for key, found in known.items() if key not in self.organisation_ids]
        session.execute(delete(link).where(link.id.in_(gone)))
        for position, organisation_id in enumerate(self.organisation_ids):
            if organisation_id in known:
                known[organisation_id].position = position
            else:
                values = {"session_id": self.session_id, "organisation_id": organisation_id}
                session.add(link(**values, part=self.part, position=position))


@dataclass(frozen=True)
class AddOrganisation:
    """Add an organisation by its name as a host or partner, taking the one of that name when there is one."""

    session_id: str
    part: str
    name: str

    @property
    def label(self) -> str:
        return tr("Add organisation {name}").format(name=self.name)

    def apply(self, session: Session) -> None:
        record, link = OrganisationRecord, SessionOrganisationRecord
        wanted = folded(self.name)
        found = next(
            (
                one
                for one in session.scalars(select(record))
                if wanted in (folded(one.name), folded(one.short_name))
            ),
            None,
        )
        if found is None:
            found = record(id=new_id(), name=self.name.strip())
            session.add(found)
            session.flush()
        position = session.scalar(
            select(func.count()).where(link.session_id == self.session_id, link.part == self.part)
        )
        session.add(
            link(session_id=self.session_id, organisation_id=found.id, part=self.part, position=position)
        )


@dataclass(frozen=True)
class PutInNewSeries:
    """Put a session into a series that does not exist yet."""

    session_id: str
    title: str

    @property
    def label(self) -> str:
        return tr("Add series {name}").format(name=self.title)

    def apply(self, session: Session) -> None:
        series = SeriesRecord(id=new_id(), title=self.title.strip())
        session.add(series)
        session.flush()
        existing(session, LearningSessionRecord, self.session_id).series_id = series.id


@dataclass(frozen=True)
class AddQuestion:
    """Add a guiding question behind the others."""

    session_id: str
    text: str
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add guiding question")

    def apply(self, session: Session) -> None:
        question = GuidingQuestionRecord
        last = session.scalar(
            select(func.max(question.position)).where(question.session_id == self.session_id)
        )
        position = 0 if last is None else last + 1
        values = {"id": self.id, "session_id": self.session_id, "position": position, "text": self.text}
        AddRow(question, values, self.label).apply(session)


def edit_question(question_id: str, text: str) -> Command:
    """Change the words of a guiding question; what was noted under it stays with it."""
    return SetFields(GuidingQuestionRecord, question_id, {"text": text}, tr("Edit guiding question"))


def delete_question(question_id: str) -> Command:
    """Delete a guiding question."""
    return DeleteRows(GuidingQuestionRecord, [question_id], tr("Delete guiding question"))


def order_questions(question_ids: Sequence[str]) -> Command:
    """Put the guiding questions in this order."""
    return Reorder(GuidingQuestionRecord, question_ids, tr("Move guiding question"))
