"""What the signs ``@`` and ``#`` can mean in a session: the people and the terms that the library holds. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from facilitator.domain.consent import CONSENT_LABELS, Consent
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage.choices import Choices, Term
from facilitator.translation import mark, tr

PERSON, TERM = "@", "#"
_MOST = 20
_VOCABULARIES = {
    Vocabulary.TAG.value: mark("Tag"),
    Vocabulary.THEME.value: mark("Theme"),
    Vocabulary.DECALOGUE.value: mark("Decalogue {code}"),
    Vocabulary.SDG.value: mark("SDG {code}"),
}
_ORDER = list(_VOCABULARIES)
_NUMBERED = (Vocabulary.DECALOGUE.value, Vocabulary.SDG.value)

Row = TypeVar("Row")


@dataclass(frozen=True)
class Suggestion:
    """What a sign could mean: a row, or one to be added (``row_id`` empty). ``begins``: what was typed begins it, so
    that Enter takes it. ``consent`` is a person's."""

    sign: str
    row_id: str
    name: str
    detail: str = ""
    consent: str = ""
    begins: bool = False


@dataclass(frozen=True)
class Completions:
    """People by name, terms by name or number; letters are compared without case and accents."""

    people: Choices
    consents: Mapping[str, Consent]
    terms: Sequence[Term]

    def suggest(self, sign: str, typed: str, first: Sequence[str] = ()) -> list[Suggestion]:
        """The suggestions for what was typed behind a sign, ``first`` being the ids of those people who come first.
        What is not known can be added, by the last one; of several words, what is written as a name is."""
        wanted = folded(typed)
        found = self._people_for(wanted, first) if sign == PERSON else self._terms_for(wanted)
        is_known = any(folded(one.name) == wanted for one in found)
        if wanted and not is_known and (" " not in wanted or (sign == PERSON and _is_name(typed))):
            found.append(Suggestion(sign, "", typed))
        return found

    def name_of_term(self, term_id: str) -> str:
        """What a term is called; empty for one that was deleted."""
        return self._names_of_terms.get(term_id, "")

    @cached_property
    def _plain_people(self) -> dict[str, tuple[str, str]]:
        return {row_id: (f" {folded(name)}", name) for row_id, name in self.people}

    @cached_property
    def _plain_terms(self) -> list[tuple[str, Term]]:
        ordered = sorted(self.terms, key=lambda term: _ORDER.index(term.vocabulary))
        return [(f" {folded(term.label)}", term) for term in ordered]

    @cached_property
    def _names_of_terms(self) -> dict[str, str]:
        return {term.id: term.label for term in self.terms}

    def _people_for(self, wanted: str, first: Sequence[str]) -> list[Suggestion]:
        known = self._plain_people
        near = [row_id for row_id in first if row_id in known]
        if not wanted:
            return [self._person(row_id, wanted) for row_id in near][:_MOST]
        before = frozenset(near)
        order = (*near, *(row_id for row_id in known if row_id not in before))
        found = _best(((known[row_id][0], row_id) for row_id in order), wanted)
        return [self._person(row_id, wanted) for row_id in found]

    def _person(self, row_id: str, wanted: str) -> Suggestion:
        plain, name = self._plain_people[row_id]
        consent = self.consents.get(row_id, Consent.NOT_ASKED)
        words = tr(CONSENT_LABELS[consent])
        return Suggestion(PERSON, row_id, name, words, consent.value, _is_taken(plain, wanted))

    def _terms_for(self, wanted: str) -> list[Suggestion]:
        numbered = [
            term for _, term in self._plain_terms if term.vocabulary in _NUMBERED and term.code == wanted
        ]
        named = _best(self._plain_terms, wanted)
        found = [*numbered, *(term for term in named if term not in numbered)]
        return [self._term(term, wanted) for term in found[:_MOST]]

    def _term(self, term: Term, wanted: str) -> Suggestion:
        words = tr(_VOCABULARIES[term.vocabulary]).format(code=term.code)
        return Suggestion(
            TERM, term.id, term.label, words, begins=_is_taken(f" {folded(term.label)}", wanted)
        )


def _best(rows: Iterable[tuple[str, Row]], wanted: str) -> list[Row]:
    """Those of which a word begins so, then those that hold it somewhere, as far as they are shown. Several words are
    known by their beginning alone, as they may well be the sentence that goes on."""
    begun: list[Row] = []
    others: list[Row] = []
    word = f" {wanted}"
    for plain, row in rows:
        if word in plain:
            begun.append(row)
            if len(begun) == _MOST:
                return begun
        elif " " not in wanted and len(others) < _MOST and wanted in plain:
            others.append(row)
    return (begun + others)[:_MOST]


def _is_name(words: str) -> bool:
    """Whether several words are written as a name is, such as Ana de la Torre: in small letters a sentence goes on."""
    ends = (words[0], words.split(" ")[-1][0])
    return all(letter.isalpha() and not letter.islower() for letter in ends)


def _is_taken(plain: str, wanted: str) -> bool:
    """Whether Enter takes it unasked: never for numbers, which may well be meant as they are, as in ``#1``."""
    return bool(wanted) and not wanted.isnumeric() and f" {wanted}" in plain
