"""What a session offers the capture line."""

from __future__ import annotations

from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes.offered import Offered
from facilitator.features.notes.queries.details import TERM_VOCABULARIES, question_choices
from facilitator.reading.held import read_held
from facilitator.storage import choices


def what_is_offered(session: Session, session_id: str) -> Offered:
    """All that signs and the clock can bring into a note of a session."""
    held = read_held(session, session_id)
    plan = held.plan if held else None
    return Offered(
        questions=question_choices(session, session_id),
        languages=choices.codes(session, Vocabulary.LANGUAGE),
        working_languages=plan.languages if plan else (),
        spoken={
            (item.id, one.person_id): one.language
            for item in (plan.items if plan else ())
            for one in item.appearances
            if one.language
        },
        terms=choices.terms(session, *TERM_VOCABULARIES),
        held=held,
    )
