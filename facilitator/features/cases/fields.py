"""The fields of a case study: their labels, their groups, and the control that each needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.errors import Refused
from facilitator.domain.vocabulary import CASE_KIND_LABELS, CASE_PHASE_LABELS, CASE_STATUS_LABELS
from facilitator.kit.fields import ChoiceField, Field, LineField, TextField
from facilitator.kit.reference import ReferenceField
from facilitator.kit.shapes import consent_icon
from facilitator.kit.terms import TermField
from facilitator.translation import mark, tr

LABELS = {
    "title": mark("Title"),
    "place_id": mark("City or territory"),
    "country": mark("Country"),
    "section": mark("Section"),
    "territory": mark("Type of territory"),
    "population": mark("Population"),
    "kind": mark("Kind"),
    "phase": mark("Phase"),
    "status": mark("Status"),
    "period": mark("Period"),
    "challenge": mark("Challenge"),
    "objectives": mark("Objectives"),
    "measures": mark("Measures"),
    "target_groups": mark("Target groups"),
    "actors": mark("Actors"),
    "resources": mark("Resources"),
    "results": mark("Results"),
    "evidence": mark("Evidence of the results"),
    "obstacles": mark("Obstacles"),
    "lessons": mark("Lessons for others"),
    "theme": mark("Themes"),
    "sdg": mark("SDGs"),
    "decalogue": mark("Decalogue points"),
    "tag": mark("Tags"),
    "session_id": mark("Session"),
    "speaker_id": mark("Heard from"),
    "heard_at": mark("Moment it was heard"),
    "consent": mark("May be published"),
    "shared_on": mark("Shared on"),
    "links": mark("Links"),
    "contact": mark("Contact"),
    "source_url": mark("Source"),
}
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("title", "place_id", "country", "section", "territory", "population")),
    (mark("What it is"), ("kind", "phase", "period", "status", "theme", "tag", "sdg", "decalogue")),
    (mark("What was done"), ("challenge", "objectives", "measures", "target_groups", "actors", "resources")),
    (mark("What came of it"), ("results", "evidence", "obstacles", "lessons")),
    (mark("Heard in"), ("session_id", "speaker_id", "heard_at")),
    (mark("Publication"), ("consent", "shared_on", "links", "contact", "source_url")),
)
HINTS = {
    "shared_on": mark("The day on which it was shared with Cities for Global Health; empty when it was not.")
}
CODED = ("section", "territory")
"""Columns that hold the code of a term."""
LINKED = ("place_id", "session_id", "speaker_id")
TERMS = ("theme", "sdg", "decalogue", "tag")

# The keys of a Mapping are invariant: one of CaseKind is none of StrEnum to the checker.
_FIXED: Mapping[str, Mapping[StrEnum, str]] = {
    "kind": CASE_KIND_LABELS,  # type: ignore[dict-item]  # an enumeration of texts is a text
    "phase": CASE_PHASE_LABELS,  # type: ignore[dict-item]  # an enumeration of texts is a text
    "status": CASE_STATUS_LABELS,  # type: ignore[dict-item]  # an enumeration of texts is a text
    "consent": ATTRIBUTION_LABELS,  # type: ignore[dict-item]  # an enumeration of texts is a text
}
_LINES = {"challenge": 3, "measures": 4, "results": 3, "lessons": 3, "objectives": 2, "links": 2}
_TEXTS = {"target_groups", "actors", "resources", "evidence", "obstacles", *_LINES}


def make(name: str) -> Field:
    """The control of a column."""
    if name in TERMS:
        return TermField(adding=mark("Add tag “{name}”") if name == "tag" else "")
    if name in LINKED:
        adding = {"place_id": mark("Add “{name}”"), "speaker_id": mark("Add person “{name}”")}
        return ReferenceField(adding=adding.get(name, ""))
    if name in CODED:
        return ChoiceField()
    if name in _FIXED:
        field = ChoiceField([(value.value, tr(label)) for value, label in _FIXED[name].items()])
        if name == "consent":
            for number, value in enumerate(_FIXED[name]):
                field.setItemIcon(number, consent_icon(value.value))
        return field
    if name in _TEXTS:
        return TextField(lines=_LINES.get(name, 2))
    if name == "population":
        return LineField(parse_count, show_count)
    if name == "shared_on":
        return LineField(parse_date, lambda value: show_date(str(value or "")))
    return LineField()


def parse_count(text: str) -> int | None:
    """A number of people with whatever stands between the thousands; None for an empty text. Raises ``Refused``."""
    wanted = text.strip()
    if not wanted:
        return None
    digits = re.sub(r"[\s.,'’\u00a0\u202f]", "", wanted)
    if not re.fullmatch(r"[\d\s.,'’\u00a0\u202f]+", wanted) or not digits.isdecimal() or len(digits) > 12:
        raise Refused(
            tr("“{text}” can't be read as a number of people.").format(text=wanted),
            tr("It is written like 1 620 000 or 1620000."),
            tr("Nothing was changed."),
        )
    return int(digits)


def show_count(value: object) -> str:
    """A number with narrow spaces between the thousands."""
    return "" if not isinstance(value, int) else f"{value:,}".replace(",", "\u202f")
