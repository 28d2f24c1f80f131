"""The stored briefing as the window shows it."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent, of_note, rule_of
from facilitator.domain.moments import minute
from facilitator.domain.naming import person_label
from facilitator.domain.prose.spans import read_spans
from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import NoteKind, attribution_of
from facilitator.features.briefing.queries.stored import find_briefing
from facilitator.features.briefing.queries.templates import find_template
from facilitator.features.briefing.rows import (
    BriefingRow,
    EvidenceRow,
    ParagraphRow,
    SectionRow,
)
from facilitator.features.briefing.templates import BRIEFING, CONTENT_LABELS
from facilitator.reading.library import one_of
from facilitator.storage.records import (
    AgendaItemRecord,
    AttachmentRecord,
    BriefingParagraphRecord,
    BriefingSectionRecord,
    EvidenceRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
    PlaceRecord,
)


def read_briefing(session: Session, session_id: str, template_name: str = BRIEFING) -> BriefingRow | None:
    """The stored briefing with all parts of its template in order; None where none is stored yet."""
    found = find_briefing(session, session_id, template_name)
    if found is None:
        return None
    section = BriefingSectionRecord
    stored = {
        one.key: one
        for one in session.scalars(
            select(section).where(section.briefing_id == found.id).order_by(section.position, section.id)
        )
    }
    paragraphs = _paragraphs(session, found.id, _evidence(session, session_id, found.id))
    rows = []
    held = ((one.key, one.heading) for one in stored.values())
    for part in find_template(session, template_name).with_rest(held).parts:
        own = stored.get(part.key)
        rows.append(
            SectionRow(
                own.id if own else "",
                part.key,
                own.heading if own else "",
                part.heading or CONTENT_LABELS[part.content],
                part.guidance,
                not part.written,
                tuple(paragraphs[own.id]) if own else (),
                own.second_heading if own else "",
                part.most_words,
                part.most_items,
                part.least_items,
                part.most_words_each,
            )
        )
    return BriefingRow(
        found.id,
        session_id,
        template_name,
        found.title,
        found.language,
        tuple(rows),
        found.second_language,
        found.second_title,
        found.due,
    )


def _evidence(session: Session, session_id: str, briefing_id: str) -> dict[str, list[EvidenceRow]]:
    learning_session = session.get(LearningSessionRecord, session_id)
    written = learning_session.attribution if learning_session else ""
    zone = learning_session.zone if learning_session else ""
    wanted = (
        select(EvidenceRecord, NoteRecord, PersonRecord, PlaceRecord.name, AgendaItemRecord.attribution)
        .join(NoteRecord, NoteRecord.id == EvidenceRecord.note_id)
        .join(BriefingParagraphRecord, BriefingParagraphRecord.id == EvidenceRecord.paragraph_id)
        .join(BriefingSectionRecord, BriefingSectionRecord.id == BriefingParagraphRecord.section_id)
        .outerjoin(PersonRecord, PersonRecord.id == NoteRecord.speaker_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == NoteRecord.agenda_item_id)
        .where(BriefingSectionRecord.briefing_id == briefing_id)
        .order_by(EvidenceRecord.position, EvidenceRecord.id)
    )
    found: dict[str, list[EvidenceRow]] = defaultdict(list)
    for link, note, person, place, item_rule in session.execute(wanted):
        attribution = attribution_of(note.attribution, note.kind)
        consent = one_of(Consent, person.consent, Consent.NOT_ASKED, Consent.PENDING) if person else None
        disclosure = of_note(attribution, rule_of(written, item_rule or ""), consent)
        found[link.paragraph_id].append(
            EvidenceRow(
                link.id,
                note.id,
                note.kind,
                note.text,
                _speaker(note, person, place),
                minute(note.began_at, zone),
                disclosure,
                not disclosure.text_may_be_published or note.kind == NoteKind.LOGISTICS.value,
                link.said,
            )
        )
    return found


def _speaker(note: NoteRecord, person: PersonRecord | None, place: str | None) -> str:
    return person_label(person.name, person.office_title, place or "") if person else note.voice


def _paragraphs(
    session: Session, briefing_id: str, evidence: dict[str, list[EvidenceRow]]
) -> dict[str, list[ParagraphRow]]:
    paragraph, section = BriefingParagraphRecord, BriefingSectionRecord
    wanted = select(paragraph).join(section).where(section.briefing_id == briefing_id)
    attachment = AttachmentRecord
    files = select(attachment.paragraph_id, attachment.sha256).where(attachment.paragraph_id.is_not(None))
    last_first = files.order_by(attachment.position.desc(), attachment.id.desc())
    pictures = dict(session.execute(last_first).all())
    lost = _lost(session, briefing_id)
    found: dict[str, list[ParagraphRow]] = defaultdict(list)
    for one in session.scalars(wanted.order_by(paragraph.position, paragraph.id)):
        style = one_of(Style, one.style, Style.BODY, Style.BODY)
        found[one.section_id].append(
            ParagraphRow(
                one.id,
                one.section_id,
                one.position,
                style,
                one.text,
                tuple(evidence[one.id]),
                read_spans(one.spans, len(one.text)),
                one.caption,
                pictures.get(one.id, ""),
                one.second_text,
                read_spans(one.second_spans, len(one.second_text)),
                one.second_caption,
                one.second_of,
                tuple(lost[one.id]),
            )
        )
    return found


def _lost(session: Session, briefing_id: str) -> dict[str, list[str]]:
    """What the notes said that were deleted, by the paragraphs that rested on them."""
    link, paragraph, section = EvidenceRecord, BriefingParagraphRecord, BriefingSectionRecord
    wanted = (
        select(link.paragraph_id, link.said)
        .join(paragraph, paragraph.id == link.paragraph_id)
        .join(section, section.id == paragraph.section_id)
        .where(section.briefing_id == briefing_id, link.note_id.is_(None))
        .order_by(link.position, link.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for paragraph_id, said in session.execute(wanted):
        found[paragraph_id].append(said)
    return found
