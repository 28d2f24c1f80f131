"""Find people by name, by likeness, or by office and place, and make those who are not there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from facilitator.features.imports.planning.attendance import Attendance
from facilitator.features.imports.planning.building import Questions, RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow, keeping
from facilitator.features.imports.planning.places import Places
from facilitator.features.imports.planning.spellings import NEW_ONE, Spellings, candidates_of, chosen
from facilitator.features.imports.planning.stricter import hold_as_candidates, is_strict
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.planning.who import Who, described, office_code
from facilitator.features.imports.reading.likeness import latin, people_alike, person_key, spelling
from facilitator.features.imports.reading.words import word_key
from facilitator.features.imports.rows import Action
from facilitator.translation import tr


class People:
    """Finds and makes people."""

    def __init__(self, draft: Draft, questions: Questions, places: Places, terms: Terms) -> None:
        self._draft, self._questions, self._places, self._terms = draft, questions, places, terms
        self._names = Spellings(draft, "person", lambda name: (person_key(name),), people_alike)
        self.attendance = Attendance(draft)
        self._described = partial(described, draft)

    def is_named(self, name: str) -> bool:
        """Whether there is anybody who has or had exactly this name."""
        return bool(self._names.exact(name))

    def is_called(self, person: DraftRow, name: str) -> bool:
        """Whether somebody has or had exactly this name."""
        return person in self._names.exact(name)

    def listed(self, at: RowBuilder, who: Who) -> DraftRow | None:
        """The person of a row of a list of people; None while the row waits for an answer."""
        person, unclear, _ = self._found(at, who)
        if unclear:
            at.wait()
            return None
        if person is None:
            return self._make(at, who, unlisted=False)
        if person["unlisted"]:
            self._draft.move(person, "unlisted", False)
            at.effect(person, Action.UPDATE, who.described, {"listed": True})
        return person

    def kept(self, at: RowBuilder, who: Who, key: str, taken: Collection[DraftRow]) -> DraftRow | None:
        """The person of a row that gives an id. Somebody of whom the same is said, but with another id, is another
        person; None while the row waits for an answer."""
        same = self._names.exact(who.name) if who.name else []
        if all(person in taken for person in same):
            known = None if who.name else self.attendance.known_by_office(who)
            if known is not None and known not in taken:
                return known
            if same or not who.name:
                return self._make(at, who, unlisted=False, name=keeping(key))
        person, unclear, candidates = self._found(at, who)
        if unclear:
            at.wait()
            return None
        if person is None or person in taken:
            person = self._make(at, who, unlisted=False, name=keeping(key))
            hold_as_candidates(self._draft, at, person, candidates, who.described)
        return person

    def mentioned(self, at: RowBuilder, who: Who) -> DraftRow | None:
        """The person whom an agenda, a case or a note names, made and marked when not listed; None while it isn't
        clear which of several people of that name is meant."""
        person, unclear, candidates = self._found(at, who)
        if person is not None or unclear:
            return person
        at.say(
            "unlisted", tr("{who} is in no list of people; added and marked so.").format(who=who.described)
        )
        person = self._make(at, who, unlisted=True)
        hold_as_candidates(self._draft, at, person, candidates, who.described)
        return person

    def _found(self, at: RowBuilder, who: Who) -> tuple[DraftRow | None, bool, list[DraftRow]]:
        """The person, or None; whether that is because several are meant alike; who may be meant until it is said."""
        if not who.name:
            return self.attendance.known_by_office(who), False, []
        fitting = self._fitting(who)
        if len(fitting) == 1:
            return fitting[0], False, []
        if fitting:
            return *self._which(at, who, fitting), []
        others = self._names.exact(who.name) or self._alike(who)
        found, candidates = self._same(at, who, others) if others else (None, others)
        if found:
            self._names.remember(at, found, who.name)
        return found, False, candidates

    def _fitting(self, who: Who) -> list[DraftRow]:
        """The people of exactly that name whom nothing speaks against, the likeliest alone where one is."""
        fitting = [person for person in self._names.exact(who.name) if self._fits(person, who)]
        if len(fitting) < 2:
            return fitting
        scores = [self._score(person, who) for person in fitting]
        best = max(scores)
        return [person for person, score in zip(fitting, scores, strict=True) if score == best]

    def _fits(self, person: DraftRow, who: Who) -> bool:
        if who.session and self.attendance.was_in(person, who.session):
            return True
        if who.gender and person["gender"] and not person.ever("gender", who.gender):
            return False
        if who.place is None or not person["place_id"] or person.ever("place_id", who.place.id):
            return True
        return self._places.alike(self._draft.row("place", person["place_id"]), who.place)

    def _score(self, person: DraftRow, who: Who) -> int:
        return (
            4 * bool(who.place and person.ever("place_id", who.place.id))
            + 3 * bool(who.organisation and person.ever("organisation_id", who.organisation.id))
            + 2 * bool(who.office_title and person.ever("office_title", who.office_title))
            + bool(who.session and self.attendance.is_in(person, who.session))
        )

    def _alike(self, who: Who) -> list[DraftRow]:
        """Whose name is like this one; or who shares the last name, the office and the place."""
        found = self._names.like(who.name)
        last = latin(who.name).split()[-1:]
        for person in self.attendance.of_place(who.place) if who.office_title else ():
            same_office = word_key(str(person["office_title"])) == word_key(who.office_title)
            if same_office and latin(str(person["name"])).split()[-1:] == last and person not in found:
                found.append(person)
        # Who asked not to be named or quoted may be meant even by less: a last name, an office and a name.
        close = self.attendance.sharing_names(who.name)
        found += [person for person in close if is_strict(person) and person not in found]
        return [person for person in found if self._fits(person, replace(who, gender=""))]

    def _same(
        self, at: RowBuilder, who: Who, others: list[DraftRow]
    ) -> tuple[DraftRow | None, list[DraftRow]]:
        key = f"person/{spelling(who.name)}"
        if who.place and self._names.exact(who.name):
            key = f"{key}/{spelling(str(who.place['name']))}"
        answer = self._questions.answer(
            at,
            key,
            "same_person",
            "name",
            who.described,
            tr("Is {who} a person who is there already?").format(who=who.described),
            candidates_of(others, self._described, tr("another person")),
            tr("Added as a person of their own."),
        )
        found = chosen(others, answer) if answer and answer != NEW_ONE else None
        if not found and answer != NEW_ONE:
            like = "; ".join(self._described(person) for person in others)
            text = tr("{who} may be {others}; added as a person of their own.").format(
                who=who.described, others=like
            )
            at.say("possible_duplicate", text, "name")
        return found, [] if found or answer == NEW_ONE else others

    def _which(self, at: RowBuilder, who: Who, people: list[DraftRow]) -> tuple[DraftRow | None, bool]:
        where = str(who.session["label"] or who.session["title"]) if who.session else ""
        answer = self._questions.answer(
            at,
            f"which_person/{spelling(who.name)}/{where}".rstrip("/"),
            "which_person",
            "name",
            who.described,
            tr("There are several people of that name. Who is {who}?").format(who=who.described),
            candidates_of(people, self._described, tr("another person")),
            tr("Nobody is entered."),
        )
        if answer == NEW_ONE:
            return None, False
        found = next((person for person in people if person.id == answer), None)
        if found is None:
            at.say(
                "which_person", tr("It isn’t clear which “{name}” is meant.").format(name=who.name), "name"
            )
        return found, found is None

    def _make(self, at: RowBuilder, who: Who, *, unlisted: bool, name: str = "") -> DraftRow:
        session = str(who.session["label"] or who.session["title"]) if who.session and not who.name else ""
        said = spelling(who.name) or spelling(who.described)
        name = name or "/".join(part for part in (said, session) if part)
        person = self._draft.add(
            at,
            "person",
            name,
            who.described,
            name=who.name,
            honorific=who.honorific,
            office=office_code(self._terms, who.office_title),
            office_title=who.office_title,
            organisation_id=who.organisation.id if who.organisation else None,
            place_id=who.place.id if who.place else None,
            country=who.country,
            gender=who.gender,
            unlisted=unlisted,
        )
        self._names.add(person)
        self.attendance.keep(person)
        return person
