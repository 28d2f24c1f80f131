"""Write a paper's second language beside its first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.prose.spans import TextSpan, read_spans, write_spans
from facilitator.features.briefing.composing.written import Written
from facilitator.storage.edits import SetFields, existing
from facilitator.storage.records import BriefingParagraphRecord, BriefingRecord, BriefingSectionRecord
from facilitator.storage.store import Command
from facilitator.translation import tr


@dataclass(frozen=True)
class WriteSecond:
    """Let a paragraph say this in the second language, and keep what the first said meanwhile: it tells later whether
    the first was changed since. Raises ``Refused`` when the paragraph was deleted."""

    paragraph_id: str
    text: str
    spans: tuple[TextSpan, ...] = ()

    @property
    def label(self) -> str:
        return tr("Write in the second language")

    def apply(self, session: Session) -> None:
        row = existing(session, BriefingParagraphRecord, self.paragraph_id)
        row.second_text, row.second_spans = self.text, write_spans(self.spans)
        row.second_of = row.text if self.text.strip() else ""


@dataclass(frozen=True)
class WriteSeconds:
    """Let paragraphs of a section say this in the second language, by their rows. Those that say it already stay as
    they are, and so do those that were deleted meanwhile."""

    section_id: str
    paragraphs: tuple[Written, ...]

    @property
    def label(self) -> str:
        return tr("Write in the second language")

    def apply(self, session: Session) -> None:
        record = BriefingParagraphRecord
        stored = session.scalars(select(record).where(record.section_id == self.section_id))
        rows = {row.id: row for row in stored}
        for one in self.paragraphs:
            row = rows.get(one.id)
            if row and (row.second_text, row.second_spans) != (one.text, write_spans(one.spans)):
                WriteSecond(one.id, one.text, one.spans).apply(session)


@dataclass(frozen=True)
class _KeepSecond:
    paragraph_id: str

    @property
    def label(self) -> str:
        return tr("The second language still holds")

    def apply(self, session: Session) -> None:
        row = existing(session, BriefingParagraphRecord, self.paragraph_id)
        row.second_of = row.text


def keep_second(paragraph_id: str) -> Command:
    """Keep the second text as it is, as looked at: it says what the first says now."""
    return _KeepSecond(paragraph_id)


def set_second_language(briefing_id: str, language: str) -> Command:
    """Choose the language beside the first (BCP 47); empty for none. What was written in it stays in the library."""
    label = tr("Edit second language of briefing")
    return SetFields(BriefingRecord, briefing_id, {"second_language": language}, label)


def set_second_title(briefing_id: str, title: str) -> Command:
    """Give the paper a title in its second language."""
    label = tr("Edit second title of briefing")
    return SetFields(BriefingRecord, briefing_id, {"second_title": title}, label)


def set_second_heading(section_id: str, heading: str) -> Command:
    """Give a part a heading of its own in the second language; an empty one brings back the usual."""
    label = tr("Edit second heading")
    return SetFields(BriefingSectionRecord, section_id, {"second_heading": heading}, label)


def edit_second_caption(paragraph_id: str, caption: str) -> Command:
    """Give a table or a picture a caption in the second language."""
    label = tr("Edit second caption")
    return SetFields(BriefingParagraphRecord, paragraph_id, {"second_caption": caption}, label)


def join_seconds(heir: BriefingParagraphRecord, gone: BriefingParagraphRecord) -> None:
    """Put the second text of a paragraph behind that of the one it was joined with. What the first said then is no
    longer known as one, so that the second is told to be looked at."""
    if not gone.second_text:
        return
    spans = read_spans(heir.second_spans, len(heir.second_text))
    at = len(heir.second_text) + 1 if heir.second_text else 0
    more = read_spans(gone.second_spans, len(gone.second_text))
    moved = tuple(replace(one, start=one.start + at, end=one.end + at) for one in more)
    heir.second_text = " ".join(filter(None, (heir.second_text, gone.second_text)))
    heir.second_spans = write_spans((*spans, *moved))
    heir.second_of = heir.second_of or gone.second_of
