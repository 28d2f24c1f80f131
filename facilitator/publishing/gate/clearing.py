"""Clear people, notes and cases: what leaves here may be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.consent import Disclosure
from facilitator.domain.vocabulary import HeardFrom
from facilitator.publishing.document import Runs
from facilitator.publishing.gate.attribution import attribution_of
from facilitator.publishing.gate.cleared import (
    ClearedCase,
    ClearedNote,
    ClearedPerson,
    ClearedTerm,
    Finding,
    Severity,
)
from facilitator.publishing.gate.cutting import without
from facilitator.publishing.gate.levels import Levels, levels_of
from facilitator.publishing.gate.preflight import findings_of
from facilitator.publishing.gate.protection import Protection
from facilitator.publishing.gate.subjects import (
    CaseSubject,
    Material,
    NoteSubject,
    PersonSubject,
    TermSubject,
)
from facilitator.translation import mark, tr

_REPLACED = mark("A note tells what must not be told of someone; it was replaced in print.")


@dataclass(frozen=True)
class Clearance:
    """What may be printed, by id: notes and cases that may not are missing. ``findings`` say what was held back."""

    people: Mapping[str, ClearedPerson]
    notes: Mapping[str, ClearedNote]
    cases: Mapping[str, ClearedCase]
    protection: Protection = field(repr=False)
    findings: tuple[Finding, ...] = ()

    def prose(self, text: str, evidence: Sequence[str]) -> str | None:
        """A paragraph that rests on notes, cleaned; None when one of them may not be published or is unknown."""
        if any(note_id not in self.notes for note_id in evidence):
            return None
        return self.protection.clean(text, evidence).text

    def runs(self, runs: Runs, evidence: Sequence[str]) -> Runs | None:
        """The same for words in several looks: a name may begin in bold and end in plain letters. What is a link and
        holds what must not be told links nowhere."""
        if any(note_id not in self.notes for note_id in evidence):
            return None
        return without(runs, self.protection, evidence)


def of_nobody(language: str) -> Protection:
    """The protection of a paper that tells of nothing in a library, such as a card of keys."""
    return clear(Material(language)).protection


def clear(material: Material) -> Clearance:
    """Apply consent, attribution and the sessions' rules to everything in the material."""
    levels = levels_of(material)
    protection = Protection(material, levels)
    people = {person.id: person for person in material.people}
    notes = {
        note.id: _note(note, levels, people, protection)
        for note in material.notes
        if levels.notes[note.id].text_may_be_published
    }
    replaced = [
        Finding("replaced_in_note", Severity.WARNING, tr(_REPLACED), "note", note.id)
        for note in material.notes
        if note.id in notes and notes[note.id].text != note.text
    ]
    return Clearance(
        {person.id: _person(person, levels.people[person.id]) for person in material.people},
        notes,
        {
            case.id: _case(case, levels.cases[case.id], protection)
            for case in material.cases
            if levels.cases[case.id].text_may_be_published
        },
        protection,
        (*findings_of(material, levels), *replaced),
    )


def _person(person: PersonSubject, level: Disclosure) -> ClearedPerson:
    if level >= Disclosure.CHATHAM_HOUSE:
        return ClearedPerson(person.id, level, listed=False, gender=person.gender)
    named = level is Disclosure.NAMED
    return ClearedPerson(
        person.id,
        level,
        listed=True,
        name=person.name if named else "",
        office=person.office_title or person.office,
        role=person.role,
        organisation=person.organisation.name if person.organisation and (named or not person.place) else "",
        place=person.place.name if person.place else "",
        country=person.country or (person.place.country if person.place else ""),
        section=person.section,
        biography=person.biography if named else "",
        gender=person.gender,
    )


def _note(
    note: NoteSubject, levels: Levels, people: Mapping[str, PersonSubject], protection: Protection
) -> ClearedNote:
    level, speaker = levels.notes[note.id], people.get(note.speaker_id)

    def clean(text: str) -> str:
        return protection.clean(text, (note.id,)).text

    telling = level < Disclosure.CHATHAM_HOUSE
    own_words = speaker is not None and note.responsible.strip().casefold() == speaker.name.strip().casefold()
    return ClearedNote(
        note.id,
        note.kind,
        clean(note.text),
        attribution_of(note, speaker, level),
        place=note.place.name if note.place and telling else "",
        horizon=note.horizon,
        language=note.language if telling else "",
        heard_from=note.heard_from if telling else HeardFrom.NOT_STATED,
        starred=note.starred,
        to_verify=note.to_verify,
        verified=note.verified,
        addressee=clean(note.addressee),
        responsible="" if own_words else clean(note.responsible),
        due=clean(note.due),
        figure=clean(note.figure),
        unit=clean(note.unit),
        source=clean(note.source),
        answer=clean(note.answer),
        source_url=note.source_url if telling else "",
        case_id=note.case_id if telling else "",
        themes=_terms(note.themes),
        decalogue=_terms(note.decalogue),
        level=level,
    )


def _case(case: CaseSubject, level: Disclosure, protection: Protection) -> ClearedCase:
    def clean(text: str) -> str:
        return protection.clean(text, (case.id,)).text

    telling = level < Disclosure.CHATHAM_HOUSE
    return ClearedCase(
        case.id,
        clean(case.title),
        place=case.place.name if case.place and telling else "",
        country=(case.country or (case.place.country if case.place else "")) if telling else "",
        section=case.section if telling else "",
        challenge=clean(case.challenge),
        objectives=clean(case.objectives),
        measures=clean(case.measures),
        results=clean(case.results),
        evidence=clean(case.evidence),
        obstacles=clean(case.obstacles),
        lessons=clean(case.lessons),
        period=clean(case.period),
        links=case.links if telling else "",
        contact=case.contact if level is Disclosure.NAMED else "",
        source_url=case.source_url if telling else "",
        themes=_terms(case.themes),
    )


def _terms(terms: Iterable[TermSubject]) -> tuple[ClearedTerm, ...]:
    return tuple(ClearedTerm(term.code, term.label) for term in terms)
