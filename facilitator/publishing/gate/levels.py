"""How much a paper may show of each person, note and case."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.consent import Disclosure, of_case, of_note, of_person
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate.subjects import CaseSubject, Material, NoteSubject, PersonSubject


@dataclass(frozen=True)
class Levels:
    """The level of each row by its id. Logistics notes are off the record, whatever they say."""

    people: dict[str, Disclosure]
    notes: dict[str, Disclosure]
    cases: dict[str, Disclosure]


def levels_of(material: Material) -> Levels:
    """The levels of everything in the material; a person's level heeds what was noted of them and the
    cases they told."""
    people = {person.id: person for person in material.people}
    spoken: dict[str, list[Disclosure]] = {}
    notes: dict[str, Disclosure] = {}
    for note in material.notes:
        level = _of_note(note, people.get(note.speaker_id))
        if note.kind is NoteKind.LOGISTICS:
            notes[note.id] = Disclosure.OFF_THE_RECORD
        else:
            notes[note.id] = level
            spoken.setdefault(note.speaker_id, []).append(level)
    cases = {case.id: _of_case(case, people.get(case.speaker_id)) for case in material.cases}
    for case in material.cases:
        spoken.setdefault(case.speaker_id, []).append(cases[case.id])
    return Levels(
        {
            person.id: of_person(person.consent, person.session_rule, spoken.get(person.id, []))
            for person in material.people
        },
        notes,
        cases,
    )


def _of_note(note: NoteSubject, speaker: PersonSubject | None) -> Disclosure:
    return of_note(note.attribution, note.session_rule, speaker.consent if speaker else None)


def _of_case(case: CaseSubject, speaker: PersonSubject | None) -> Disclosure:
    return of_case(case.consent, case.session_rule, speaker.consent if speaker else None)
