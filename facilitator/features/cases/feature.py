"""The case studies as a feature: a page of the rail."""

from facilitator.kit.feature import Feature
from facilitator.translation import mark

FEATURE = Feature(
    id="cases",
    title=mark("Cases"),
    icon="cases",
    order=30,
    page="facilitator.features.cases.page:CasesPage",
    tip=mark("What cities did: challenge, measures, results, lessons"),
)
