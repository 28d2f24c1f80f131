"""Writes of the lists of a session: its guiding questions, and its materials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFields
from facilitator.storage.records import GuidingQuestionRecord, MaterialRecord
from facilitator.storage.store import Command
from facilitator.translation import tr


def _next_position(
    session: Session, record: type[GuidingQuestionRecord] | type[MaterialRecord], session_id: str
) -> int:
    last = session.scalar(select(func.max(record.position)).where(record.session_id == session_id))
    return 0 if last is None else last + 1


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
        position = _next_position(session, question, self.session_id)
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


@dataclass(frozen=True)
class AddMaterial:
    """Add a page or paper behind the others: a title, a link, or both. It is for the team alone until somebody says
    otherwise."""

    session_id: str
    title: str = ""
    link: str = ""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add material")

    def apply(self, session: Session) -> None:
        position = _next_position(session, MaterialRecord, self.session_id)
        values = {"id": self.id, "session_id": self.session_id, "position": position}
        AddRow(MaterialRecord, values | {"title": self.title, "link": self.link}, self.label).apply(session)


def edit_material(material_id: str, **values: Any) -> Command:
    """Set columns of a material: title, link, for_participants."""
    return SetFields(MaterialRecord, material_id, values, tr("Edit material"))


def delete_material(material_id: str) -> Command:
    """Delete a material."""
    return DeleteRows(MaterialRecord, [material_id], tr("Delete material"))


def order_materials(material_ids: Sequence[str]) -> Command:
    """Put the materials in this order."""
    return Reorder(MaterialRecord, material_ids, tr("Move material"))
