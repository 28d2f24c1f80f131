"""Read all that the papers of one session are made of."""

from __future__ import annotations

from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.papers.snapshot import Snapshot
from facilitator.publishing.gate.subjects import Audience
from facilitator.reading.branding import read_logos
from facilitator.reading.library import Library, read_library
from facilitator.reading.material import read_material
from facilitator.reading.occasions import read_occasion
from facilitator.reading.plan import read_plan
from facilitator.storage.edits import existing
from facilitator.storage.records import LearningSessionRecord


def read_snapshot(session: Session, session_id: str, language: str, audience: Audience) -> Snapshot:
    """Everything for the papers of an audience. ``language`` is that of the fixed texts (BCP 47), empty for English.
    Raises ``Refused`` when there is no such session."""
    record = existing(session, LearningSessionRecord, session_id)
    library = read_library(session)
    occasion = read_occasion(session, record, library)
    told = (*occasion.hosts, *occasion.partners)
    material = read_material(session, record, library, language or "en", told, audience)
    plan = read_plan(session, session_id)
    assert plan is not None, "the session is there"
    logos, lost = read_logos(session, record.series_id)
    segments, roles, languages = (
        _labels(library, vocabulary)
        for vocabulary in (Vocabulary.SEGMENT, Vocabulary.ROLE, Vocabulary.LANGUAGE)
    )
    return Snapshot(occasion, plan, material, segments, roles, languages, logos, lost)


def _labels(library: Library, vocabulary: Vocabulary) -> dict[str, str]:
    return {code: label for (kind, code), label in library.labels.items() if kind == vocabulary.value}
