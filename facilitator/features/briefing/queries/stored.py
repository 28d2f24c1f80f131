"""The paragraphs that are stored for a session."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.prose.spans import read_spans
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.snapshot import DELETED, DraftParagraph, DraftSection
from facilitator.features.briefing.templates import BRIEFING, FLASH
from facilitator.reading.library import one_of
from facilitator.storage import contents
from facilitator.storage.records import (
    AttachmentRecord,
    BriefingParagraphRecord,
    BriefingRecord,
    BriefingSectionRecord,
    EvidenceRecord,
)

_MESSAGES = 5


@dataclass(frozen=True)
class Stored:
    """A stored briefing; ``sections`` is None where there is none."""

    sections: tuple[DraftSection, ...] | None = None
    title: str = ""
    language: str = ""
    second_language: str = ""
    second_title: str = ""


def find_briefing(session: Session, session_id: str, template: str) -> BriefingRecord | None:
    """The stored briefing of a session; the eldest where a merge brought two."""
    record = BriefingRecord
    wanted = select(record).where(record.session_id == session_id, record.template == template)
    return session.scalars(wanted.order_by(record.id).limit(1)).first()


def read_sections(session: Session, session_id: str, template: str) -> Stored:
    """The stored sections. A flash note that was never written takes the messages of the stored full note."""
    found = find_briefing(session, session_id, template)
    if found is not None:
        kept = (found.title, found.language, found.second_language, found.second_title)
        return Stored(_sections(session, found.id), *kept)
    full = find_briefing(session, session_id, BRIEFING) if template == FLASH else None
    if full is None:
        return Stored()
    sections = {section.key: section.paragraphs for section in _sections(session, full.id)}
    messages = [one for one in sections.get("key_messages", ()) if one.style is not Style.SUBHEADING]
    steps = [one for one in sections.get("commitments", ()) if one.style is not Style.SUBHEADING]
    return Stored(
        (
            DraftSection("key_messages", tuple(messages[:_MESSAGES])),
            DraftSection("next_step", tuple(steps[-1:])),
        ),
        full.title,
        full.language,
        full.second_language,
        full.second_title,
    )


def _sections(session: Session, briefing_id: str) -> tuple[DraftSection, ...]:
    section, paragraph = BriefingSectionRecord, BriefingParagraphRecord
    behind: dict[str, list[str]] = defaultdict(list)
    owned = select(paragraph.id).join(section).where(section.briefing_id == briefing_id)
    evidence = select(EvidenceRecord).where(EvidenceRecord.paragraph_id.in_(owned))
    for one in session.scalars(evidence.order_by(EvidenceRecord.position, EvidenceRecord.id)):
        behind[one.paragraph_id].append(one.note_id or DELETED)
    pictures = _pictures(session, briefing_id)
    paragraphs: dict[str, list[DraftParagraph]] = defaultdict(list)
    wanted = select(paragraph).join(section).where(section.briefing_id == briefing_id)
    for found in session.scalars(wanted.order_by(paragraph.position, paragraph.id)):
        style = one_of(Style, found.style, Style.BODY, Style.BODY)
        paragraphs[found.section_id].append(
            DraftParagraph(
                style,
                found.text,
                tuple(behind[found.id]),
                found.id,
                read_spans(found.spans, len(found.text)),
                found.caption,
                pictures.get(found.id, b""),
                found.second_text,
                read_spans(found.second_spans, len(found.second_text)),
                found.second_caption,
            )
        )
    ordered = select(section).where(section.briefing_id == briefing_id).order_by(section.position, section.id)
    return tuple(
        DraftSection(found.key, tuple(paragraphs[found.id]), found.heading, found.second_heading)
        for found in session.scalars(ordered)
    )


def _pictures(session: Session, briefing_id: str) -> dict[str, bytes]:
    """The pictures of a paper by their paragraphs; those that are gone or damaged are left out."""
    attachment, paragraph, section = AttachmentRecord, BriefingParagraphRecord, BriefingSectionRecord
    wanted = (
        select(attachment.paragraph_id, attachment.sha256)
        .join(paragraph, paragraph.id == attachment.paragraph_id)
        .join(section, section.id == paragraph.section_id)
        .where(section.briefing_id == briefing_id)
        .order_by(attachment.position.desc(), attachment.id.desc())
    )
    found: dict[str, bytes] = {}
    for paragraph_id, sha256 in session.execute(wanted):
        with suppress(Refused):
            found[str(paragraph_id)] = contents.read(session, sha256)
    return found
