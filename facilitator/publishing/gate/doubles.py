"""Who may be whom: the same person under two spellings, of whom one row says less than the other.

An agenda or a note may name "Ms Zelvorin" whom the list of people holds as "Quentara Zelvorin", off the record. As long
as nobody has said that they are two, the stricter consent holds for both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from facilitator.domain.consent import Consent, Disclosure, of_consent
from facilitator.publishing.gate import identities
from facilitator.publishing.gate.everyday import is_everyday
from facilitator.publishing.gate.folding import fold, letters_of, pieces_of
from facilitator.publishing.gate.matcher import Matcher
from facilitator.publishing.gate.names import written_names
from facilitator.publishing.gate.subjects import Material, PersonSubject
from facilitator.publishing.gate.titles import (
    GENERIC_OFFICES,
    HONORIFICS,
    LINKS,
    OFFICE_WORDS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)

_SEGMENTS = re.compile(r"[,;/&|()\[\]<>\n:–—+]| - | and | et | y | with | avec | con ", re.IGNORECASE)
_LONGEST = 400
"""Signs of a text that may still be the name of someone."""
_BESIDE_NAMES = (
    TITLES | HONORIFICS | SUFFIXES | GENERIC_OFFICES
    | {letters_of(word) for offices in OFFICE_WORDS.values() for office in offices for word in office.split()}
    | {letters_of(word) for link in LINKS for word in link.split()}
    | {"from", "he", "she", "her", "his"}
)  # fmt: skip
Words = tuple[str, ...]


class Doubles:
    """Finds the people whose consent is not plain "named" in texts that may name them."""

    def __init__(self, material: Material) -> None:
        self._by_word: dict[str, list[tuple[Words, PersonSubject]]] = defaultdict(list)
        self._by_name: dict[str, list[PersonSubject]] = defaultdict(list)
        for person in material.people:
            for name in written_names(person):
                words = _words(name)
                for turn in {words[at:] + words[:at] for at in range(min(len(words), 6))}:
                    self._by_name["".join(turn)].append(person)
                if person.consent is not Consent.NAMED:
                    for word in words:
                        self._by_word[word].append((words, person))
        offices = (
            one
            for person in material.people
            if of_consent(person.consent) >= Disclosure.CHATHAM_HOUSE
            for one in identities.by_office_and_place(person)
        )
        self._offices = Matcher(offices)
        self._people = {person.id: person for person in material.people}

    def strictest_of(self, person: PersonSubject) -> Disclosure:
        """What may be shown of a person, heeding the consent of all rows that may be the same person."""
        found = [of_consent(person.consent)]
        for name in written_names(person):
            same = self._by_name.get("".join(_words(name)), ())
            found += [of_consent(other.consent) for other in same]
            if person.consent is Consent.NOT_ASKED:
                found += [of_consent(other.consent) for other in self._meant_by(name)]
        return max(found)

    def strictest_named_in(self, voice: str) -> Disclosure:
        """What may be shown of whoever a text, which says who spoke, may name."""
        if not voice.strip():
            return Disclosure.NAMED
        found = [of_consent(person.consent) for person in self._meant_by(voice)]
        if len(voice) <= _LONGEST:
            for find in self._offices.find(fold(voice)):
                found.append(of_consent(self._people[find.sought.row_id].consent))
        return max(found, default=Disclosure.NAMED)

    def _meant_by(self, text: str) -> Iterator[PersonSubject]:
        if len(text) > _LONGEST:
            return
        segments = [text, *_SEGMENTS.split(text)] if _SEGMENTS.search(text) else [text]
        for segment in segments:
            words = _words(segment)
            for other in self._by_name.get("".join(words), ()):
                if other.consent is not Consent.NAMED:
                    yield other
            seen = set()
            for word in words:
                for name, person in self._by_word.get(word, ()) if len(word) > 1 else ():
                    if (name, person.id) not in seen and _fits(words, name, titled=words != _pieces(segment)):
                        yield person
                    seen.add((name, person.id))


def _fits(written: Words, name: Words, *, titled: bool) -> bool:
    """Whether what is written may be the name: all of the name, or nothing but words and initials of it."""
    main = [word for word in name if word not in PARTICLES] or list(name)
    if len(main) > 1 and set(main) <= set(written):
        return True
    whole = [word for word in written if len(word) > 1 and word not in PARTICLES]
    hits = {word for word in whole if word in main}
    if not hits or any(word not in main for word in whole):
        return False
    initials = [word for word in written if len(word) == 1]
    if len(hits) == 1 and len(main) > 1:
        others = {word[0] for word in main if word not in hits}
        if initials:
            return initials[0] in others or initials[-1] in others
        return titled or not is_everyday(next(iter(hits)))
    return True


@lru_cache(maxsize=20_000)
def _pieces(text: str) -> Words:
    return tuple(piece for word in text.split() for piece in pieces_of(word))


@lru_cache(maxsize=20_000)
def _words(text: str) -> Words:
    """The folded words without titles and offices; all of them where nothing else is left."""
    words = _pieces(text)
    return tuple(word for word in words if word not in _BESIDE_NAMES) or words
