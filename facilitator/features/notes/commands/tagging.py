"""Adding a tag while a note is typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage.edits import insert
from facilitator.storage.records import TermRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class NewTag:
    """Add a tag that is not known yet, before the note that will carry it is kept."""

    name: str
    term_id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add tag “{name}”").format(name=self.name)

    def apply(self, session: Session) -> None:
        tags = TermRecord.vocabulary == Vocabulary.TAG.value
        count = session.scalar(select(func.count()).select_from(TermRecord).where(tags)) or 0
        values = {
            "vocabulary": Vocabulary.TAG.value,
            "code": self.term_id,
            "label": self.name,
            "position": count,
        }
        insert(session, TermRecord, {"id": self.term_id, **values})
