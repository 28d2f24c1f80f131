"""Writes of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.storage.edits import AddRow, DeleteRows, SetFields, Together
from facilitator.storage.kept_consents import KeepConsents
from facilitator.storage.records import OrganisationRecord, PersonRecord, PlaceRecord
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


def add_person(person_id: str, **values: Any) -> Command:
    """Add a person."""
    name = values.get("name", "")
    label = tr("Add person {name}").format(name=name) if name else tr("Add person")
    return AddRow(PersonRecord, {"id": person_id, "sort_name": name, **values}, label)


def edit_person(person_id: str, label: str, field: str, values: dict[str, Any]) -> Command:
    """Set columns of a person; ``label`` is what the person is called and ``field`` what the columns are, in words."""
    return SetFields(PersonRecord, person_id, values, _changed(field, label))


def give_new_place(person_id: str, label: str, name: str, country: str = "") -> Command:
    """Add a city that is not known yet, and give it to a person."""
    place_id = new_id()
    return Together(
        [
            AddRow(PlaceRecord, {"id": place_id, "name": name, "country": country}, ""),
            SetFields(PersonRecord, person_id, {"place_id": place_id}, ""),
        ],
        tr("Add city {name} to {person}").format(name=name, person=label),
    )


def give_new_organisation(person_id: str, label: str, name: str) -> Command:
    """Add an organisation that is not known yet, and give it to a person."""
    organisation_id = new_id()
    return Together(
        [
            AddRow(OrganisationRecord, {"id": organisation_id, "name": name}, ""),
            SetFields(PersonRecord, person_id, {"organisation_id": organisation_id}, ""),
        ],
        tr("Add organisation {name} to {person}").format(name=name, person=label),
    )


def delete_people(person_ids: Sequence[str], label: str) -> Command:
    """Delete people; their notes stay, without a speaker, and are told no more freely than before."""
    words = ntr("Delete person {name}", "Delete {count} people", len(person_ids))
    delete = DeleteRows(PersonRecord, person_ids, words.format(name=label, count=len(person_ids)))
    return Together([KeepConsents(person_ids), delete], delete.label)


def _changed(field: str, label: str) -> str:
    return tr("Change “{field}” of {name}").format(field=field, name=label)
