"""The history of a note in words: who changed what when, before and after. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facilitator.domain import moments
from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution
from facilitator.domain.vocabulary import HEARD_FROM_LABELS, HORIZON_LABELS, HeardFrom, Horizon
from facilitator.features.notes.wording import FIELD_LABELS, kind_words
from facilitator.storage.journal import EntryKind, RowVersion
from facilitator.translation import mark, tr

LABELS = FIELD_LABELS | {"session_id": mark("Session")}
"""The columns that people know of, in the order in which they are told; the place in a row of notes is none."""
TABLES = {
    "speaker_id": "person",
    "agenda_item_id": "agenda_item",
    "case_id": "case_study",
    "place_id": "place",
    "question_id": "guiding_question",
    "session_id": "learning_session",
}
_FLAGS = ("starred", "to_verify", "verified")
_CODES: Mapping[str, Mapping[str, str]] = {
    "attribution": {one.value: ATTRIBUTION_LABELS[one] for one in Attribution},
    "heard_from": {one.value: HEARD_FROM_LABELS[one] for one in HeardFrom},
    "horizon": {one.value: HORIZON_LABELS[one] for one in Horizon},
}

Naming = Callable[[str, str], str]
"""What a row of a table (by its id) is or was called."""


@dataclass(frozen=True)
class Difference:
    """One field that changed, in words; an empty text is told as such."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class HistoryStep:
    """What one change did to the note. ``made_at``: milliseconds since 1970-01-01 UTC. ``text`` is what the note said
    before, where that changed."""

    seq: int
    made_at: int
    author: str
    label: str
    differences: tuple[Difference, ...]
    text: str | None


def steps_of(
    versions: Sequence[RowVersion], now: Mapping[str, Any] | None, zone: str, naming: Naming
) -> list[HistoryStep]:
    """The steps of a note's history, latest first. ``now`` are its columns, None where it is deleted; ``zone`` is that
    of its session."""
    found, after = [], now
    for version in versions:
        before = version.before
        found.append(
            HistoryStep(
                version.entry.seq,
                version.entry.made_at,
                version.entry.author,
                _label(version),
                _differences(before, after, zone, naming) if before is not None and after is not None else (),
                before["text"] if before is not None and _changed(before, after, "text") else None,
            )
        )
        after = before
    return found


def with_terms(
    steps: Sequence[HistoryStep], links: Sequence[tuple[RowVersion, Mapping[str, Any]]], naming: Naming
) -> list[HistoryStep]:
    """The same with what was added to the terms of the note and taken away, where one change did both in one step."""
    found = {step.seq: step for step in steps}
    for version, link in links:
        entry, called = version.entry, naming("term", str(link["term_id"]))
        gone = version.operation == "delete"
        pair = (called, tr("empty")) if gone else (tr("empty"), called)
        new = HistoryStep(entry.seq, entry.made_at, entry.author, _label(version), (), None)
        step = found.get(entry.seq, new)
        told = (*step.differences, Difference(tr("Tags and themes"), *pair))
        found[entry.seq] = replace(step, differences=told)
    return sorted(found.values(), key=lambda step: step.seq, reverse=True)


def _label(version: RowVersion) -> str:
    words = {
        EntryKind.DO: "{label}",
        EntryKind.UNDO: tr("Undone: {label}"),
        EntryKind.REDO: tr("Done again: {label}"),
    }
    return words[version.entry.kind].format(label=version.entry.label)


def _changed(before: Mapping[str, Any], after: Mapping[str, Any] | None, name: str) -> bool:
    return after is None or before.get(name) != after.get(name)


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], zone: str, naming: Naming
) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            tr(label),
            _words(name, before.get(name), zone, naming),
            _words(name, after.get(name), zone, naming),
        )
        for name, label in LABELS.items()
        if _changed(before, after, name)
    )


def _words(name: str, value: Any, zone: str, naming: Naming) -> str:
    if name in _FLAGS:
        return tr("yes") if value else tr("no")
    if name == "kind":
        return kind_words(value or "")
    if value in (None, ""):
        return tr("empty")
    if name in TABLES:
        return naming(TABLES[name], str(value))
    if name == "began_at":
        return moments.typed(int(value), zone)
    if name in _CODES:
        return tr(_CODES[name].get(str(value), str(value)))
    return str(value)
