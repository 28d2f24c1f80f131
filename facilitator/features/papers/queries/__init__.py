"""The papers of a session, by what makes them."""

from facilitator.features.papers.queries.briefs import speaker_briefs, speaker_briefs_apart
from facilitator.features.papers.queries.papers import (
    agenda,
    agenda_tables,
    attendance,
    calendar,
    name_cards,
    run_sheet,
    run_sheet_tables,
    speakers,
    speakers_tables,
    time_cards,
)
from facilitator.features.papers.queries.people import list_brief_people
from facilitator.features.papers.queries.snapshots import read_snapshot

__all__ = [
    "agenda",
    "agenda_tables",
    "attendance",
    "calendar",
    "list_brief_people",
    "name_cards",
    "read_snapshot",
    "run_sheet",
    "run_sheet_tables",
    "speaker_briefs",
    "speaker_briefs_apart",
    "speakers",
    "speakers_tables",
    "time_cards",
]
