"""Write a section as a whole: what was typed, split, joined, moved, pasted and deleted in it, as one change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.prose.spans import write_spans
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands.placing import end, link, place_after, store
from facilitator.features.briefing.commands.second import join_seconds
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.snapshot import DraftParagraph
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import existing
from facilitator.storage.records import BriefingParagraphRecord, BriefingSectionRecord, EvidenceRecord
from facilitator.translation import tr


@dataclass(frozen=True)
class WriteSection:
    """Let a section hold these paragraphs, in this order. Rows that are there no more are deleted; the notes behind one
    that was joined with another, by ``heirs``, are behind that one then.

    Raises ``Refused`` when the section was deleted meanwhile.
    """

    section_id: str
    paragraphs: tuple[Written, ...]
    heirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return tr("Write in briefing")

    def apply(self, session: Session) -> None:
        existing(session, BriefingSectionRecord, self.section_id)
        record = BriefingParagraphRecord
        rows = {
            one.id: one for one in session.scalars(select(record).where(record.section_id == self.section_id))
        }
        kept = [one.id for one in self.paragraphs if one.id in rows]
        for gone, heir in self._heirs(set(kept)).items():
            if gone in rows and gone not in kept:
                behind = select(EvidenceRecord.note_id).where(EvidenceRecord.paragraph_id == gone)
                ordered = behind.order_by(EvidenceRecord.position, EvidenceRecord.id)
                link(session, heir, filter(None, session.scalars(ordered)))
                deleted = update(EvidenceRecord).where(
                    EvidenceRecord.paragraph_id == gone, EvidenceRecord.note_id.is_(None)
                )
                session.execute(deleted.values(paragraph_id=heir))
                join_seconds(rows[heir], rows[gone])
        for position, one in enumerate(self.paragraphs):
            row = rows.get(one.id)
            if row is None:
                self._add(session, position, one)
                continue
            row.position = position
            if (row.style, row.text, row.spans) != (one.style.value, one.text, write_spans(one.spans)):
                row.style, row.text, row.spans = one.style.value, one.text, write_spans(one.spans)
        gone_ids = [row_id for row_id in rows if row_id not in kept]
        if gone_ids:
            session.execute(delete(record).where(record.id.in_(gone_ids)))

    def _add(self, session: Session, position: int, one: Written) -> None:
        draft = DraftParagraph(one.style, one.text, spans=one.spans)
        store(session, self.section_id, position, draft, one.id or new_id())

    def _heirs(self, kept: set[str]) -> dict[str, str]:
        """Whose notes go to whom, where several were joined one after the other."""
        found = {}
        for gone in self.heirs:
            heir, steps = gone, 0
            while heir in self.heirs and heir not in kept and steps <= len(self.heirs):
                heir, steps = self.heirs[heir], steps + 1
            if heir in kept:
                found[gone] = heir
        return found


@dataclass(frozen=True)
class AddPicture:
    """Put a picture into a section, behind a paragraph or at its end. ``alternative`` says in words what it shows."""

    section_id: str
    name: str
    media_type: str
    data: bytes = field(repr=False)
    after: str = ""
    alternative: str = ""
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Add picture")

    def apply(self, session: Session) -> None:
        existing(session, BriefingSectionRecord, self.section_id)
        draft = DraftParagraph(Style.PICTURE, self.alternative)
        store(session, self.section_id, end(session, self.section_id), draft, self.id)
        place_after(session, self.section_id, self.id, self.after)
        owner = Owner(paragraph_id=self.id)
        AddAttachment(owner, self.name, self.media_type, self.data, self.alternative).apply(session)
