"""Who takes part in which session, who is of which place, and who is known without a name."""

from __future__ import annotations

from collections import defaultdict

from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.who import Who, office_key, office_key_of
from facilitator.features.imports.reading.likeness import latin
from facilitator.features.imports.reading.words import names


class Attendance:
    """Finds people by where they are, rather than by name."""

    def __init__(self, draft: Draft) -> None:
        self._sessions: dict[str, set[str]] = defaultdict(set)
        self._before: set[tuple[str, str]] = set()
        self._unnamed: dict[tuple[str, ...], list[DraftRow]] = defaultdict(list)
        self._of_place: dict[str, list[DraftRow]] = defaultdict(list)
        self.words_of_names: set[str] = set()
        """All parts of the names of the people who are known, in plain Latin letters."""
        self._parts: list[tuple[list[str], DraftRow]] = []
        for row in draft.rows("appearance"):
            self._sessions[row["person_id"]].add(row["session_id"])
            self._before.add((row["person_id"], row["session_id"]))
        for row in draft.rows("person"):
            self.keep(row)

    def keep(self, person: DraftRow) -> None:
        """Take up a person."""
        for image in person.images():
            if parts := latin(str(image.get("name") or "")).split():
                self._parts.append((parts, person))
        self.words_of_names.update(latin(str(person["name"] or "")).split())
        if person["place_id"]:
            self._of_place[person["place_id"]].append(person)
        for image in person.images():
            if not image.get("name") and person not in self._unnamed[office_key_of(image)]:
                self._unnamed[office_key_of(image)].append(person)

    def sharing_names(self, name: str) -> list[DraftRow]:
        """The people who share the last name, or all parts of the name apart from words of offices."""
        words = latin(name).split()
        parts = {word for word in words if len(word) > 1 and word not in names("office_word")} or set(words)
        found = []
        for own, person in self._parts:
            if parts <= set(own) or (len(own[-1]) > 2 and own[-1] in parts):
                found.append(person)
        return list(dict.fromkeys(found))

    def appears(self, person: DraftRow, session: DraftRow) -> None:
        """Take note that a person takes part in a session."""
        self._sessions[person.id].add(session.id)

    def is_in(self, person: DraftRow, session: DraftRow) -> bool:
        """Whether a person takes part in a session."""
        return session.id in self._sessions[person.id]

    def was_in(self, person: DraftRow, session: DraftRow) -> bool:
        """Whether the library had the person in the session before this import."""
        return (person.id, session.id) in self._before

    def known_by_office(self, who: Who) -> DraftRow | None:
        """The person of that office, body and place who is known without a name, in the session where one is given."""
        found = [
            person
            for person in self._unnamed[office_key(who)]
            if who.session is None or self.is_in(person, who.session)
        ]
        return found[0] if found else None

    def of_place(self, place: DraftRow | None) -> list[DraftRow]:
        """The people of a place."""
        return self._of_place[place.id] if place else []

    def one_of_place(self, place: DraftRow, session: DraftRow | None) -> DraftRow | None:
        """The one person of a place who takes part in a session; None for none or several."""
        found = [person for person in self.of_place(place) if session and self.is_in(person, session)]
        return found[0] if len(found) == 1 else None
