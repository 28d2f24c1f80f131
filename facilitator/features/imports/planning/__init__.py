"""From tables and a library to a plan: what becomes of each row, what is asked, and what would be written. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from facilitator.features.imports.planning.agenda_rows import AgendaRows
from facilitator.features.imports.planning.appearances import Appearances
from facilitator.features.imports.planning.building import Questions, RowBuilder
from facilitator.features.imports.planning.case_rows import CaseRows
from facilitator.features.imports.planning.draft import Draft, Library
from facilitator.features.imports.planning.mentions import Mentions
from facilitator.features.imports.planning.note_rows import NoteRows
from facilitator.features.imports.planning.own_people import OwnPeople
from facilitator.features.imports.planning.own_rows import OwnRows
from facilitator.features.imports.planning.people import People
from facilitator.features.imports.planning.places import Bodies, Places
from facilitator.features.imports.planning.session_rows import SessionRows
from facilitator.features.imports.planning.sessions import Sessions
from facilitator.features.imports.planning.speaker_rows import SpeakerRows
from facilitator.features.imports.planning.terms import Terms
from facilitator.features.imports.reading.values import Line, Table, TableKind, Watch
from facilitator.features.imports.rows import LEAVE_OUT, Plan, cell_key, row_key
from facilitator.translation import tr

__all__ = ["Library", "plan"]


def plan(
    library: Library,
    tables: Sequence[Table],
    choices: Mapping[str, str] | None = None,
    watch: Watch | None = None,
) -> Plan:
    """What an import of the tables into the library would do: sessions first, then people, agenda, cases and notes,
    in whatever order the tables come. ``choices`` are answers by the keys of questions, and corrections by the keys of
    rows and cells. Raises ``Cancelled``."""
    watch, choices = watch or Watch(), choices or {}
    known = [table for kind in TableKind for table in tables if table.kind is kind]
    draft, questions = Draft(library), Questions(choices)
    own, planners = _planners(draft, questions)
    builders = [
        [RowBuilder(table, corrected(table, line, choices)) for line in table.lines] for table in known
    ]
    total, done = sum(len(rows) for rows in builders), 0
    for table, rows in zip(known, builders, strict=True):
        planner = planners[table.kind or TableKind.NOTES]
        _leave_out_chosen(rows, choices)
        _leave_out_repetitions(rows)
        planner.prepare([at for at in rows if not own.is_one(at)])
        for at in rows:
            if done % 50 == 0:
                watch.step(done, total)
            done += 1
            if not at.ended and not _planned_as_own(own, at):
                planner.plan_row(at)
        planner.finish()
    own.finish()
    watch.step(total, total)
    return Plan(
        tuple(dict.fromkeys(table.file for table in tables)),
        tuple(tables),
        tuple(at.result() for rows in builders for at in rows),
        tuple(questions.asked.values()),
        draft.writes(),
        library.journal_seq,
    )


def _planned_as_own(own: OwnRows, at: RowBuilder) -> bool:
    """Plan a row by the id that it carries; False where it carries none."""
    if not own.is_one(at):
        return False
    match at.table.kind:
        case TableKind.SESSIONS:
            return own.session(at)
        case TableKind.SPEAKERS:
            own.speaker(at)
        case TableKind.GROUPS:
            own.group(at)
        case TableKind.AGENDA:
            own.item(at)
        case _:
            return False
    return True


class Planner(Protocol):
    """Decides what becomes of the rows of one kind of table."""

    def prepare(self, rows: Sequence[RowBuilder], /) -> None: ...

    def plan_row(self, at: RowBuilder) -> None: ...

    def finish(self) -> None: ...


def _planners(draft: Draft, questions: Questions) -> tuple[OwnRows, dict[TableKind, Planner]]:
    terms = Terms(draft)
    sessions = Sessions(draft, questions)
    places, bodies = Places(draft, questions), Bodies(draft, questions)
    people = People(draft, questions, places, terms)
    own_people = OwnPeople(draft, people, places, bodies)
    appearances = Appearances(draft, people)
    mentions = Mentions(draft, people, bodies, places, terms)
    own = OwnRows(draft, sessions, mentions, appearances, terms, own_people)
    agenda = AgendaRows(draft, sessions, mentions, appearances, terms)
    return own, {
        TableKind.SESSIONS: SessionRows(draft, questions, sessions, bodies, terms),
        TableKind.SPEAKERS: SpeakerRows(draft, sessions, places, bodies, people, appearances, terms),
        TableKind.GROUPS: agenda,
        TableKind.AGENDA: agenda,
        TableKind.CASES: CaseRows(draft, sessions, places, mentions, terms),
        TableKind.NOTES: NoteRows(draft, sessions, places, mentions, terms),
    }


def corrected(table: Table, line: Line, choices: Mapping[str, str]) -> Line:
    """The line with the cells that a person corrected."""
    fields = [column.field for column in table.columns if column.field]
    keys = {field: cell_key(table.file, table.sheet, line.row, field) for field in fields}
    texts = {field: choices[key] for field, key in keys.items() if key in choices}
    if not texts:
        return line
    cells = {**line.cells, **texts}
    return replace(line, cells={field: cell for field, cell in cells.items() if cell != ""})


def _leave_out_chosen(rows: list[RowBuilder], choices: Mapping[str, str]) -> None:
    for at in rows:
        if choices.get(row_key(at.table.file, at.table.sheet, at.line.row)) == LEAVE_OUT:
            at.title = " · ".join(at.text(name) for name in at.line.cells)[:80]
            at.leave_out("by_choice", tr("You left it out."))


def _leave_out_repetitions(rows: list[RowBuilder]) -> None:
    """Rows that say the same as an earlier row of their table are left out."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for at in rows:
        content = tuple(sorted((name, at.text(name)) for name in at.line.cells))
        if at.ended:
            continue
        if content in first:
            at.title = " · ".join(text for _, text in content)[:80]
            at.leave_out("repetition", tr("It repeats row {row}.").format(row=first[content]))
        else:
            first[content] = at.line.row
