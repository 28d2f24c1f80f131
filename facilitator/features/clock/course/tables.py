"""The two tables of the course: when items were held, and who had the floor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.features.clock import commands
from facilitator.features.clock.course.cells import CorrectedCells, CorrectedTable
from facilitator.features.clock.course.lines import Line
from facilitator.features.clock.course.told import TurnLine
from facilitator.features.clock.course.words import clock_words, exact, length_words, parse_near
from facilitator.kit.rowmodel import Column
from facilitator.reading.held import Held
from facilitator.storage.store import Command
from facilitator.translation import mark, tr

BEGAN, ENDED = 1, 2
WHO, FROM, TO = 0, 1, 2


class Correcting:
    """What the tables correct, and by which time. ``people`` are those who may have had the floor."""

    def __init__(self, author: str) -> None:
        self.author = author
        self.held: Held | None = None
        self.now = 0
        self.people: list[tuple[str, str]] = []

    @property
    def zone(self) -> str:
        """The zone of the session."""
        return self.held.plan.zone if self.held is not None else ""

    def line(self, line: Line, column: int, text: str) -> Command | None:
        """Another start or end of an item."""
        near, event_id = (line.began, line.event_id) if column == BEGAN else (line.ended, line.end_id)
        if self.held is None or near is None or not event_id:
            return None
        return commands.move_boundary(self.held, event_id, parse_near(text, near, self.zone), self.now)

    def turn(self, line: TurnLine, column: int, text: str) -> Command | None:
        """Another person, start or end of a turn."""
        if self.held is None:
            return None
        turn = line.turn
        person = text if column == WHO else turn.person_id
        began = parse_near(text, turn.began, self.zone) if column == FROM else turn.began
        ended = parse_near(text, turn.ended or self.now, self.zone) if column == TO else turn.ended
        return commands.correct_turn(self.held, turn, person, began, ended, self.author, self.now)


def items_table(correcting: Correcting, parent: QWidget) -> CorrectedTable:
    """When items were held."""

    def time(name: str) -> Column:
        return Column(
            mark("Began") if name == "began" else mark("Ended"),
            lambda line: clock_words(_second(getattr(line, name)), correcting.zone),
            width=10,
        )

    columns = [
        Column(
            mark("Item"),
            _numbered,
            stretch=True,
            tip=lambda line: line.title,
        ),
        time("began"),
        time("ended"),
        Column(mark("Against the plan"), lambda line: line.words, width=13),
        Column(mark("Planned"), lambda line: _planned(line, correcting.zone), width=14),
        Column(mark("Length"), lambda line: length_words(line.used) if line.event_id else "", width=7),
    ]
    texts = {
        BEGAN: lambda line: exact(line.began, correcting.zone),
        ENDED: lambda line: exact(line.ended, correcting.zone),
    }

    def can(line: Line, column: int) -> bool:
        return bool((column == BEGAN and line.event_id) or (column == ENDED and line.end_id))

    return CorrectedTable(
        columns,
        tr("When items were held"),
        lambda table: CorrectedCells(correcting.line, texts, lambda *_: (), table),
        can,
        parent,
    )


def turns_table(correcting: Correcting, parent: QWidget) -> CorrectedTable:
    """Who had the floor."""
    columns = [
        Column(mark("Who"), lambda line: line.name, stretch=True, tip=lambda line: line.name),
        Column(mark("From"), lambda line: clock_words(_second(line.turn.began), correcting.zone), width=10),
        Column(mark("To"), lambda line: clock_words(_second(line.turn.ended), correcting.zone), width=10),
        Column(mark("Spoke"), lambda line: length_words(line.turn.spoken), width=7),
        Column(mark("Item"), lambda line: line.title, width=22, tip=lambda line: line.title),
    ]
    texts = {
        WHO: lambda line: line.turn.person_id,
        FROM: lambda line: exact(line.turn.began, correcting.zone),
        TO: lambda line: exact(line.turn.ended, correcting.zone),
    }

    def can(line: TurnLine, column: int) -> bool:
        return column in (WHO, FROM) or (column == TO and line.turn.ended is not None)

    return CorrectedTable(
        columns,
        tr("Who had the floor"),
        lambda table: CorrectedCells(
            correcting.turn, texts, lambda _line, column: correcting.people if column == WHO else (), table
        ),
        can,
        parent,
    )


def _numbered(line: Line) -> str:
    return f"{line.number}  {line.title}" if line.number else line.title


def _planned(line: Line, zone: str) -> str:
    length = tr("{count} min").format(count=round(line.planned / 60_000)) if line.planned else ""
    return ", ".join(filter(None, (clock_words(line.planned_start, zone), length)))


def _second(moment: int | None) -> int | None:
    return None if moment is None else moment // 1000 * 1000
