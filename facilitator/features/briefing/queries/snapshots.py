"""Read all that a paper on one session is made of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitator.domain.text import folded
from facilitator.features.briefing.queries.stored import read_sections
from facilitator.features.briefing.queries.templates import find_template
from facilitator.features.briefing.snapshot import AppearanceFact, Snapshot
from facilitator.features.briefing.templates import BRIEFING
from facilitator.publishing.gate.subjects import NoteSubject
from facilitator.reading.branding import read_logos
from facilitator.reading.held import read_held
from facilitator.reading.library import Library, read_library
from facilitator.reading.material import read_appearances, read_material
from facilitator.reading.occasions import read_occasion
from facilitator.storage.edits import existing
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    LearningSessionRecord,
    NoteRecord,
)

_MINUTE = 60_000
_PARTNER_ROLES = {"partner", "discussant", "association_speaker"}
_PARTNER_SEGMENTS = {"partners", "association"}


def read_snapshot(
    session: Session,
    session_id: str,
    template_name: str = BRIEFING,
    language: str = "",
    library: Library | None = None,
) -> Snapshot:
    """Everything for a paper. ``language`` is that of the fixed texts (BCP 47), empty for the stored briefing's own
    or English. Raises ``Refused`` when there is no such session."""
    record = existing(session, LearningSessionRecord, session_id)
    shared = library or read_library(session)
    appearances = read_appearances(session, session_id)
    stored = read_sections(session, session_id, template_name)
    held = ((one.key, one.heading) for one in stored.sections or ())
    template = find_template(session, template_name).with_rest(held)
    occasion = read_occasion(session, record, shared)
    told = (*occasion.hosts, *occasion.partners)
    material = read_material(session, record, shared, language or stored.language or "en", told)
    return Snapshot(
        occasion,
        material,
        template,
        stored.title,
        stored.second_language,
        stored.second_title,
        stored.sections,
        tuple(AppearanceFact(one.person_id, one.role, one.minutes) for one in appearances),
        _from_partners(session, session_id, appearances) | _by_voice(material.notes, occasion.partners),
        _times(session, session_id),
        *(read_logos(session, record.series_id) if template.logos else ()),
    )


def _times(session: Session, session_id: str) -> tuple[tuple[str, int, int], ...]:
    """The items of the plenary with their minutes planned and used, once the session was held to its end."""
    held = read_held(session, session_id)
    if held is None or held.course.ended is None:
        return ()
    ended = held.course.ended
    return tuple(
        (item.title, item.minutes or 0, round(held.course.used(item.id, ended) / _MINUTE))
        for item in held.plan.items
        if not item.group_id
    )


def _by_voice(notes: Iterable[NoteSubject], partners: tuple[str, ...]) -> frozenset[str]:
    bodies = {folded(name) for name in partners}
    return frozenset(note.id for note in notes if note.voice and folded(note.voice) in bodies)


def _from_partners(session: Session, session_id: str, appearances: list[AppearanceRecord]) -> frozenset[str]:
    """Notes by people in a partner's role, and those taken in the partners' segments."""
    partners = {one.person_id for one in appearances if one.role in _PARTNER_ROLES}
    segments = select(AgendaItemRecord.id).where(
        AgendaItemRecord.session_id == session_id, AgendaItemRecord.segment.in_(_PARTNER_SEGMENTS)
    )
    wanted = select(NoteRecord.id).where(
        NoteRecord.session_id == session_id,
        or_(NoteRecord.speaker_id.in_(partners), NoteRecord.agenda_item_id.in_(segments)),
    )
    return frozenset(session.scalars(wanted))
