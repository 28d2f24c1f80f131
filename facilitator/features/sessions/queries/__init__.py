"""Reads of sessions and their series."""

from facilitator.features.sessions.queries.details import editor_choices, series_details, session_details
from facilitator.features.sessions.queries.listing import HOST, PARTNER, library_facts, list_sessions

__all__ = [
    "HOST",
    "PARTNER",
    "editor_choices",
    "library_facts",
    "list_sessions",
    "series_details",
    "session_details",
]
