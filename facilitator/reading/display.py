"""What a working display, such as the screen in the room, may show of a session: everyone is named but those who are
off the record, as on the run sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent
from facilitator.domain.naming import person_label
from facilitator.domain.vocabulary import Vocabulary
from facilitator.publishing.gate import ClearedPerson, clear
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.subjects import Audience, Material, PersonSubject
from facilitator.reading.held import Held
from facilitator.reading.library import Library, read_library
from facilitator.storage.records import LearningSessionRecord
from facilitator.translation import current_language, tr

_KEPT = 512
_LEAST_LETTERS = 2


@dataclass(frozen=True)
class Called:
    """A person as a display may show them: ``name`` is never empty, ``about`` is their office and place."""

    name: str
    about: str = ""


@dataclass(frozen=True)
class Display:
    """How a session and those in it may be shown. ``title`` is the session's, ``clean`` gives a text without the names
    that must not be seen."""

    title: str
    clean: Callable[[str], str] = field(repr=False)
    segments: dict[str, str] = field(repr=False)
    """What kinds of segments are called, by code."""
    _people: dict[str, ClearedPerson] = field(repr=False)
    _roles: dict[tuple[str, str], str] = field(repr=False)

    def knows(self, person_id: str) -> bool:
        """Whether the person was looked up; who was given the floor since then was not."""
        return person_id in self._people

    def called(self, person_id: str, item_id: str) -> Called:
        """A person on an item: by name, or by role alone where they are off the record or nobody knows them."""
        person = self._people.get(person_id)
        if person is None or not person.listed:
            role = self._roles.get((person_id, item_id)) or self._roles.get((person_id, ""))
            return Called(role or tr("Speaker"))
        place = person.place or person.organisation or person.country
        office = person.office
        parts = (office, "" if place and place in office else place)
        if person.name:
            return Called(person.name, ", ".join(filter(None, parts)))
        return Called(person_label("", office, place))


def read_display(session: Session, held: Held) -> Display:
    """How what is or was held may be shown."""
    plan = held.plan
    library = read_library(session)
    record = session.get(LearningSessionRecord, plan.session_id)
    title = (record.title or record.label) if record else plan.session
    material = Material(
        current_language(),
        tuple(_concerned(library, held, title)),
        places=tuple(library.places.values()),
        organisations=tuple(library.organisations.values()),
        audience=Audience.TEAM,
    )
    clearance = clear(material)

    @lru_cache(maxsize=_KEPT)
    def clean(text: str) -> str:
        return clearance.protection.clean(text).text

    return Display(clean(title), clean, _labels(library), dict(clearance.people), _roles(held, library))


def _concerned(library: Library, held: Held, title: str) -> Iterator[PersonSubject]:
    """Those who take part, and of all others in the library those whose names must not be seen and may stand in a text
    that is shown, or be names of someone who takes part. It would take seconds to look for thousands of names."""
    plan = held.plan
    there = {one.person_id for one in plan.appearances} | {event.person_id for event in held.events}
    names = (f"{one.name} {one.sort_name}" for one in library.people if one.id in there)
    texts = (title, *(item.title for item in plan.items), *(group.name for group in plan.groups))
    letters = letters_of(" ".join((*texts, *names)))
    for person in library.people:
        if person.id in there:
            yield replace(person, present=True)
        elif person.consent is Consent.OFF_THE_RECORD:
            words = " ".join((person.name, person.sort_name, *person.also_written)).split()
            if any(found in letters for word in words if len(found := letters_of(word)) >= _LEAST_LETTERS):
                yield person


def _labels(library: Library) -> dict[str, str]:
    wanted = Vocabulary.SEGMENT.value
    return {code: tr(label) for (vocabulary, code), label in library.labels.items() if vocabulary == wanted}


def _roles(held: Held, library: Library) -> dict[tuple[str, str], str]:
    """The labels of roles by person and item; by the person alone the first one of them."""
    found: dict[tuple[str, str], str] = {}
    for one in held.plan.appearances:
        # What somebody wrote as a role may name the person: only a term of the vocabulary is shown.
        if role := library.labels.get((Vocabulary.ROLE.value, one.role)):
            found.setdefault((one.person_id, one.item_id), tr(role))
            found.setdefault((one.person_id, ""), tr(role))
    return found
