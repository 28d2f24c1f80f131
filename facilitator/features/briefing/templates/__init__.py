"""The templates of papers: their parts in order, which notes feed them, and how they look. Data, not code."""

from facilitator.features.briefing.templates.model import (
    BRIEFING,
    CONTENT_LABELS,
    FLASH,
    VOICE_LABELS,
    Content,
    Group,
    Opening,
    Part,
    Template,
    Voice,
)
from facilitator.features.briefing.templates.reading import MOST_CHARACTERS, parse, write
from facilitator.features.briefing.templates.shipped import SHIPPED, fixed_texts, template

__all__ = [
    "BRIEFING",
    "CONTENT_LABELS",
    "FLASH",
    "MOST_CHARACTERS",
    "SHIPPED",
    "VOICE_LABELS",
    "Content",
    "Group",
    "Opening",
    "Part",
    "Template",
    "Voice",
    "fixed_texts",
    "parse",
    "template",
    "write",
]
