"""Paragraphs in their places."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.prose.spans import write_spans
from facilitator.features.briefing.snapshot import DraftParagraph
from facilitator.storage.edits import Reorder
from facilitator.storage.records import BriefingParagraphRecord, EvidenceRecord, NoteRecord


def store(session: Session, section_id: str, position: int, draft: DraftParagraph, row_id: str) -> None:
    """Store a paragraph with its evidence; pictures are attached apart."""
    values = {
        "section_id": section_id,
        "position": position,
        "style": draft.style.value,
        "text": draft.text,
        "spans": write_spans(draft.spans),
        "caption": draft.caption,
        "second_text": draft.second_text,
        "second_spans": write_spans(draft.second_spans),
        "second_caption": draft.second_caption,
        "second_of": draft.text if draft.second_text else "",
    }
    session.add(BriefingParagraphRecord(id=row_id, **values))
    session.flush()
    link(session, row_id, draft.evidence)


def link(session: Session, paragraph_id: str, note_ids: Iterable[str]) -> None:
    """Let a paragraph rest on more notes, and keep what each says now: it tells later whether the note has moved."""
    record, notes = EvidenceRecord, tuple(dict.fromkeys(note_ids))
    linked = set(session.scalars(select(record.note_id).where(record.paragraph_id == paragraph_id)))
    wanted = select(NoteRecord.id, NoteRecord.text).where(NoteRecord.id.in_(notes))
    said = dict(session.execute(wanted).all())
    for note_id in notes:
        if note_id not in linked:
            values = {"paragraph_id": paragraph_id, "note_id": note_id, "position": len(linked)}
            session.add(record(id=new_id(), said=said.get(note_id, ""), **values))
            linked.add(note_id)


def ordered(session: Session, section_id: str) -> list[str]:
    """The ids of the paragraphs of a section in their order."""
    record = BriefingParagraphRecord
    wanted = select(record.id).where(record.section_id == section_id).order_by(record.position, record.id)
    return list(session.scalars(wanted))


def end(session: Session, section_id: str) -> int:
    """The position after the last paragraph of a section."""
    record = BriefingParagraphRecord
    latest = session.scalar(select(func.max(record.position)).where(record.section_id == section_id))
    return 0 if latest is None else latest + 1


def place(session: Session, section_id: str, paragraph_id: str, position: int) -> None:
    """Put a paragraph of the section at a position among the others, or at the nearest end."""
    others = [one for one in ordered(session, section_id) if one != paragraph_id]
    at = max(0, min(position, len(others)))
    Reorder(BriefingParagraphRecord, [*others[:at], paragraph_id, *others[at:]], "").apply(session)
    session.flush()


def place_after(session: Session, section_id: str, paragraph_id: str, after: str) -> None:
    """Put a paragraph of the section after another; it stays where it is when the other is not there."""
    session.flush()
    others = [one for one in ordered(session, section_id) if one != paragraph_id]
    if after in others:
        place(session, section_id, paragraph_id, others.index(after) + 1)
