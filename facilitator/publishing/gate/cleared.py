"""What comes out of the gate. Reports are made of these alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.consent import Disclosure
from facilitator.domain.vocabulary import Gender, HeardFrom, Horizon, NoteKind
from facilitator.publishing.document import Document
from facilitator.translation import tr


class Severity(StrEnum):
    """How much a finding matters before a paper is published."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """Something to know before publishing. ``message`` is in the language of the screens and names nobody;
    ``table`` and ``row_id`` say which row of the library it concerns, and are empty for the paper as a whole."""

    code: str
    severity: Severity
    message: str
    table: str = ""
    row_id: str = ""
    session_id: str = ""


@dataclass(frozen=True)
class ClearedTerm:
    """A theme or Decalogue point."""

    code: str
    label: str


@dataclass(frozen=True)
class ClearedPerson:
    """What a list may show of a person; what it may not show is empty. ``listed`` is False for those who may be
    counted and not shown."""

    id: str
    level: Disclosure
    listed: bool
    name: str = ""
    office: str = ""
    role: str = ""
    organisation: str = ""
    place: str = ""
    country: str = ""
    section: str = ""
    biography: str = ""
    gender: Gender = Gender.NOT_STATED
    """For counting only."""


@dataclass(frozen=True)
class ClearedNote:
    """A note that may be published, in the words and with the attribution that it may have."""

    id: str
    kind: NoteKind | None
    text: str
    attribution: tuple[str, ...]
    """Who said it, part by part: name, office, place; empty when nobody may be told."""
    place: str = ""
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
    case_id: str = ""
    themes: tuple[ClearedTerm, ...] = ()
    decalogue: tuple[ClearedTerm, ...] = ()
    level: Disclosure = Disclosure.NAMED
    """How much of it may be told: the strictest of the note, the rule it was taken under, and its speaker."""


@dataclass(frozen=True)
class ClearedCase:
    """A case that may be published; ``place`` and ``country`` are empty when its city may not be told."""

    id: str
    title: str
    place: str = ""
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
    themes: tuple[ClearedTerm, ...] = ()


@dataclass(frozen=True)
class ClearedDocument:
    """A paper in which nobody is named who may not be: only ``gate.seal`` makes it, only ``export.render`` opens it."""

    sealed: Document
    findings: tuple[Finding, ...] = ()

    def with_findings(self, findings: Iterable[Finding]) -> ClearedDocument:
        """The same paper, with what was found before it was built told first."""
        return dataclasses.replace(self, findings=(*findings, *self.findings))

    def of_session(self, name: str) -> ClearedDocument:
        """The same paper, each finding beginning with what its session is called on the screens."""
        told = tr("{session}: {finding}")
        findings = (
            dataclasses.replace(one, message=told.format(session=name, finding=one.message))
            for one in self.findings
        )
        return dataclasses.replace(self, findings=tuple(findings))

    @property
    def stem(self) -> str:
        """A safe file name for the paper, without its ending."""
        return self.sealed.stem
