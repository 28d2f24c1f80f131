"""The people of our own tables, by the ids that they have in the library the tables come from."""

from __future__ import annotations

from facilitator.domain.naming import person_label
from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies, Places
from facilitator.features.imports.planning.stricter import hold, is_stricter
from facilitator.features.imports.planning.who import Who
from facilitator.features.imports.planning.words_of_rows import consent_in
from facilitator.features.imports.reading.likeness import people_alike
from facilitator.features.imports.reading.words import tidy, word_key
from facilitator.translation import tr


class OwnPeople:
    """Finds and makes people by id."""

    def __init__(self, draft: Draft, people: People, places: Places, bodies: Bodies) -> None:
        self._draft, self._people, self._places, self._bodies = draft, people, places, bodies
        self._by_key: dict[str, DraftRow] = {}

    def of(self, key: str) -> DraftRow | None:
        """The person of an id."""
        return self._by_key.get(key) or self._draft.row("person", key)

    def take(self, at: RowBuilder) -> bool:
        """The person of a row: the one of that id, else one of the library of whom the same is said and whom no other
        row means, else a new one. False where it isn't clear, or where the id is of somebody who was never called
        so: of them the row can only say that less may be published."""
        key = at.text("person_key")
        person = self.of(key)
        meant = person is None or self._may_be_called(person, at.text("name"), at.text("office"))
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
                return False
        self._by_key[key] = person
        code = consent_in(at)
        if meant or is_stricter(code, str(person["consent"] or "")):
            hold(self._draft, at, person, "consent", code, at.title)
        if not meant:
            text = tr("The ID is that of {mine}. Nobody is put on an item.")
            at.say("id_elsewhere", text.format(mine=str(person["name"] or person["office_title"])), "name")
        return meant

    def _may_be_called(self, person: DraftRow, name: str, office: str) -> bool:
        """Whether somebody has or had this name or one like it; without a name, whether they have the office."""
        images = list(person.images())
        if not name:
            titles = {word_key(str(one.get("office_title") or "")) for one in images if not one.get("name")}
            return word_key(office) in titles
        if self._people.is_called(person, name):
            return True
        names = {tidy(str(one.get(field) or "")) for one in images for field in ("name", "sort_name")}
        return any(one == name or people_alike(one, name) for one in names - {""})

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
