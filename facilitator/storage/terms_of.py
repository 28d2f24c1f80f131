"""Writes of the terms that a note, a case or a session carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage.records import CaseTermRecord, NoteTermRecord, SessionTermRecord, TermRecord

TermLink = type[CaseTermRecord] | type[NoteTermRecord] | type[SessionTermRecord]


@dataclass(frozen=True)
class SetTerms:
    """Give a row exactly these terms of one vocabulary. ``owner`` is the column of the row, such as ``note_id``."""

    link: TermLink
    owner: str
    row_id: str
    vocabulary: Vocabulary
    term_ids: Sequence[str]
    label: str

    def apply(self, session: Session) -> None:
        owner = getattr(self.link, self.owner)
        links: Sequence[Any] = session.scalars(
            select(self.link)
            .join(TermRecord, TermRecord.id == self.link.term_id)
            .where(owner == self.row_id, TermRecord.vocabulary == self.vocabulary.value)
        ).all()
        there = {link.term_id for link in links}
        for link in links:
            if link.term_id not in self.term_ids:
                session.delete(link)
        for term_id in self.term_ids:
            if term_id not in there:
                session.add(self.link(**{self.owner: self.row_id}, term_id=term_id))


@dataclass(frozen=True)
class AddTag:
    """Add a tag that is not known yet, and give it to a row."""

    link: TermLink
    owner: str
    row_id: str
    name: str
    label: str
    term_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        tags = TermRecord.vocabulary == Vocabulary.TAG.value
        count = session.scalar(select(func.count()).select_from(TermRecord).where(tags)) or 0
        session.add(
            TermRecord(
                id=self.term_id,
                vocabulary=Vocabulary.TAG.value,
                code=self.term_id,
                label=self.name,
                position=count,
            )
        )
        session.flush()
        session.add(self.link(**{self.owner: self.row_id}, term_id=self.term_id))
