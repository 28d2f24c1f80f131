"""The paragraphs that are stored for a session."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.snapshot import DraftParagraph, DraftSection
from facilitator.features.briefing.templates import BRIEFING, FLASH
from facilitator.reading.library import one_of
from facilitator.storage.records import (
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


def find_briefing(session: Session, session_id: str, template: str) -> BriefingRecord | None:
    """The stored briefing of a session; the eldest where a merge brought two."""
    record = BriefingRecord
    wanted = select(record).where(record.session_id == session_id, record.template == template)
    return session.scalars(wanted.order_by(record.id).limit(1)).first()


def read_sections(session: Session, session_id: str, template: str) -> Stored:
    """The stored sections. A flash note that was never written takes the messages of the stored full note."""
    found = find_briefing(session, session_id, template)
    if found is not None:
        return Stored(_sections(session, found.id), found.title, found.language)
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
    )


def _sections(session: Session, briefing_id: str) -> tuple[DraftSection, ...]:
    section, paragraph = BriefingSectionRecord, BriefingParagraphRecord
    behind: dict[str, list[str]] = defaultdict(list)
    owned = select(paragraph.id).join(section).where(section.briefing_id == briefing_id)
    evidence = select(EvidenceRecord).where(EvidenceRecord.paragraph_id.in_(owned))
    for one in session.scalars(evidence.order_by(EvidenceRecord.position, EvidenceRecord.id)):
        behind[one.paragraph_id].append(one.note_id)
    paragraphs: dict[str, list[DraftParagraph]] = defaultdict(list)
    wanted = select(paragraph).join(section).where(section.briefing_id == briefing_id)
    for found in session.scalars(wanted.order_by(paragraph.position, paragraph.id)):
        style = one_of(Style, found.style, Style.BODY, Style.BODY)
        paragraphs[found.section_id].append(
            DraftParagraph(style, found.text, tuple(behind[found.id]), found.id)
        )
    ordered = select(section).where(section.briefing_id == briefing_id).order_by(section.position, section.id)
    return tuple(
        DraftSection(found.key, tuple(paragraphs[found.id]), found.heading)
        for found in session.scalars(ordered)
    )
