"""The notes as a feature: the stage Run of a session, and a page of the rail with all notes."""

from facilitator.kit.feature import Feature
from facilitator.translation import mark

FEATURE = Feature(
    id="notes",
    title=mark("Notes"),
    icon="notes",
    order=40,
    page="facilitator.features.notes.searching.page:NotesPage",
    stage="facilitator.features.notes.stage:RunStage",
    stage_title=mark("Run"),
    tip=mark("All notes of the library"),
)
