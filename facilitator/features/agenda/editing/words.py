"""What is said of a person on an item, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.consent import CONSENT_LABELS, CONSENT_MEANINGS, Consent
from facilitator.domain.times import length
from facilitator.domain.vocabulary import APPEARANCE_STATUS_LABELS, AppearanceStatus
from facilitator.reading.plan_rows import AppearanceRow
from facilitator.translation import tr

_LABELS = {status.value: label for status, label in APPEARANCE_STATUS_LABELS.items()}


@dataclass(frozen=True)
class PersonWords:
    """Labels of roles and languages by code."""

    roles: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)

    def role(self, row: AppearanceRow) -> str:
        """The role, as the source wrote it where it is none of ours."""
        return self.roles.get(row.role) or row.role_as_written or row.role or tr("No role yet")

    def about(self, row: AppearanceRow) -> str:
        """Role, language and whether they come."""
        known = (status_words(row.status), self.role(row), self.languages.get(row.language, row.language))
        return " · ".join(filter(None, known))

    def spoken(self, row: AppearanceRow) -> str:
        """All that is shown of a person, for those who hear it."""
        minutes = tr("{minutes} min").format(minutes=row.minutes) if row.minutes is not None else ""
        consent = tr("consent: {consent}").format(consent=tr(CONSENT_LABELS[consent_of(row)]))
        return ", ".join(filter(None, (row.person, minutes, self.about(row), consent)))


def status_words(status: str) -> str:
    """Whether somebody comes; empty where it is not stated."""
    return tr(_LABELS[status]) if status in _LABELS else ""


def status_sign(status: str) -> str:
    """The icon of whether somebody comes; empty where it is not stated."""
    return {
        AppearanceStatus.INVITED.value: "mail",
        AppearanceStatus.CONFIRMED.value: "check",
        AppearanceStatus.DECLINED.value: "close",
    }.get(status, "")


def consent_of(row: AppearanceRow) -> Consent:
    """What the person agreed to; who was not asked has not agreed."""
    return Consent(row.consent) if row.consent in list(Consent) else Consent.NOT_ASKED


def consent_tip(row: AppearanceRow) -> str:
    """A person's consent and what it means."""
    consent = consent_of(row)
    told = tr("{person}. Consent: {consent}. {meaning}")
    return told.format(
        person=row.person, consent=tr(CONSENT_LABELS[consent]), meaning=tr(CONSENT_MEANINGS[consent])
    )


def minutes_words(row: AppearanceRow) -> str:
    """The minutes of an appearance as they stand beside the name."""
    if row.minutes is None:
        return ""
    return tr("{minutes} min").format(minutes=row.minutes) if row.minutes < 60 else length(row.minutes)
