"""Reads of briefings: the papers themselves, their tree for the window, and what stands in the way of publishing."""

from facilitator.features.briefing.queries.checking import check_words, findings_on, read_occasion_facts
from facilitator.features.briefing.queries.notes import list_notes
from facilitator.features.briefing.queries.papers import (
    briefing_document,
    build,
    case_sheets,
    catalogue,
    figures,
    flash_document,
    making,
    own_paper,
    preflight,
    press_facts,
    rapporteur_form,
)
from facilitator.features.briefing.queries.series import list_series, series_document
from facilitator.features.briefing.queries.sheets import (
    clearance_sheets,
    clearance_sheets_apart,
    list_sheet_people,
    list_sheets,
)
from facilitator.features.briefing.queries.snapshots import read_snapshot
from facilitator.features.briefing.queries.templates import find_template, list_templates, template_named
from facilitator.features.briefing.queries.tree import read_briefing
from facilitator.features.briefing.queries.versions import issued_file, read_versions

__all__ = [
    "briefing_document",
    "build",
    "case_sheets",
    "catalogue",
    "check_words",
    "clearance_sheets",
    "clearance_sheets_apart",
    "figures",
    "find_template",
    "findings_on",
    "flash_document",
    "issued_file",
    "list_notes",
    "list_series",
    "list_sheet_people",
    "list_sheets",
    "list_templates",
    "making",
    "own_paper",
    "preflight",
    "press_facts",
    "rapporteur_form",
    "read_briefing",
    "read_occasion_facts",
    "read_snapshot",
    "read_versions",
    "series_document",
    "template_named",
]
