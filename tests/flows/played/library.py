"""The library in which the session is played: the sample's, with one more session, made of what was said in them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator import assets
from facilitator.features.imports.sample import make_sample
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, LearningSessionRecord
from facilitator.storage.store import Command, open_library

SESSION, TITLE = "played", "What we learned"
START = 1_584_691_200_000
"""20 March 2020, 9:00 in Madrid: milliseconds since 1970-01-01 UTC."""
MINUTES = 120
_LABELS = ("1", "2", "4", "5", "6", "7", "8", "CAL-4")
"""Of the sessions in the sample; what was said in each is an item here."""
_MOST_SPEAKERS = 3


@dataclass(frozen=True)
class Said:
    """A note of the sample: its kind and words, and the id of who said it, empty for bodies."""

    kind: str
    text: str
    speaker: str


@dataclass(frozen=True)
class Item:
    """An item of the agenda: its length in minutes, the ids of its speakers in order, and what is said in it."""

    id: str
    minutes: int
    speakers: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Agenda:
    """The items in order, and all people of the library: names by id."""

    items: tuple[Item, ...]
    people: Mapping[str, str]


def make(path: Path, every: int) -> Agenda:
    """Make the library, and tell its agenda, in which every so many-th note of the sample is said."""
    make_sample(path)
    store = open_library(path, author="Rapporteur")
    people = dict(store.raw().execute("SELECT id, name FROM person").fetchall())
    items = _agenda({name: person for person, name in people.items()}, every)
    store.run(Together(_rows(items), "Plan the session"))
    store.close()
    return Agenda(items, people)


def _agenda(people: dict[str, str], every: int) -> tuple[Item, ...]:
    with assets.path("sample", "notes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Kind"] != "logistics"][::every]
    said = {
        label: [
            Said(row["Kind"].replace(" ", "_"), row["Text"], people.get(row["Speaker"], ""))
            for row in rows
            if row["Session No."] == label
        ]
        for label in _LABELS
    }
    total = sum(len(notes) for notes in said.values())
    items: list[Item] = []
    used = 0
    for number, label in enumerate(_LABELS):
        notes = said[label]
        until = round(MINUTES * sum(len(said[one]) for one in _LABELS[: number + 1]) / total)
        speakers = tuple(dict.fromkeys(note.speaker for note in notes if note.speaker))[:_MOST_SPEAKERS]
        items.append(Item(f"item-{number}", until - used, speakers, tuple(notes)))
        used = until
    return tuple(items)


def _rows(items: tuple[Item, ...]) -> list[Command]:
    values: dict[str, object] = {
        "id": SESSION,
        "label": "20",
        "title": "What we learned",
        "date": "2020-03-20",
    }
    values |= {"start": 9 * 60, "zone": "Europe/Madrid", "minutes": MINUTES}
    rows: list[Command] = [AddRow(LearningSessionRecord, values, "")]
    for position, item in enumerate(items):
        of_item = {"id": item.id, "session_id": SESSION, "position": position, "segment": "city_round"}
        of_item |= {"title": f"Round {position + 1}", "minutes": item.minutes}
        rows.append(AddRow(AgendaItemRecord, of_item, ""))
        for place, person in enumerate(item.speakers):
            appears = {
                "session_id": SESSION,
                "agenda_item_id": item.id,
                "person_id": person,
                "position": place,
            }
            rows.append(AddRow(AppearanceRecord, {"id": f"{item.id}-{place}", **appears}, ""))
    return rows
