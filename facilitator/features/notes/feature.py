"""The notes as a feature: the stage Run of a session, and a page of the rail with all notes."""

from facilitator.kit.feature import Feature, Report
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
    reports=(
        Report(
            "keys",
            mark("Card of keys"),
            "facilitator.features.notes.report:card_of_keys",
            of_session=False,
            tip=mark("To lay beside the laptop: all keys and signs of Run"),
        ),
    ),
)
