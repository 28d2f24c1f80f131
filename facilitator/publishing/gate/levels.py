"""How much a paper may show of each person, note and case."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.consent import Disclosure, of_case, of_consent, of_note, of_person
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate.doubles import Doubles
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.subjects import Audience, Material


@dataclass(frozen=True)
class Levels:
    """The level of each row by its id. Logistics notes are off the record, whatever they say."""

    people: dict[str, Disclosure]
    notes: dict[str, Disclosure]
    cases: dict[str, Disclosure]
    doubled: frozenset[str] = frozenset()
    """People who may be someone under a stricter consent, and notes whose voice may be, by id."""


def levels_of(material: Material) -> Levels:
    """The levels of everything in the material; a person's level heeds what was noted of them and the
    cases they told."""
    doubles = Doubles(material)
    own = {person.id: doubles.strictest_of(person) for person in material.people}
    spoken: dict[str, list[Disclosure]] = {}
    bodies = _known_as_bodies(material)
    notes: dict[str, Disclosure] = {}
    for note in material.notes:
        level = of_note(note.attribution, note.session_rule, None)
        level = max(level, own.get(note.speaker_id, level), doubles.strictest_named_in(note.voice))
        if note.kind is NoteKind.LOGISTICS:
            notes[note.id] = Disclosure.OFF_THE_RECORD
        else:
            notes[note.id] = _to_themselves(note.speaker_id, level, material)
            for speaker_id in (note.speaker_id, *bodies.get(letters_of(note.voice), ())):
                spoken.setdefault(speaker_id, []).append(level)
    cases: dict[str, Disclosure] = {}
    for case in material.cases:
        level = of_case(case.consent, case.session_rule, None)
        cases[case.id] = max(level, own.get(case.speaker_id, level))
        spoken.setdefault(case.speaker_id, []).append(cases[case.id])
    return Levels(
        {
            person.id: max(
                own[person.id], of_person(person.consent, person.session_rule, spoken.get(person.id, []))
            )
            if material.audience is Audience.PUBLIC
            else _for_the_team(own[person.id])
            for person in material.people
        }
        | {person.id: Disclosure.NAMED for person in material.people if person.id in material.given_to},
        notes,
        cases,
        frozenset(
            [one.id for one in material.people if own[one.id] > of_consent(one.consent)]
            + [one.id for one in material.notes if doubles.strictest_named_in(one.voice) > Disclosure.NAMED]
        ),
    )


def _for_the_team(own: Disclosure) -> Disclosure:
    """What a working paper on who takes part may show: the consent is to what was said, and to publication."""
    return own if own is Disclosure.OFF_THE_RECORD else Disclosure.NAMED


def _to_themselves(speaker_id: str, level: Disclosure, material: Material) -> Disclosure:
    """The level of a note in the paper of its own speaker, who clears it there."""
    own = material.own_words and speaker_id in material.given_to
    return Disclosure.NAMED if own and level is not Disclosure.OFF_THE_RECORD else level


def _known_as_bodies(material: Material) -> dict[str, list[str]]:
    """The ids of people known by their body or office alone, by its folded letters: a note's voice may be theirs."""
    found: dict[str, list[str]] = {}
    for person in material.people:
        if not person.name:
            names = {person.office_title, person.place.name if person.place else ""}
            names |= {person.organisation.name} if person.organisation else set()
            for letters in filter(None, map(letters_of, names)):
                found.setdefault(letters, []).append(person.id)
    return found
