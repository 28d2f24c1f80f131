"""What is looked for in a paper: everywhere in it, and more strictly in what rests on a single note or case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.domain.consent import Disclosure
from facilitator.publishing.gate import identities
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.levels import Levels
from facilitator.publishing.gate.matcher import Sought, What
from facilitator.publishing.gate.names import name_spellings, name_words
from facilitator.publishing.gate.spellings import Sureness
from facilitator.publishing.gate.subjects import CaseSubject, Material, NoteSubject, PersonSubject

_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s+|\n+")
_QUOTABLE = 25
"""Letters from which on a sentence of a withheld note is looked for in all other texts."""
_BODY = re.compile(
    r"\b(?:associat|council|network|cit(?:y|ies)|government|united|participant|committee|federat|union|group|"
    r"alliance|foundation|forum|ministr|office|world|global|international|national|local|metropol|uclg|un\b|habitat)",
    re.IGNORECASE,
)


def everywhere(material: Material, levels: Levels) -> Iterator[Sought]:
    """What the paper must not tell anywhere, and the names that are harmless."""
    yield from _places_and_bodies(material)
    named = [person for person in material.people if levels.people[person.id] is Disclosure.NAMED]
    for person in named:
        for spelling in name_spellings(person):
            if spelling.sureness is Sureness.WHOLE:
                yield Sought(spelling, What.CLEARED, person.id)
    cleared_words = {word for person in named for word in name_words(person)}
    for person in material.people:
        if levels.people[person.id] is not Disclosure.NAMED:
            yield from _person(person, levels.people[person.id], cleared_words)
    for note in material.notes:
        if levels.notes[note.id] is not Disclosure.NAMED:
            yield from identities.by_name(_unknown_speaker(note, material), given=False)
        if not levels.notes[note.id].text_may_be_published:
            sentences = (note.text, note.answer, *_SENTENCE.split(note.text))
            texts = [text for text in sentences if len(letters_of(text)) >= _QUOTABLE]
            yield from identities.of_texts(texts, What.TEXT, note.id)


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
        yield from identities.of_texts((subject.voice, subject.responsible), What.ORGANISATION, subject.id)


def _person(person: PersonSubject, level: Disclosure, cleared_words: set[str]) -> Iterator[Sought]:
    for sought in identities.by_name(person, given=person.present):
        shared = sought.spelling.sureness is Sureness.WORD and sought.spelling.letters in cleared_words
        yield Sought(sought.spelling, What.DOUBTFUL, person.id) if shared else sought
    if level >= Disclosure.CHATHAM_HOUSE:
        yield from identities.by_office_and_place(person)


def _places_and_bodies(material: Material) -> Iterator[Sought]:
    names = [name for place in material.places for name in (*identities.place_names(place), place.country)]
    names += [name for body in material.organisations for name in identities.organisation_names(body)]
    return identities.of_texts(names, What.PLAIN)


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
