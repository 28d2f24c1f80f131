"""Make paragraphs of notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.assembly import assemble, paragraphs_of
from facilitator.features.briefing.commands.placing import end, ordered, store
from facilitator.features.briefing.queries import read_snapshot
from facilitator.features.briefing.queries.stored import find_briefing
from facilitator.features.briefing.snapshot import DraftParagraph
from facilitator.features.briefing.templates import BRIEFING, Voice
from facilitator.storage.edits import Reorder, existing
from facilitator.storage.records import BriefingParagraphRecord, BriefingRecord, BriefingSectionRecord
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class StartBriefing:
    """Draft the briefing of a session from its notes, and store it. Does nothing where one is stored already."""

    session_id: str
    template: str = BRIEFING
    language: str = "en"
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return tr("Draft paper")

    def apply(self, session: Session) -> None:
        if find_briefing(session, self.session_id, self.template) is not None:
            return
        snapshot = read_snapshot(session, self.session_id, self.template, self.language)
        values = {"session_id": self.session_id, "template": self.template, "language": self.language}
        session.add(BriefingRecord(id=self.id, **values))
        session.flush()
        for position, drafted in enumerate(assemble(snapshot)):
            section = BriefingSectionRecord(
                id=new_id(), briefing_id=self.id, position=position, key=drafted.key
            )
            session.add(section)
            session.flush()
            for number, paragraph in enumerate(drafted.paragraphs):
                store(session, section.id, number, paragraph, new_id())


@dataclass(frozen=True)
class AddNotesToSection:
    """Make a paragraph of each note, or one of all (``together``), with the notes as evidence."""

    section_id: str
    note_ids: tuple[str, ...]
    together: bool = False
    position: int | None = None
    """Where they stand among the paragraphs that are there, 0 being the first; None for the end."""

    @property
    def label(self) -> str:
        return ntr(
            "Add {count} note to briefing", "Add {count} notes to briefing", len(self.note_ids)
        ).format(count=len(self.note_ids))

    def apply(self, session: Session) -> None:
        section = existing(session, BriefingSectionRecord, self.section_id)
        briefing = existing(session, BriefingRecord, section.briefing_id)
        snapshot = read_snapshot(session, briefing.session_id, briefing.template)
        notes = {note.id: note for note in snapshot.material.notes}
        part = snapshot.template.part(section.key)
        wanted = [notes[note_id] for note_id in self.note_ids if note_id in notes]
        voice = part.voice if part else Voice.ENTRY
        apart = Voice.SENTENCE if voice is Voice.PROSE else voice
        drafts = list(paragraphs_of(wanted, apart, briefing.language or "en"))
        if self.together and drafts:
            text = " ".join(draft.text for draft in drafts)
            behind = tuple(note_id for draft in drafts for note_id in draft.evidence)
            drafts = [DraftParagraph(Style.BODY, text, behind)]
        there = ordered(session, self.section_id)
        at = len(there) if self.position is None else max(0, min(self.position, len(there)))
        made = [new_id() for _ in drafts]
        for paragraph_id, draft in zip(made, drafts, strict=True):
            store(session, self.section_id, end(session, self.section_id), draft, paragraph_id)
        Reorder(BriefingParagraphRecord, [*there[:at], *made, *there[at:]], "").apply(session)
