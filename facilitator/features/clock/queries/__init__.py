"""Reads of what happened in a session."""

from facilitator.features.clock.queries.course import list_course
from facilitator.features.clock.queries.noted import list_moments, list_noted

__all__ = ["list_course", "list_moments", "list_noted"]
