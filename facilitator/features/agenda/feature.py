"""The agenda as a feature: the stage Plan of a session."""

from facilitator.kit.feature import Feature
from facilitator.translation import mark

FEATURE = Feature(
    id="agenda",
    title=mark("Plan"),
    icon="agenda",
    order=10,
    stage="facilitator.features.agenda.stage:AgendaStage",
    tip=mark("The agenda: what comes when, how long, and who speaks"),
)
