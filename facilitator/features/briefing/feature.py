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
        ),
        Report("flash", mark("Flash note"), "facilitator.features.briefing.queries:flash_document"),
    ),
)
