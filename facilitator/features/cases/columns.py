"""The columns of the list of cases."""

from __future__ import annotations

from facilitator.domain.consent import ATTRIBUTION_LABELS, ATTRIBUTION_MEANINGS, Attribution
from facilitator.domain.vocabulary import CASE_STATUS_LABELS, CaseStatus
from facilitator.features.cases.rows import CaseRow
from facilitator.kit.rowmodel import Column
from facilitator.kit.shapes import consent_icon
from facilitator.translation import mark, tr

_STATUSES = {status.value: label for status, label in CASE_STATUS_LABELS.items()}
_ORDER = list(CaseStatus)


def _place(row: CaseRow) -> str:
    if row.city and row.country:
        return tr("{city}, {country}").format(city=row.city, country=row.country)
    return row.city or row.country


def _consent(row: CaseRow) -> Attribution:
    return Attribution(row.consent)


COLUMNS = (
    Column(mark("Title"), lambda row: row.title or tr("Untitled case"), width=34),
    Column(mark("City and country"), _place, width=18),
    Column(mark("Themes"), lambda row: ", ".join(row.themes), width=16),
    Column(mark("Session"), lambda row: row.session, width=8),
    Column(
        mark("Status"),
        lambda row: tr(_STATUSES.get(row.status, row.status)),
        key=lambda row: _ORDER.index(CaseStatus(row.status)),
        width=16,
    ),
    Column(
        mark("May be published"),
        lambda row: tr(ATTRIBUTION_LABELS[_consent(row)]),
        icon=lambda row: consent_icon(_consent(row)),
        tip=lambda row: tr(ATTRIBUTION_MEANINGS[_consent(row)]),
        width=17,
    ),
)
