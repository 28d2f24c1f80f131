"""What the cases' page and the command line read of case studies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CaseRow:
    """A case study in a list. ``kind``, ``phase``, ``status``, ``section``, ``territory`` and ``consent`` are codes.

    ``country`` and ``section`` are the case's own, or those of its city. ``themes``, ``decalogue``, ``sdgs`` and
    ``tags`` are labels. ``shared_on`` is an ISO date, empty when it was not shared.
    """

    id: str
    title: str
    city: str
    country: str
    section: str
    territory: str
    kind: str
    phase: str
    status: str
    consent: str
    session_id: str
    session: str
    speaker: str
    challenge: str
    measures: str
    results: str
    themes: tuple[str, ...]
    decalogue: tuple[str, ...]
    sdgs: tuple[str, ...]
    tags: tuple[str, ...]
    shared_on: str
    source_url: str


@dataclass(frozen=True)
class CaseDetail:
    """One case study as the editor shows it: the columns by name, and the ids of its terms by vocabulary.

    ``zone`` is that of its session, in which its moment is shown.
    """

    id: str
    label: str
    values: Mapping[str, Any]
    zone: str
