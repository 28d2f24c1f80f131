"""Reads of notes."""

from facilitator.features.notes.queries.details import (
    TERM_VOCABULARIES,
    exists,
    note_detail,
    question_choices,
    run_frame,
)
from facilitator.features.notes.queries.images import image_of
from facilitator.features.notes.queries.lines import (
    Filters,
    how_many,
    note_ids,
    note_lines,
    places_of,
    session_of,
    terms_of_all,
)
from facilitator.features.notes.queries.listing import list_notes
from facilitator.features.notes.queries.offered import what_is_offered

__all__ = [
    "TERM_VOCABULARIES",
    "Filters",
    "exists",
    "how_many",
    "image_of",
    "list_notes",
    "note_detail",
    "note_ids",
    "note_lines",
    "places_of",
    "question_choices",
    "run_frame",
    "session_of",
    "terms_of_all",
    "what_is_offered",
]
