"""Sessions as a feature: the list in the rail. Each session opens as a workspace with its stages."""

from facilitator.kit.feature import Feature
from facilitator.translation import mark

FEATURE = Feature(
    id="sessions",
    title=mark("Sessions"),
    icon="sessions",
    order=10,
    page="facilitator.features.sessions.page:SessionsPage",
    tip=mark("Plan a session, take its notes, print its briefing"),
)
