"""What settles an open thing with one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitator.domain.consent import (
    ATTRIBUTION_LABELS,
    ATTRIBUTION_MEANINGS,
    CONSENT_LABELS,
    CONSENT_MEANINGS,
    Attribution,
    Consent,
)
from facilitator.domain.identity import new_id
from facilitator.features.notes import commands
from facilitator.features.notes.commands.casing import MakeCase
from facilitator.features.notes.editing import fields
from facilitator.features.notes.opens.rows import Code, OpenNote, OpenPerson, OpenRow
from facilitator.storage.edits import SetFields
from facilitator.storage.records import PersonRecord
from facilitator.translation import tr

_LETTERS = {"named": "N", "by_role": "R", "chatham_house": "P", "off_the_record": "O"}
"""Those of Chatham House and off the record are the same as for a note that is typed."""


@dataclass(frozen=True)
class Choice:
    """A way to settle something: the letter that does it while the list has the focus, what it does in words, what that
    means, and the command."""

    letter: str
    words: str
    command: Any
    meaning: str = ""


def choices_of(code: Code, row: OpenRow) -> tuple[Choice, ...]:
    """The ways to settle a thing with one key, the most usual first; none where something must be typed."""
    if isinstance(row, OpenPerson):
        return _consents(row) if code is Code.CONSENT else _listing(row)
    if not isinstance(row, OpenNote):
        return ()
    if code is Code.QUOTE:
        return _attributions(row)
    if code is Code.FIGURE:
        values = {"verified": True, "to_verify": False}
        return (Choice("V", tr("The figure is verified"), _edit(row, "verified", values)),)
    if code is Code.DOUBT:
        return (Choice("V", tr("It is right as it stands"), _edit(row, "to_verify", {"to_verify": False})),)
    if code is Code.SPEAKER:
        voice = tr("Participants")
        return (Choice("P", tr("It was said by participants"), _edit(row, "voice", {"voice": voice})),)
    if code is Code.CASE:
        return (Choice("X", tr("Make a case record of it"), MakeCase(new_id(), (row.id,))),)
    return ()


def _attributions(row: OpenNote) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            letter,
            tr(ATTRIBUTION_LABELS[Attribution(value)]),
            _edit(row, "attribution", {"attribution": value}),
            tr(ATTRIBUTION_MEANINGS[Attribution(value)]),
        )
        for value, letter in _LETTERS.items()
    )


def _consents(row: OpenPerson) -> tuple[Choice, ...]:
    label = tr("Change the consent of {name}").format(name=row.name)
    return tuple(
        Choice(
            letter,
            tr(CONSENT_LABELS[Consent(value)]),
            SetFields(PersonRecord, row.id, {"consent": value}, label),
            tr(CONSENT_MEANINGS[Consent(value)]),
        )
        for value, letter in _LETTERS.items()
    )


def _listing(row: OpenPerson) -> tuple[Choice, ...]:
    label = tr("Keep {name} in the list of people").format(name=row.name)
    return (Choice("L", label, SetFields(PersonRecord, row.id, {"unlisted": False}, label)),)


def _edit(row: OpenNote, field: str, values: dict[str, Any]) -> Any:
    return commands.edit_note(row.id, tr(fields.LABELS[field]), values)
