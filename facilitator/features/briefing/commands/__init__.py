"""Writes of briefings."""

from facilitator.features.briefing.commands.drafting import AddNotesToSection, StartBriefing
from facilitator.features.briefing.commands.editing import (
    AddParagraph,
    LinkEvidence,
    MoveParagraph,
    MoveToSection,
    delete_briefing,
    delete_paragraphs,
    edit_paragraph,
    set_heading,
    set_language,
    set_title,
    unlink_evidence,
)

__all__ = [
    "AddNotesToSection",
    "AddParagraph",
    "LinkEvidence",
    "MoveParagraph",
    "MoveToSection",
    "StartBriefing",
    "delete_briefing",
    "delete_paragraphs",
    "edit_paragraph",
    "set_heading",
    "set_language",
    "set_title",
    "unlink_evidence",
]
