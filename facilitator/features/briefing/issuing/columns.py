"""How the tables of versions and of sheets read their rows."""

from __future__ import annotations

from facilitator.domain.consent import CONSENT_LABELS, Consent
from facilitator.features.briefing.issuing.in_words import file_words, moment_words, sheet_words, status_words
from facilitator.features.briefing.issuing.rows import SheetRow
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark, tr

_CONSENTS = {code.value: label for code, label in CONSENT_LABELS.items()}


def consent_words(row: SheetRow) -> str:
    """What the person agreed to; not asked where nothing is known."""
    return tr(_CONSENTS.get(row.consent or Consent.NOT_ASKED.value, CONSENT_LABELS[Consent.PENDING]))


STEPS = (
    Column(mark("Status"), lambda row: status_words(row.status), width=10),
    Column(mark("When"), lambda row: moment_words(row.at), width=15),
    Column(mark("Signed by"), lambda row: row.signed_by, width=11),
    Column(mark("Remark"), lambda row: row.remark, stretch=True, tip=lambda row: row.remark),
    Column(mark("File"), file_words, width=20, tip=lambda row: f"{file_words(row)}\n{row.sha256}".strip()),
)
SHEETS = (
    Column(mark("Speaker"), lambda row: row.person, stretch=True),
    Column(mark("Sheet"), sheet_words, width=14, tip=lambda row: row.remark),
    Column(mark("Notes"), lambda row: str(row.notes), numeric=True, width=6, key=lambda row: row.notes),
    Column(mark("Pending"), lambda row: str(row.pending), numeric=True, width=7, key=lambda row: row.pending),
    Column(mark("Consent"), consent_words, width=11),
)
