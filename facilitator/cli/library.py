"""The commands on a library: make it, import into it, list and search it, check it, copy it."""

from __future__ import annotations

import argparse
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from typing import Any

from facilitator.cli import status
from facilitator.cli.output import emit, print_table, say, tell
from facilitator.domain.errors import Refused
from facilitator.domain.text import folded
from facilitator.domain.times import clock
from facilitator.kit.feature import load
from facilitator.translation import tr

LISTS = {
    "sessions": "facilitator.features.sessions.queries:list_sessions",
    "people": "facilitator.features.people.queries:list_people",
    "cases": "facilitator.features.cases.queries:list_cases",
    "notes": "facilitator.features.notes.queries:list_notes",
    "agenda": "facilitator.features.agenda.queries:list_agenda",
    "course": "facilitator.features.clock.queries:list_course",
}
_COLUMNS = {
    "sessions": ("label", "date", "title"),
    "people": ("name", "office_title", "organisation", "city", "consent"),
    "cases": ("city", "country", "title"),
    "notes": ("session", "kind", "speaker", "text"),
    "agenda": ("session", "start", "minutes", "segment", "title", "speakers"),
    "course": ("session", "what", "actual_start", "actual_end", "planned_minutes", "minutes", "title"),
}


def opened(options: argparse.Namespace, *, read_only: bool = True) -> Any:
    """The library that was named, open for the length of a ``with`` block."""
    from facilitator.storage.store import open_library

    return closing(open_library(options.library, read_only=read_only))


def session_id(session: Any, reference: str) -> str:
    """The id of the session meant by an id, a label or a title. Raises ``Refused`` for none or several."""
    rows = load(LISTS["sessions"])(session)
    wanted = folded(reference)
    for key in ("id", "label", "title"):
        found = [row for row in rows if folded(str(getattr(row, key))) == wanted]
        if len(found) == 1:
            return str(found[0].id)
        if found:
            raise Refused(
                tr("“{reference}” means several sessions.").format(reference=reference),
                "; ".join(f"{row.id} {row.date} {row.title}" for row in found),
                tr("Name one by its id."),
            )
    known = ", ".join(row.label for row in rows if row.label)
    raise Refused(
        tr("There is no session “{reference}”.").format(reference=reference),
        tr("Known are: {labels}.").format(labels=known or "–"),
        tr("Nothing was written."),
    )


def new(options: argparse.Namespace) -> int:
    """Make a library."""
    if options.sample:
        from facilitator.features.imports.sample import make_sample

        make_sample(options.library)
    else:
        from facilitator.storage.store import new_library

        new_library(options.library).close()
    tell(tr("Made {path}").format(path=options.library))
    return status.DONE


def import_files(options: argparse.Namespace) -> int:
    """Import files, or show what would come of it."""
    from facilitator.features.imports.commands import ApplyImport
    from facilitator.features.imports.queries import plan_import
    from facilitator.features.imports.serialised import plan_as_json
    from facilitator.features.imports.tables import read_tables

    tables = [table for path in options.files for table in read_tables(path)]
    with opened(options, read_only=options.dry_run) as store:
        with store.read() as session:
            plan = plan_import(session, tables)
        if not options.dry_run:
            store.run(ApplyImport(plan))
    if options.json:
        emit(plan_as_json(plan))
    else:
        _show_plan(plan)
    return status.DONE


def _show_plan(plan: Any) -> None:
    for row in plan.rows:
        why = " ".join(message.text for message in row.messages)
        say("\t".join((row.action.value, row.file, str(row.row), row.title, why)))
    for question in plan.open_questions:
        tell(
            tr("{file}, row {row}: {question} {otherwise}").format(
                file=question.file, row=question.row, question=question.prompt, otherwise=question.otherwise
            )
        )
    added = ", ".join(f"{table} {count}" for table, count in plan.added.items())
    tell(
        tr("Added: {added}. Open questions: {count}.").format(
            added=added or "–", count=len(plan.open_questions)
        )
    )


def list_rows(options: argparse.Namespace) -> int:
    """List sessions, people, cases, notes, agenda items, or what happened in sessions."""
    query = load(LISTS[options.what])
    with opened(options) as store, store.read() as session:
        if not options.session:
            rows = query(session)
        elif options.what == "sessions":
            wanted = session_id(session, options.session)
            rows = [row for row in query(session) if row.id == wanted]
        else:
            rows = query(session, session_id(session, options.session))
    if options.json:
        emit([_listed(row) for row in rows])
    else:
        print_table(rows, _COLUMNS[options.what])
    return status.DONE


def _listed(row: Any) -> dict[str, Any]:
    """A row as JSON shows it: times of day as text, as people read them."""
    fields = asdict(row)
    if isinstance(fields.get("start"), int):
        fields["start"] = clock(fields["start"])
    return fields


def search(options: argparse.Namespace) -> int:
    """Find words."""
    with opened(options) as store:
        hits = store.search(options.query)
    if options.json:
        emit(hits)
    else:
        print_table(hits, ("kind", "title", "belongs_to", "context"))
    return status.DONE


def check(options: argparse.Namespace) -> int:
    """Check the file, and what stands in the way of publishing. Damage ends with status 3."""
    from facilitator.features.briefing.queries import preflight
    from facilitator.storage.checking import check as check_store

    with opened(options) as store, store.read() as session:
        integrity, publishing = list(check_store(store)), list(preflight(session))
    if options.json:
        emit({"integrity": integrity, "publishing": publishing})
    else:
        messages = Counter(
            (*(found.message for found in integrity), *(found.message for found in publishing))
        )
        for message, count in messages.items():
            say(
                message
                if count == 1
                else tr("{message} ({count} times)").format(message=message, count=count)
            )
        tell(
            tr("Integrity: {count} findings. Before publishing: {open} findings.").format(
                count=len(integrity), open=len(publishing)
            )
        )
    return status.REFUSED if integrity else status.DONE


def backup(options: argparse.Namespace) -> int:
    """Copy the library, verified."""
    from facilitator.storage.backup import backup_to_file

    with opened(options) as store:
        backup_to_file(store, options.out)
    tell(tr("Wrote {path}, verified.").format(path=options.out))
    return status.DONE
