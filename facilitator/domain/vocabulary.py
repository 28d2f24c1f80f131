"""The fixed words of the field that rules depend on. Words that a library may edit are terms (see ``Vocabulary``)."""

from __future__ import annotations

from enum import StrEnum

from facilitator.domain.consent import Attribution
from facilitator.translation import mark


class NoteKind(StrEnum):
    """What a note is."""

    KEY_MESSAGE = "key_message"
    CHALLENGE = "challenge"
    MEASURE = "measure"
    CITY_CASE = "city_case"
    LESSON = "lesson"
    RECOMMENDATION = "recommendation"
    COMMITMENT = "commitment"
    QUOTE = "quote"
    DATA_POINT = "data_point"
    QUESTION = "question"
    DISAGREEMENT = "disagreement"
    REFERENCE = "reference"
    FOLLOW_UP = "follow_up"
    LOGISTICS = "logistics"
    """Never published."""


NOTE_KIND_LABELS: dict[NoteKind, str] = {
    NoteKind.KEY_MESSAGE: mark("Key message"),
    NoteKind.CHALLENGE: mark("Challenge"),
    NoteKind.MEASURE: mark("Measure"),
    NoteKind.CITY_CASE: mark("City case"),
    NoteKind.LESSON: mark("Lesson"),
    NoteKind.RECOMMENDATION: mark("Recommendation"),
    NoteKind.COMMITMENT: mark("Commitment"),
    NoteKind.QUOTE: mark("Quote"),
    NoteKind.DATA_POINT: mark("Data point"),
    NoteKind.QUESTION: mark("Question"),
    NoteKind.DISAGREEMENT: mark("Disagreement"),
    NoteKind.REFERENCE: mark("Reference"),
    NoteKind.FOLLOW_UP: mark("Follow-up"),
    NoteKind.LOGISTICS: mark("Logistics"),
}


def default_attribution(kind: NoteKind) -> Attribution:
    """A quote waits until its speaker has cleared it; other notes are published as far as the speaker consents."""
    return Attribution.PENDING if kind is NoteKind.QUOTE else Attribution.NAMED


def attribution_of(code: str, kind: str) -> Attribution:
    """The attribution that holds for a note by itself: its own, or the usual one of its kind; pending where either is
    not known."""
    try:
        if code:
            return Attribution(code)
        return default_attribution(NoteKind(kind)) if kind else Attribution.NAMED
    except ValueError:
        return Attribution.PENDING


class Horizon(StrEnum):
    """The time that a note speaks of."""

    NONE = ""
    IMMEDIATE = "immediate"
    RECOVERY = "recovery"
    BEYOND = "beyond"


HORIZON_LABELS: dict[Horizon, str] = {
    Horizon.NONE: mark("Not stated"),
    Horizon.IMMEDIATE: mark("Immediate"),
    Horizon.RECOVERY: mark("Recovery"),
    Horizon.BEYOND: mark("Beyond the outbreak"),
}


class HeardFrom(StrEnum):
    """Whether words were noted from the floor or from interpretation; only the original speech is authentic."""

    NOT_STATED = ""
    FLOOR = "floor"
    INTERPRETATION = "interpretation"


HEARD_FROM_LABELS: dict[HeardFrom, str] = {
    HeardFrom.NOT_STATED: mark("Not stated"),
    HeardFrom.FLOOR: mark("From the floor"),
    HeardFrom.INTERPRETATION: mark("From interpretation"),
}


class AppearanceStatus(StrEnum):
    """Whether a person will come."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


APPEARANCE_STATUS_LABELS: dict[AppearanceStatus, str] = {
    AppearanceStatus.INVITED: mark("Invited"),
    AppearanceStatus.CONFIRMED: mark("Confirmed"),
    AppearanceStatus.DECLINED: mark("Declined"),
}


ROLE_OF_SEGMENT = {
    "opening": "opening_speaker",
    "framing": "framing_speaker",
    "city_round": "city_speaker",
    "association": "association_speaker",
    "partners": "partner",
    "leadership": "leadership_respondent",
}
"""Codes of the roles that those who speak in a segment usually have."""
SILENT_ROLES = frozenset({"interpreter", "technical_host", "chat_monitor", "note_taker", "participant"})
"""Codes of roles of people who take part without speaking to the session."""


class CaseStatus(StrEnum):
    """How far a case study has come."""

    HEARD = "heard"
    DRAFTED = "drafted"
    VALIDATED = "validated"
    PUBLISHED = "published"


CASE_STATUS_LABELS: dict[CaseStatus, str] = {
    CaseStatus.HEARD: mark("Heard"),
    CaseStatus.DRAFTED: mark("Drafted"),
    CaseStatus.VALIDATED: mark("Validated by the city"),
    CaseStatus.PUBLISHED: mark("Published"),
}


class CaseKind(StrEnum):
    """What brought a city's initiative about."""

    NOT_STATED = ""
    REACTION = "reaction"
    EARLIER_MEASURE = "earlier_measure"
    RECOVERY_PLAN = "recovery_plan"


CASE_KIND_LABELS: dict[CaseKind, str] = {
    CaseKind.NOT_STATED: mark("Not stated"),
    CaseKind.REACTION: mark("Reaction to the crisis"),
    CaseKind.EARLIER_MEASURE: mark("Earlier measure for health emergencies"),
    CaseKind.RECOVERY_PLAN: mark("Recovery or transformation plan"),
}


class CasePhase(StrEnum):
    """The phase of an emergency that a city's initiative serves."""

    NOT_STATED = ""
    PREVENT = "prevent"
    CONTAIN = "contain"
    MITIGATE = "mitigate"
    RECOVER = "recover"


CASE_PHASE_LABELS: dict[CasePhase, str] = {
    CasePhase.NOT_STATED: mark("Not stated"),
    CasePhase.PREVENT: mark("Prevent"),
    CasePhase.CONTAIN: mark("Contain"),
    CasePhase.MITIGATE: mark("Mitigate"),
    CasePhase.RECOVER: mark("Recover"),
}


class Gender(StrEnum):
    """As the person declared it; not stated is the default and is reported as such."""

    NOT_STATED = ""
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


GENDER_LABELS: dict[Gender, str] = {
    Gender.NOT_STATED: mark("Not stated"),
    Gender.WOMAN: mark("Woman"),
    Gender.MAN: mark("Man"),
    Gender.OTHER: mark("Other"),
}


class Vocabulary(StrEnum):
    """The lists of terms that ship as data in resources/vocabularies and can be edited in the library.

    Themes, tags, Decalogue points and SDGs are linked to notes, cases and sessions; the codes of the others stand in
    the rows themselves.
    """

    THEME = "theme"
    TAG = "tag"
    DECALOGUE = "decalogue"
    SDG = "sdg"
    SEGMENT = "segment"
    ROLE = "role"
    OFFICE = "office"
    SECTION = "section"
    TERRITORY = "territory"
    LANGUAGE = "language"
