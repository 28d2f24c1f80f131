"""The people as a feature: a page of the rail."""

from facilitator.kit.feature import Feature
from facilitator.translation import mark

FEATURE = Feature(
    id="people",
    title=mark("People"),
    icon="people",
    order=20,
    page="facilitator.features.people.page:PeoplePage",
    tip=mark("Speakers and participants, and what may be published of them"),
)
