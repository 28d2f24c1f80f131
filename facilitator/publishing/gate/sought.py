"""What is looked for in a paper: everywhere in it, and more strictly in what rests on a single note or case."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facilitator.domain.consent import Disclosure, of_consent
from facilitator.publishing.gate import identities
from facilitator.publishing.gate.finds import Sought, What
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.levels import Levels
from facilitator.publishing.gate.names import name_spellings, name_words, surnames
from facilitator.publishing.gate.spellings import Sureness, words_of
from facilitator.publishing.gate.subjects import CaseSubject, Material, NoteSubject, PersonSubject

_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s+|\n+")
_QUOTABLE = 20
"""Letters from which on a sentence of a withheld note is looked for in all other texts."""
_BODY = re.compile(
    r"\b(?:associat|council|network|cit(?:y|ies)|government|united|participant|committee|federat|union|group|"
    r"alliance|foundation|forum|ministr|office|world|global|international|national|local|metropol|uclg|un\b|habitat)",
    re.IGNORECASE,
)


def everywhere(material: Material, levels: Levels) -> Iterator[Sought]:
    """What the paper must not tell anywhere, and the names that are harmless."""
    yield from _places_and_bodies(material, levels)
    named = [person for person in material.people if levels.people[person.id] is Disclosure.NAMED]
    for person in named:
        for spelling in name_spellings(person):
            if spelling.sureness is Sureness.WHOLE:
                yield Sought(spelling, What.CLEARED, person.id)
    cleared_words = {word for person in named for word in name_words(person)}
    told = _told(material, levels)
    for person in material.people:
        level = levels.people[person.id]
        if level is not Disclosure.NAMED:
            yield from _name(person, cleared_words)
            beside = _beside_name(person, level)
            yield from (one for one in beside if one.spelling.beside or one.spelling.letters not in told)
    for one in _whereabouts(material, levels):
        if one.spelling.letters not in told:
            yield one
    open_ = {note.source for note in material.notes if levels.notes[note.id].text_may_be_published}
    for note in material.notes:
        if levels.notes[note.id] is not Disclosure.NAMED:
            yield from identities.by_name(_unknown_speaker(note, material), given=False)
        if not levels.notes[note.id].text_may_be_published:
            yield from _withheld_texts(note)
            if note.source not in open_ and len(letters_of(note.source)) >= _QUOTABLE:
                yield from identities.of_texts((note.source,), What.TEXT, note.id)
    for case in material.cases:
        if not levels.cases[case.id].text_may_be_published:
            yield from _withheld_texts(case)


def _withheld_texts(subject: NoteSubject | CaseSubject) -> Iterator[Sought]:
    """What a note or case that may not be published says, whole and sentence by sentence."""
    if isinstance(subject, NoteSubject):
        whole = [subject.text, subject.answer, subject.figure, subject.addressee, subject.responsible]
    else:
        whole = [
            subject.title, subject.challenge, subject.objectives, subject.measures, subject.results,
            subject.evidence, subject.obstacles, subject.lessons,
        ]  # fmt: skip
    texts = [*whole, *(sentence for text in whole for sentence in _SENTENCE.split(text))]
    long = (text for text in texts if len(letters_of(text)) >= _QUOTABLE)
    yield from identities.of_texts(long, What.TEXT, subject.id)


def _whereabouts(material: Material, levels: Levels) -> Iterator[Sought]:
    """The places and bodies of notes and cases under the Chatham House rule that no person stands for."""
    for note in material.notes:
        if levels.notes[note.id] is Disclosure.CHATHAM_HOUSE:
            yield from identities.of_place(note.place, note.place.country if note.place else "", note.id)
            yield from identities.of_words((note.voice,), What.ORGANISATION, note.id)
    for case in material.cases:
        if levels.cases[case.id] is Disclosure.CHATHAM_HOUSE:
            yield from identities.of_place(case.place, case.place.country if case.place else "", case.id)
            yield from identities.of_place(None, case.country, case.id)


def within(
    subject: NoteSubject | CaseSubject, level: Disclosure, speaker: PersonSubject | None
) -> Iterator[Sought]:
    """What must not be told in the words of one note or case, besides what holds everywhere."""
    if level is Disclosure.NAMED:
        return
    if speaker:
        yield from identities.by_name(speaker, given=True)
    if level < Disclosure.CHATHAM_HOUSE:
        return
    if speaker:
        yield from identities.by_anything(speaker)
    yield from identities.of_place(subject.place, subject.place.country if subject.place else "", subject.id)
    if isinstance(subject, CaseSubject):
        yield from identities.of_place(None, subject.country, subject.id)
    else:
        bodies = (subject.voice, subject.responsible)
        yield from identities.of_texts(bodies, What.ORGANISATION, subject.id)
        yield from identities.of_words(bodies, What.ORGANISATION, subject.id)


def _name(person: PersonSubject, cleared_words: set[str]) -> Iterator[Sought]:
    for sought in identities.by_name(person, given=person.present):
        shared = sought.spelling.sureness is Sureness.WORD and sought.spelling.letters in cleared_words
        yield Sought(sought.spelling, What.DOUBTFUL, person.id) if shared else sought
        if sought.spelling.everyday and not shared:
            alone = dataclasses.replace(sought.spelling, everyday=False, capital=0, sureness=Sureness.WORD)
            yield Sought(alone, What.DOUBTFUL, person.id)


def _beside_name(person: PersonSubject, level: Disclosure) -> Iterator[Sought]:
    """Office and place together of all who may not even be told by role; each alone, too, for Chatham House and for
    who wants it so. A person whose only quote waits for clearance does not make a whole city unspeakable."""
    if level >= Disclosure.CHATHAM_HOUSE:
        yield from identities.by_office_and_place(person)
    if level is Disclosure.CHATHAM_HOUSE or of_consent(person.consent) >= Disclosure.CHATHAM_HOUSE:
        yield from identities.by_whereabouts(person)


def _told(material: Material, levels: Levels) -> set[str]:
    """Places, bodies and offices, as bare letters, that the paper may tell because someone or something else has them.

    Of everyone else, place, body and office stand nowhere in it.
    """
    found = list(material.told_anyhow)
    open_ = [one for one in material.people if one.present and levels.people[one.id] <= Disclosure.BY_ROLE]
    for person in open_:
        found += [*identities.country_names(person.country), *identities.titles(person)]
        found += identities.organisation_names(person.organisation)
    places = [person.place for person in open_]
    places += [note.place for note in material.notes if levels.notes[note.id] <= Disclosure.BY_ROLE]
    for case in material.cases:
        if levels.cases[case.id] <= Disclosure.BY_ROLE:
            places.append(case.place)
            found += identities.country_names(case.country)
    for place in filter(None, places):
        found += [*identities.place_names(place), *identities.country_names(place.country)]
    words = [word for text in found for word in identities.distinctive_words(text)]
    return {letters_of(text) for text in (*found, *words)}


def _places_and_bodies(material: Material, levels: Levels) -> Iterator[Sought]:
    places = [name for place in material.places for name in (*identities.place_names(place), place.country)]
    bodies = [name for body in material.organisations for name in identities.organisation_names(body)]
    own = {name for person in material.people for name in _named_after(person, levels)}
    hidden = [person for person in material.people if levels.people[person.id] is not Disclosure.NAMED]
    families = {word for person in hidden for word in surnames(person)}
    theirs = {name for person in hidden for name in identities.place_names(person.place)
              if any(word.letters in surnames(person) for word in words_of(name))}  # fmt: skip
    told = _told(material, levels)
    bodies = [name for name in bodies if name not in own and not _holds(name, families)]
    places = [
        name
        for name in places
        if name not in theirs and (letters_of(name) in told or not _holds(name, families))
    ]
    yield from identities.of_texts(places, What.ELSEWHERE)
    yield from identities.of_texts(bodies, What.PLAIN)


def _holds(name: str, families: set[str]) -> bool:
    return any(word.letters in families for word in words_of(name))


def _named_after(person: PersonSubject, levels: Levels) -> list[str]:
    """The names of a person's own body that tell the name of the person, who may not be named."""
    if levels.people[person.id] is Disclosure.NAMED or person.organisation is None:
        return []
    words = name_words(person)
    return [
        name
        for name in identities.organisation_names(person.organisation)
        if any(word.letters in words and len(word.letters) > 2 for word in words_of(name))
    ]


def _unknown_speaker(note: NoteSubject, material: Material) -> PersonSubject:
    """The voice of a restricted note where it looks like the name of a person whom the library does not hold."""
    words = note.voice.split()
    bodies = {
        letters_of(name) for body in material.organisations for name in identities.organisation_names(body)
    }
    personal = (
        2 <= len(words) <= 4
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not _BODY.search(note.voice)
        and letters_of(note.voice) not in bodies
    )
    return PersonSubject(note.id, note.voice if personal else "")
