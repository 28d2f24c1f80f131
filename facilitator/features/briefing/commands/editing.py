"""Write, move and delete paragraphs, and tie them to their evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands.placing import link, ordered, place
from facilitator.storage.edits import DeleteRows, Reorder, SetFields, existing
from facilitator.storage.records import (
    BriefingParagraphRecord,
    BriefingRecord,
    BriefingSectionRecord,
    EvidenceRecord,
)
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class MoveParagraph:
    """Move a paragraph up (negative) or down by places within its section; no further than its ends."""

    paragraph_id: str
    places: int

    @property
    def label(self) -> str:
        return tr("Move paragraph")

    def apply(self, session: Session) -> None:
        section_id = existing(session, BriefingParagraphRecord, self.paragraph_id).section_id
        now = ordered(session, section_id).index(self.paragraph_id)
        place(session, section_id, self.paragraph_id, now + self.places)


@dataclass(frozen=True)
class MoveToSection:
    """Move paragraphs, in their order, to a section of their paper: to a position among those that stay there (0 is the
    first), or to its end. Raises ``Refused`` where one of them was deleted, or belongs to another paper."""

    paragraph_ids: tuple[str, ...]
    section_id: str
    position: int | None = None

    @property
    def label(self) -> str:
        count = len(self.paragraph_ids)
        return ntr("Move {count} paragraph", "Move {count} paragraphs", count).format(count=count)

    def apply(self, session: Session) -> None:
        target = existing(session, BriefingSectionRecord, self.section_id)
        stay = [one for one in ordered(session, self.section_id) if one not in self.paragraph_ids]
        for paragraph_id in self.paragraph_ids:
            paragraph = existing(session, BriefingParagraphRecord, paragraph_id)
            source = existing(session, BriefingSectionRecord, paragraph.section_id)
            if source.briefing_id != target.briefing_id:
                raise Refused(
                    tr("The paragraph can’t be moved there."),
                    tr("It belongs to another paper."),
                    tr("Nothing was changed."),
                )
            paragraph.section_id = self.section_id
        session.flush()
        at = len(stay) if self.position is None else max(0, min(self.position, len(stay)))
        order = [*stay[:at], *self.paragraph_ids, *stay[at:]]
        Reorder(BriefingParagraphRecord, order, "").apply(session)


@dataclass(frozen=True)
class LinkEvidence:
    """Let a paragraph rest on notes, besides those that it rests on already."""

    paragraph_id: str
    note_ids: tuple[str, ...]

    @property
    def label(self) -> str:
        return tr("Link evidence")

    def apply(self, session: Session) -> None:
        existing(session, BriefingParagraphRecord, self.paragraph_id)
        link(session, self.paragraph_id, self.note_ids)


def edit_paragraph(
    paragraph_id: str, *, text: str | None = None, style: Style | str | None = None
) -> Command:
    """Change the words of a paragraph or how it is set; its evidence stays. Raises ValueError for an unknown style."""
    if style is not None:
        values = {"style": Style(style).value} | ({} if text is None else {"text": text})
        return SetFields(BriefingParagraphRecord, paragraph_id, values, tr("Change style of paragraph"))
    return SetFields(BriefingParagraphRecord, paragraph_id, {"text": text or ""}, tr("Edit paragraph"))


def edit_words(paragraph_id: str, fields: Mapping[str, str]) -> Command:
    """Change words of a paragraph in one step: its ``text`` with the ``spans`` in it, and what else has words."""
    return SetFields(BriefingParagraphRecord, paragraph_id, dict(fields), tr("Edit paragraph"))


def edit_caption(paragraph_id: str, caption: str) -> Command:
    """Give a table or a picture a caption; an empty one takes it away."""
    return SetFields(BriefingParagraphRecord, paragraph_id, {"caption": caption}, tr("Edit caption"))


def delete_paragraphs(paragraph_ids: Sequence[str]) -> Command:
    """Delete paragraphs; the notes behind them stay."""
    label = ntr("Delete {count} paragraph", "Delete {count} paragraphs", len(paragraph_ids))
    return DeleteRows(BriefingParagraphRecord, paragraph_ids, label.format(count=len(paragraph_ids)))


def unlink_evidence(evidence_ids: Sequence[str]) -> Command:
    """Take notes from behind a paragraph."""
    return DeleteRows(EvidenceRecord, evidence_ids, tr("Unlink evidence"))


def set_heading(section_id: str, heading: str) -> Command:
    """Give a part a heading of its own; an empty one brings back the usual."""
    return SetFields(BriefingSectionRecord, section_id, {"heading": heading}, tr("Edit heading"))


def set_title(briefing_id: str, title: str) -> Command:
    """Give the paper a title of its own; an empty one brings back the session's."""
    return SetFields(BriefingRecord, briefing_id, {"title": title}, tr("Edit title of briefing"))


def set_language(briefing_id: str, language: str) -> Command:
    """Choose the language of the paper's fixed texts (BCP 47)."""
    return SetFields(BriefingRecord, briefing_id, {"language": language}, tr("Edit language of briefing"))


def delete_briefing(briefing_id: str) -> Command:
    """Delete a stored briefing with its paragraphs; notes stay, and it can be assembled anew."""
    return DeleteRows(BriefingRecord, [briefing_id], tr("Delete briefing"))
