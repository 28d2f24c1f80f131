"""One edit of an agenda of 500 items: command, times and the Plan stage painted anew, against painting it as it was."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.domain.agenda import LocalDay, Slot, timings
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import new_library
from tests.benchmarks.ratio import Ratio

if TYPE_CHECKING:
    from facilitator.features.agenda.stage import AgendaStage

ITEMS = 500
_PEOPLE = 60
_GROUPS = 4
_EDITS = 25
_WARM = 3
_SESSION = "session-0"
_DAY = LocalDay("2026-10-24", "Europe/Madrid")


def measure() -> list[Ratio]:
    """The second item's minutes, changed again and again; all that follows it moves."""
    edits, paints, commands, reads = measured(_EDITS)
    median = statistics.median
    slots = [slot(number) for number in range(ITEMS)]
    cascade = []
    for _ in range(50):
        began = time.perf_counter()
        timings(slots, 540, 3000, _DAY)
        cascade.append(time.perf_counter() - began)
    notes = (
        f"the command alone, durable, {1000 * median(commands):.1f} ms; reading the plan with its times"
        f" {1000 * median(reads):.1f} ms; the cascade of {ITEMS} items alone {1000 * median(cascade):.2f} ms.",
        f"the slowest of {len(edits)} edits took {1000 * max(edits):.0f} ms.",
    )
    name = "the same view painted unchanged"
    return [
        Ratio("Agenda of 500: one edit", 1000 * median(edits), 1000 * median(paints), "ms", name, notes=notes)
    ]


def measured(times: int) -> list[list[float]]:
    """Seconds of edits with all that they cause, of paints without any, of the command alone in another library, and of
    reading the plan, in turn."""
    from facilitator.features.agenda import commands
    from facilitator.reading.plan import read_plan

    seen: list[list[float]] = [[], [], [], []]
    with _stage() as (stage, library, alone):
        for number in range(times + _WARM):
            edit = commands.edit_item(item_id(1), minutes=5 + number % 20)
            took = (
                _timed(partial(_edit, stage, library, edit)),
                _timed(lambda: _paint(stage)),
                _timed(partial(alone.run, edit)),
                _timed(lambda: _read(library, read_plan)),
            )
            if number >= _WARM:
                for row, seconds in zip(seen, took, strict=True):
                    row.append(seconds)
    return seen


def _edit(stage: AgendaStage, library: Any, command: Any) -> None:
    library.run(command)
    _paint(stage)


def _read(library: Any, read_plan: Any) -> None:
    with library.store.read() as session:
        read_plan(session, _SESSION)


def _timed(act: Any) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _paint(stage: AgendaStage) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    stage.grab()


@contextmanager
def _stage() -> Iterator[tuple[AgendaStage, Any, Any]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from facilitator.features.agenda.stage import AgendaStage
    from facilitator.kit.context import Context
    from facilitator.kit.jobs import Jobs
    from facilitator.kit.library import Library
    from facilitator.kit.navigator import Navigator
    from facilitator.kit.notices import Notices

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = new_library(Path(folder) / "library.lle")
        store.run(Together(agenda(), "Make an agenda"))
        context = Context(Library(store), Navigator(), Jobs(), Notices())
        stage = AgendaStage(context, _SESSION)
        stage.resize(1280, 800)
        stage.show()
        app.processEvents()
        alone = new_library(Path(folder) / "alone.lle")
        alone.run(Together(agenda(), "Make an agenda"))
        yield stage, context.library, alone
        alone.close()
        stage.close()
        stage.deleteLater()
        app.processEvents()
        context.jobs.finish()
        context.library.close()


def item_id(number: int) -> str:
    """The id of an item."""
    return f"item-{number:03d}"


def slot(number: int) -> Slot:
    """What the cascade sees of an item: three days, groups in every fifth part of the agenda, buffers."""
    group = number % 20
    track = f"group-{group % _GROUPS}" if group >= 12 else ""
    pin = (number // 200) * 1440 + 540 if number and number % 200 == 0 else None
    return Slot(item_id(number), track, 5, pin, holds_groups=group == 11, absorbs=group == 9)


def agenda() -> Sequence[AddRow]:
    """A session of three days with 500 items in the plenary and four groups, and two people on each item."""
    day = {"date": _DAY.date, "zone": _DAY.zone, "start": 540, "minutes": 3000}
    rows: list[tuple[Any, dict[str, Any]]] = [
        (LearningSessionRecord, {"id": _SESSION, "title": "Three days", **day}),
    ]
    rows += [(PersonRecord, {"id": f"person-{one}", "name": f"Speaker {one}"}) for one in range(_PEOPLE)]
    for one in range(_GROUPS):
        rows.append(
            (
                BreakoutGroupRecord,
                {"id": f"group-{one}", "session_id": _SESSION, "name": f"Group {one}", "position": one},
            )
        )
    for number in range(ITEMS):
        one = slot(number)
        segment = "breakout" if one.holds_groups else "buffer" if one.absorbs else "city_round"
        values = {
            "title": f"A city speaks of its experience, number {number}",
            "segment": segment,
            "minutes": one.minutes,
        }
        where = {"session_id": _SESSION, "position": number, "group_id": one.track or None}
        rows.append((AgendaItemRecord, {"id": one.id, "pinned_start": one.pinned_start, **values, **where}))
        for part in range(2):
            person = f"person-{(2 * number + part) % _PEOPLE}"
            who = {"person_id": person, "agenda_item_id": one.id, "position": 2 * number + part}
            rows.append(
                (AppearanceRecord, {"id": f"appearance-{number}-{part}", "session_id": _SESSION, **who})
            )
    return [AddRow(record, values, "Add") for record, values in rows]
