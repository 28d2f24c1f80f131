"""The notes of a session as evidence: what each says and may be printed of it, and where the paper rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent, of_note, rule_of
from facilitator.domain.moments import minute
from facilitator.domain.naming import person_label
from facilitator.domain.vocabulary import NoteKind, Vocabulary, attribution_of
from facilitator.features.briefing.queries.stored import find_briefing
from facilitator.features.briefing.queries.templates import find_template
from facilitator.features.briefing.rows import NoteRow
from facilitator.features.briefing.templates import Part
from facilitator.reading.library import one_of
from facilitator.storage.edits import existing
from facilitator.storage.records import (
    AgendaItemRecord,
    BriefingParagraphRecord,
    BriefingSectionRecord,
    CaseStudyRecord,
    EvidenceRecord,
    LearningSessionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    PlaceRecord,
    TermRecord,
)
from facilitator.translation import tr


def list_notes(session: Session, session_id: str, template_name: str) -> list[NoteRow]:
    """All notes but logistics: those that no paragraph rests on first, each of the two by their moments."""
    occasion = existing(session, LearningSessionRecord, session_id)
    themes = _themes(session, session_id)
    parts = find_template(session, template_name).parts
    used = _used(session, session_id, template_name, parts)
    part_of = {kind: part.key for part in reversed(parts) for group in part.groups for kind in group.kinds}
    note = NoteRecord
    wanted = (
        select(note, PersonRecord, PlaceRecord.name, AgendaItemRecord.attribution, CaseStudyRecord.title)
        .outerjoin(PersonRecord, PersonRecord.id == note.speaker_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == note.agenda_item_id)
        .outerjoin(CaseStudyRecord, CaseStudyRecord.id == note.case_id)
        .where(note.session_id == session_id, note.kind != NoteKind.LOGISTICS.value)
        .order_by(note.began_at.is_(None), note.began_at, note.position, note.id)
    )
    rows = []
    for one, person, place, item_rule, case in session.execute(wanted):
        consent = one_of(Consent, person.consent, Consent.NOT_ASKED, Consent.PENDING) if person else None
        rule = rule_of(occasion.attribution, item_rule or "")
        speaker = person_label(person.name, person.office_title, place or "") if person else one.voice
        rows.append(
            NoteRow(
                one.id,
                one.kind,
                one.text,
                speaker,
                one.speaker_id or "",
                minute(one.began_at, occasion.zone),
                of_note(attribution_of(one.attribution, one.kind), rule, consent),
                part_of.get(one.kind, ""),
                tuple(themes[one.id]),
                case or "",
                one.starred,
                tuple(used[one.id]),
            )
        )
    return sorted(rows, key=lambda row: bool(row.used))


def _used(
    session: Session, session_id: str, template_name: str, parts: Iterable[Part]
) -> dict[str, list[str]]:
    """The headings of the parts that rest on each note, once for each paragraph."""
    found: dict[str, list[str]] = defaultdict(list)
    briefing = find_briefing(session, session_id, template_name)
    if briefing is None:
        return found
    usual = {part.key: part.heading for part in parts}
    section, paragraph, link = BriefingSectionRecord, BriefingParagraphRecord, EvidenceRecord
    wanted = (
        select(link.note_id, section.key, section.heading)
        .join(paragraph, paragraph.id == link.paragraph_id)
        .join(section, section.id == paragraph.section_id)
        .where(section.briefing_id == briefing.id, link.note_id.is_not(None))
        .order_by(section.position, paragraph.position)
    )
    for note_id, key, heading in session.execute(wanted):
        found[str(note_id)].append(heading or tr(usual.get(key, "")) or key)
    return found


def _themes(session: Session, session_id: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    link, term = NoteTermRecord, TermRecord
    wanted = (
        select(link.note_id, term.label)
        .join(term, term.id == link.term_id)
        .join(NoteRecord, NoteRecord.id == link.note_id)
        .where(NoteRecord.session_id == session_id, term.vocabulary == Vocabulary.THEME.value)
        .order_by(term.position, term.id)
    )
    for note_id, label in session.execute(wanted):
        found[note_id].append(label)
    return found
