"""The briefing as a feature: the stage Brief of a session, and its two papers."""

from facilitator.kit.feature import Feature, Report
from facilitator.translation import mark

FEATURE = Feature(
    id="briefing",
    title=mark("Brief"),
    icon="briefing",
    order=50,
    stage="facilitator.features.briefing.stage:BriefingStage",
    tip=mark("The briefing, made of the notes"),
    reports=(
        Report(
            "briefing",
            mark("Briefing & Learning Note"),
            "facilitator.features.briefing.queries:briefing_document",
            options=("with_data",),
        ),
        Report(
            "clearance-sheets",
            mark("Clearance sheets"),
            "facilitator.features.briefing.queries:clearance_sheets",
            options=("person_id",),
            people="facilitator.features.briefing.queries:list_sheet_people",
            apart="facilitator.features.briefing.queries:clearance_sheets_apart",
            tip=mark("To be sent to speakers: all that is attributed to each, to clear"),
        ),
        Report(
            "flash",
            mark("Flash note"),
            "facilitator.features.briefing.queries:flash_document",
            options=("with_data",),
        ),
        Report(
            "series",
            mark("Briefings of the series"),
            "facilitator.features.briefing.queries:series_document",
            of_session=False,
            options=("flash", "with_data"),
            series="facilitator.features.briefing.queries:list_series",
            tip=mark("All sessions of the series in one document, with contents"),
        ),
    ),
)
