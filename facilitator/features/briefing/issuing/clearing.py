"""Take what is attributed to one person through the gate, for that person to read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.briefing.marking import runs_of
from facilitator.features.briefing.snapshot import Snapshot
from facilitator.publishing.document import Runs
from facilitator.publishing.gate import Clearance, ClearedNote, ClearedPerson, Protection, clear
from facilitator.reading.facts import SessionFacts


@dataclass(frozen=True)
class OwnWords:
    """Something a person said, with the time of day in the session's zone. ``line`` is who would be told in print as
    things stand, part by part, and None where it is withheld until it is settled."""

    note: ClearedNote
    minute: str
    line: tuple[str, ...] | None


@dataclass(frozen=True)
class Sheet:
    """All that is attributed to one person, cleared for them alone. ``told`` are the paragraphs of the stored paper
    that rest on their words and say more or less than those; ``kept`` is how many notes are off the record, in no
    paper. ``person`` is None for the paper that is nobody's own."""

    language: str
    session: SessionFacts
    person: ClearedPerson | None
    words: tuple[OwnWords, ...]
    told: tuple[Runs, ...]
    kept: int
    protection: Protection = field(repr=False)
    apart: str = ""
    """What ends the file name where another one would be the same."""


def clear_sheet(snapshot: Snapshot, minutes: Mapping[str, str], person_id: str) -> Sheet:
    """The sheet of a person; that of nobody, with no words, for an empty id. ``minutes`` are the times of notes."""
    mine = frozenset({person_id} if person_id else ())
    material = dataclasses.replace(snapshot.material, given_to=mine, own_words=True)
    own, public = clear(material), clear(snapshot.material)
    spoken = [note for note in material.notes if person_id and note.speaker_id == person_id]
    spoken = [note for note in spoken if note.kind is not NoteKind.LOGISTICS]
    return Sheet(
        material.language,
        snapshot.session,
        own.people.get(person_id),
        tuple(
            OwnWords(own.notes[one.id], minutes.get(one.id, ""), _line(public.notes.get(one.id)))
            for one in spoken
            if one.id in own.notes
        ),
        tuple(_told(snapshot, own, {note.id for note in spoken})),
        sum(note.id not in own.notes for note in spoken),
        own.protection,
    )


def _line(printed: ClearedNote | None) -> tuple[str, ...] | None:
    return printed.attribution if printed else None


def _told(snapshot: Snapshot, own: Clearance, spoken: set[str]) -> Iterator[Runs]:
    texts = {own.notes[one].text for one in spoken if one in own.notes}
    for section in snapshot.sections or ():
        for paragraph in section.paragraphs:
            if spoken.isdisjoint(paragraph.evidence) or paragraph.text in texts:
                continue
            if runs := own.runs(runs_of(paragraph.text, paragraph.spans), paragraph.evidence):
                yield runs
