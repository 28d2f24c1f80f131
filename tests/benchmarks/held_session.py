"""A library with a session that is being held: its agenda, its speakers, its clock running, and many notes."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands import AddEvents
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
)
from facilitator.storage.store import open_library
from tests.benchmarks import many_notes

HELD = "session-0"
"""The session that is held and has the notes."""
OTHERS = ("session-1", "session-2", "session-3")
"""Sessions without notes."""
_ITEMS = 12
_ITEM_MINUTES = 10
_QUESTIONS = 6
_MINUTE = 60_000


def make(path: Path, notes: int) -> None:
    """Make the library. The last item of the agenda is under way, in its fifth minute."""
    many_notes.make(path, [notes, *(0 for _ in OTHERS)])
    now = time.time_ns() // 1_000_000
    began = now - (_ITEMS * _ITEM_MINUTES - 5) * _MINUTE
    store = open_library(path, author="Rapporteur")
    store.run(Together([*_session(began), *_agenda(), *_questions()], "Make a session"))
    events = [
        Event(new_id(), began + number * _ITEM_MINUTES * _MINUTE, EventKind.BEGAN, "", f"item-{number}")
        for number in range(_ITEMS)
    ]
    store.run(AddEvents(HELD, events, "Rapporteur", "Hold it"))
    store.change("Spread the notes", lambda connection: _spread(connection, began, now, notes))
    store.close()


def _session(began: int) -> list[AddRow | SetFields]:
    start = datetime.fromtimestamp(began / 1000, UTC)
    values: dict[str, Any] = {"date": f"{start:%Y-%m-%d}", "start": start.hour * 60 + start.minute}
    values |= {"zone": "UTC", "minutes": _ITEMS * _ITEM_MINUTES}
    return [SetFields(LearningSessionRecord, HELD, values, "")]


def _agenda() -> list[AddRow]:
    rows = []
    for number in range(_ITEMS):
        item = {"id": f"item-{number}", "session_id": HELD, "title": f"Cities speak, round {number + 1}"}
        item |= {"segment": "city_round", "minutes": _ITEM_MINUTES, "position": number}
        rows.append(AddRow(AgendaItemRecord, item, ""))
        for part in range(2):
            appearance = {"id": f"appearance-{number}-{part}", "session_id": HELD, "position": part}
            appearance |= {"person_id": f"person-{2 * number + part}", "agenda_item_id": f"item-{number}"}
            rows.append(AddRow(AppearanceRecord, appearance, ""))
    return rows


def _questions() -> list[AddRow]:
    texts = (f"What did cities learn of the kind {number + 1}?" for number in range(_QUESTIONS))
    return [
        AddRow(GuidingQuestionRecord, {"session_id": HELD, "text": text, "position": position}, "")
        for position, text in enumerate(texts)
    ]


def _spread(connection: sqlite3.Connection, began: int, now: int, notes: int) -> None:
    """Give the notes the moments and items of the session so far."""
    connection.execute(
        "UPDATE note SET began_at = ? + position * (? - ?) / ?,"
        " agenda_item_id = 'item-' || min(?, position * ? / ?) WHERE session_id = ?",
        (began, now, began, max(1, notes), _ITEMS - 1, _ITEMS, max(1, notes), HELD),
    )
