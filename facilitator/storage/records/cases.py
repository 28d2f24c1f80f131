"""Case studies: what a city did, told so that others can do it too."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Text, refers_to


class CaseStudyRecord(Base):
    """A case study, heard in a session or not."""

    __tablename__ = "case_study"

    title: Mapped[Text]
    place_id: Mapped[str | None] = refers_to("place.id")
    session_id: Mapped[str | None] = refers_to("learning_session.id")
    speaker_id: Mapped[str | None] = refers_to("person.id")
    heard_at: Mapped[int | None]
    """The moment it was heard: milliseconds since 1970-01-01 UTC."""
    country: Mapped[Text]
    section: Mapped[Text]
    territory: Mapped[Text]
    population: Mapped[int | None]
    kind: Mapped[Text]
    """A ``CaseKind``."""
    phase: Mapped[Text]
    """A ``CasePhase``."""
    challenge: Mapped[Text]
    objectives: Mapped[Text]
    measures: Mapped[Text]
    target_groups: Mapped[Text]
    actors: Mapped[Text]
    resources: Mapped[Text]
    results: Mapped[Text]
    evidence: Mapped[Text]
    obstacles: Mapped[Text]
    lessons: Mapped[Text]
    period: Mapped[Text]
    links: Mapped[Text]
    contact: Mapped[Text]
    consent: Mapped[Text]
    """An ``Attribution`` for the case as a whole; empty holds as named: cities publish their own cases."""
    status: Mapped[Text]
    """A ``CaseStatus``; empty holds as heard."""
    shared_on: Mapped[Text]
    """ISO date on which it was shared with Cities for Global Health; empty when it was not."""
    source_url: Mapped[Text]
