"""Reads of briefings: the papers themselves, their tree for the window, and what stands in the way of publishing."""

from facilitator.features.briefing.queries.papers import briefing_document, build, flash_document, preflight
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.queries.tree import read_briefing, unused_notes

__all__ = [
    "briefing_document",
    "build",
    "flash_document",
    "preflight",
    "read_briefing",
    "read_snapshot",
    "unused_notes",
]
