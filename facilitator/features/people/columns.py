"""The columns of the list of people."""

from __future__ import annotations

from facilitator.domain.consent import CONSENT_LABELS, CONSENT_MEANINGS, Consent
from facilitator.domain.text import folded
from facilitator.features.people.rows import PersonRow
from facilitator.kit.rowmodel import Column
from facilitator.kit.shapes import consent_icon
from facilitator.translation import mark, tr


def _place(row: PersonRow) -> str:
    if row.city and row.country:
        return tr("{city}, {country}").format(city=row.city, country=row.country)
    return row.city or row.country


def _consent(row: PersonRow) -> Consent:
    return Consent(row.consent)


COLUMNS = (
    Column(
        mark("Name"),
        lambda row: row.label,
        key=lambda row: ("￿" if not row.name else "") + folded(row.sort_name or row.label),
        width=24,
    ),
    Column(
        mark("Consent"),
        lambda row: tr(CONSENT_LABELS[_consent(row)]),
        width=17,
        icon=lambda row: consent_icon(_consent(row)),
        tip=lambda row: tr(CONSENT_MEANINGS[_consent(row)]),
    ),
    Column(mark("Office"), lambda row: row.office_title or row.office_label, width=18),
    Column(mark("Organisation"), lambda row: row.organisation, width=16),
    Column(mark("City and country"), _place, width=18),
    Column(mark("Section"), lambda row: row.section_label, width=12),
    Column(
        mark("Sessions"),
        lambda row: str(len(row.sessions)) if row.sessions else "",
        key=lambda row: len(row.sessions),
        numeric=True,
        width=9,
        tip=lambda row: ", ".join(row.sessions),
    ),
    Column(mark("Remark"), lambda row: tr("Unlisted") if row.unlisted else "", width=10),
)
