"""What goes into the gate: people, notes and cases as the library holds them, before anything is cleared.

The queries of a feature fill these; a report never sees them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import Gender, HeardFrom, Horizon, NoteKind


class Audience(StrEnum):
    """Who gets a paper."""

    PUBLIC = "public"
    """Anyone: consent, attribution and the session's rule hold."""
    TEAM = "team"
    """Those who run the session, and the room itself: a working paper on who takes part, which says nothing of what
    was said. It names everyone but those who are off the record, and says that it is not for publication."""


@dataclass(frozen=True)
class PlaceSubject:
    """A city, territory or region."""

    name: str
    also_written: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True)
class OrganisationSubject:
    """A body, with its short name."""

    name: str
    short_name: str = ""
    also_written: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonSubject:
    """A person of the library. ``present`` people took part in what the paper is about, under ``session_rule``."""

    id: str
    name: str = ""
    sort_name: str = ""
    also_written: tuple[str, ...] = ()
    honorific: str = ""
    office_code: str = ""
    office: str = ""
    """The label of the office; ``office_title`` is how the person writes it."""
    office_title: str = ""
    role: str = ""
    """The label of the role in the session."""
    organisation: OrganisationSubject | None = None
    place: PlaceSubject | None = None
    country: str = ""
    section: str = ""
    gender: Gender = Gender.NOT_STATED
    email: str = ""
    phone: str = ""
    biography: str = ""
    consent: Consent = Consent.NOT_ASKED
    present: bool = False
    session_rule: Attribution = Attribution.NAMED


@dataclass(frozen=True)
class TermSubject:
    """A theme, Decalogue point or SDG."""

    code: str
    label: str


@dataclass(frozen=True)
class NoteSubject:
    """A note as it was taken."""

    id: str
    kind: NoteKind | None
    text: str
    attribution: Attribution
    session_rule: Attribution = Attribution.NAMED
    speaker_id: str = ""
    voice: str = ""
    place: PlaceSubject | None = None
    case_id: str = ""
    horizon: Horizon = Horizon.NONE
    language: str = ""
    heard_from: HeardFrom = HeardFrom.NOT_STATED
    starred: bool = False
    to_verify: bool = False
    verified: bool = False
    addressee: str = ""
    responsible: str = ""
    due: str = ""
    figure: str = ""
    unit: str = ""
    source: str = ""
    answer: str = ""
    source_url: str = ""
    themes: tuple[TermSubject, ...] = ()
    decalogue: tuple[TermSubject, ...] = ()


@dataclass(frozen=True)
class CaseSubject:
    """A case study as it was drafted."""

    id: str
    title: str
    consent: Attribution = Attribution.NAMED
    session_rule: Attribution = Attribution.NAMED
    speaker_id: str = ""
    place: PlaceSubject | None = None
    country: str = ""
    section: str = ""
    challenge: str = ""
    objectives: str = ""
    measures: str = ""
    results: str = ""
    evidence: str = ""
    obstacles: str = ""
    lessons: str = ""
    period: str = ""
    links: str = ""
    contact: str = ""
    source_url: str = ""
    themes: tuple[TermSubject, ...] = ()


@dataclass(frozen=True)
class Material:
    """All that bears on one paper. ``people``, ``places`` and ``organisations`` are those of the whole library,
    ``notes`` all of the sessions that the paper is about, also those that it will not print."""

    language: str = "en"
    people: tuple[PersonSubject, ...] = ()
    notes: tuple[NoteSubject, ...] = ()
    cases: tuple[CaseSubject, ...] = ()
    places: tuple[PlaceSubject, ...] = ()
    organisations: tuple[OrganisationSubject, ...] = ()
    told_anyhow: tuple[str, ...] = ()
    """Names of bodies and places that the paper tells in any case, such as its hosts and partners."""
    audience: Audience = Audience.PUBLIC
    given_to: frozenset[str] = frozenset()
    """Ids of people whose own paper this is: it may name them to themselves, whatever they agreed to."""
    own_words: bool = False
    """Whether it also tells them what was noted of them, so that they can clear it: all but what is off the record."""
