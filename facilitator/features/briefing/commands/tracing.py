"""Settle paragraphs whose source has moved."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.storage.edits import existing
from facilitator.storage.records import BriefingParagraphRecord, EvidenceRecord, NoteRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class FollowSource:
    """Bring a paragraph up to what its notes say now. ``takes_words`` puts the new words of a note in the place of its
    old ones, where these still stand in the paragraph as they were; without it, the paragraph stays, as looked at."""

    paragraph_id: str
    takes_words: bool

    @property
    def label(self) -> str:
        return tr("Take the new words") if self.takes_words else tr("Keep the paragraph as it is")

    def apply(self, session: Session) -> None:
        paragraph = existing(session, BriefingParagraphRecord, self.paragraph_id)
        link = EvidenceRecord
        wanted = (
            select(link, NoteRecord.text)
            .join(NoteRecord, NoteRecord.id == link.note_id)
            .where(link.paragraph_id == self.paragraph_id)
        )
        for one, text in session.execute(wanted):
            if one.said and one.said != text:
                if self.takes_words and one.said in paragraph.text:
                    paragraph.text = paragraph.text.replace(one.said, text, 1)
                    paragraph.spans = ""  # what was bold in other words is not in these
                one.said = text


@dataclass(frozen=True)
class ForgetDeleted:
    """Let a paragraph stand without the notes behind it that were deleted."""

    paragraph_id: str

    @property
    def label(self) -> str:
        return tr("Let the paragraph stand")

    def apply(self, session: Session) -> None:
        existing(session, BriefingParagraphRecord, self.paragraph_id)
        link = EvidenceRecord
        session.execute(delete(link).where(link.paragraph_id == self.paragraph_id, link.note_id.is_(None)))
