"""What the people's page and the command line read of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.reading.zones import PersonZone


@dataclass(frozen=True)
class PersonRow:
    """A person in a list. ``country`` and ``section`` are the person's own, or those of the city.

    ``office``, ``section`` and ``gender`` are codes, ``consent`` a ``Consent``; ``label`` is the name, or office and
    city where no name is known. ``sessions`` are the labels of the sessions in which the person appears or speaks.
    """

    id: str
    label: str
    name: str
    sort_name: str
    office: str
    office_label: str
    office_title: str
    organisation: str
    city: str
    country: str
    section: str
    section_label: str
    gender: str
    consent: str
    unlisted: bool
    sessions: tuple[str, ...]


@dataclass(frozen=True)
class PersonDetail:
    """One person as the editor shows it: the columns by name. ``assumed_zone`` is what the place tells of the zone."""

    id: str
    label: str
    values: Mapping[str, Any]
    assumed_zone: PersonZone


@dataclass(frozen=True)
class TraceRow:
    """Where a person was: an appearance on an agenda (``agenda``) or a note of what they said (``notes``).

    ``id`` is that of the agenda item or the note; empty for an appearance in a session as a whole.
    """

    id: str
    stage: str
    session_id: str
    session: str
    what: str
    text: str
