"""The people of our own tables, by the ids that they have in the library the tables come from."""

from __future__ import annotations

from facilitator.domain.naming import person_label
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies, Places
from facilitator.features.imports.planning.stricter import hold
from facilitator.features.imports.planning.who import Who
from facilitator.features.imports.planning.words_of_rows import consent_in


class OwnPeople:
    """Finds and makes people by id."""

    def __init__(self, draft: Draft, people: People, places: Places, bodies: Bodies) -> None:
        self._draft, self._people, self._places, self._bodies = draft, people, places, bodies
        self._by_key: dict[str, DraftRow] = {}

    def of(self, key: str) -> DraftRow | None:
        """The person of an id."""
        return self._by_key.get(key) or self._draft.row("person", key)

    def take(self, at: RowBuilder) -> None:
        """The person of a row: the one of that id, else one of the library of whom the same is said and whom no other
        row means, else a new one."""
        key = at.text("person_key")
        person = self.of(key)
        if person is None:
            who = Who(
                at.text("name"),
                at.text("office"),
                self._bodies.find(at, at.text("organisation")),
                self._places.find(at, at.text("city")),
                at.text("country"),
            )
            person = self._people.kept(at, who, key, self._by_key.values())
            if person is None:
                return
        self._by_key[key] = person
        hold(self._draft, at, person, "consent", consent_in(at), at.title)

    def called(self, person: DraftRow) -> set[str]:
        """What our tables call a person in one line."""
        places = (
            self._draft.row("place", person["place_id"]),
            self._draft.row("organisation", person["organisation_id"]),
        )
        where = next((str(row["name"]) for row in places if row), "")
        return {one_cell(person_label(str(person["name"] or ""), str(person["office_title"] or ""), where))}


def one_cell(name: str) -> str:
    """A name in a list of names: it must not part the list."""
    return " ".join(name.replace(";", ",").replace("|", "/").split())
