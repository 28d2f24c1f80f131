"""The clock as a feature: it adds to the stage Run what keeps the time."""

from facilitator.kit.feature import Feature, Panel
from facilitator.translation import mark

FEATURE = Feature(
    id="clock",
    title=mark("Clock"),
    icon="clock",
    order=45,
    panels=(
        Panel("steering", "notes", "head", mark("Clock"), "facilitator.features.clock.steering.bar:ClockBar"),
        Panel(
            "voices", "notes", "side", mark("Voices"), "facilitator.features.clock.voices.panel:VoicesPanel"
        ),
        Panel("room", "notes", "side", mark("Room"), "facilitator.features.clock.room.panel:RoomPanel"),
        Panel(
            "course", "notes", "side", mark("Course"), "facilitator.features.clock.course.panel:CoursePanel"
        ),
    ),
)
