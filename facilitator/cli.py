"""The command line: the same commands and papers as the screen, without it, for scripts and tests.

Results go to standard output, progress and messages to standard error. Exit status: 0 done, 1 a bug, 2 wrong usage,
3 the input is refused and nothing was changed.
"""

from __future__ import annotations

import argparse
import dataclasses
import enum
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from facilitator import __version__
from facilitator.domain.errors import Refused
from facilitator.translation import ntr, tr

DONE, BUG, WRONG_USAGE, REFUSED = 0, 1, 2, 3
COMMANDS = ("new", "import", "list", "search", "export", "check", "backup")
LISTS = {
    "sessions": "facilitator.features.sessions.queries:list_sessions",
    "people": "facilitator.features.people.queries:list_people",
    "cases": "facilitator.features.cases.queries:list_cases",
    "notes": "facilitator.features.notes.queries:list_notes",
    "agenda": "facilitator.features.agenda.queries:list_agenda",
}
_COLUMNS = {
    "sessions": ("label", "date", "title"),
    "people": ("name", "office_title", "organisation", "city", "consent"),
    "cases": ("city", "country", "title"),
    "notes": ("session", "kind", "speaker", "text"),
    "agenda": ("session", "start", "minutes", "segment", "title", "speakers"),
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except Refused as refusal:
        tell(str(refusal))
        return REFUSED
    except KeyboardInterrupt:
        tell(tr("Stopped. Nothing was changed."))
        return REFUSED


def tell(message: str) -> None:
    """Say something to the person, not to the script."""
    print(message, file=sys.stderr)


def _emit(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_jsonable))


def _jsonable(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="facilitator",
        description=tr("Plan learning sessions, take notes in them, and print the briefing, offline."),
        epilog=tr("Without a command, the window opens on LIBRARY."),
    )
    parser.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = parser.add_subparsers(required=True, metavar=tr("COMMAND"))

    def add(name: str, help_text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(run=run)
        command.add_argument("library", type=Path, metavar="LIBRARY", help=tr("the library file (.lle)"))
        return command

    new = add("new", tr("make a new library"), _new)
    new.add_argument("--sample", action="store_true", help=tr("with the sample on real sessions of 2020"))

    import_ = add("import", tr("import CSV and XLSX files"), _import)
    import_.add_argument("files", type=Path, nargs="+", metavar="FILE")
    import_.add_argument("--dry-run", action="store_true", help=tr("show the plan, change nothing"))
    import_.add_argument("--json", action="store_true")

    list_ = add("list", tr("list what the library holds"), _list)
    list_.add_argument("what", choices=tuple(LISTS))
    list_.add_argument("--session", default="", metavar="S", help=tr("label, title or id of a session"))
    list_.add_argument("--json", action="store_true")

    search = add("search", tr("find words in sessions, people, cases and notes"), _search)
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--json", action="store_true")

    export = add("export", tr("write a paper to a file"), _export)
    reports = _reports()
    export.add_argument("report", choices=tuple(reports), metavar="REPORT", help=", ".join(reports))
    export.add_argument("--session", default="", metavar="S", help=tr("label, title or id of a session"))
    export.add_argument("--format", default="", metavar="FORMAT", help=tr("pdf (usual) or md"))
    export.add_argument(
        "--lang", default="en", metavar="LANG", help=tr("language of the paper's fixed texts")
    )
    export.add_argument("--out", type=Path, required=True, metavar="PATH")

    check = add("check", tr("check the file, and what stands in the way of publishing"), _check)
    check.add_argument("--json", action="store_true")

    backup = add("backup", tr("copy the library to another file, verified"), _backup)
    backup.add_argument("--out", type=Path, required=True, metavar="PATH")
    return parser


def _reports() -> dict[str, Any]:
    from facilitator.shell.catalog import FEATURES

    return {report.id: report for feature in FEATURES for report in feature.reports}


def _open(options: argparse.Namespace, *, read_only: bool = True) -> Any:
    from facilitator.storage.store import open_library

    return closing(open_library(options.library, read_only=read_only))


def _session_id(session: Any, reference: str) -> str:
    """The id of the session meant by a label, a title or an id. Raises ``Refused`` for none or several."""
    from facilitator.domain.text import folded
    from facilitator.features.sessions.queries import list_sessions

    rows = list_sessions(session)
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


def _new(options: argparse.Namespace) -> int:
    if options.sample:
        from facilitator.features.imports.sample import make_sample

        make_sample(options.library)
    else:
        from facilitator.storage.store import new_library

        new_library(options.library).close()
    tell(tr("Made {path}").format(path=options.library))
    return DONE


def _import(options: argparse.Namespace) -> int:
    from facilitator.features.imports.commands import ApplyImport
    from facilitator.features.imports.planning import plan_files

    with _open(options, read_only=options.dry_run) as store:
        with store.read() as session:
            plan = plan_files(session, options.files)
        if not options.dry_run:
            store.run(ApplyImport(plan))
    if options.json:
        _emit(plan.as_json())
    else:
        for line in plan.as_text():
            print(line)
    return DONE


def _list(options: argparse.Namespace) -> int:
    from facilitator.kit.feature import load

    with _open(options) as store, store.read() as session:
        query = load(LISTS[options.what])
        if options.session:
            session_id = _session_id(session, options.session)
            if options.what == "sessions":
                rows = [row for row in query(session) if row.id == session_id]
            else:
                rows = query(session, session_id)
        else:
            rows = query(session)
    if options.json:
        _emit(rows)
    else:
        _print_table(rows, _COLUMNS[options.what])
    return DONE


def _print_table(rows: Iterable[Any], columns: Sequence[str]) -> None:
    print("\t".join(columns))
    for row in rows:
        print("\t".join(_cell(getattr(row, column)) for column in columns))


def _cell(value: Any) -> str:
    if isinstance(value, tuple | list):
        return "; ".join(_cell(entry) for entry in value)
    return "" if value is None else " ".join(str(value).split())


def _search(options: argparse.Namespace) -> int:
    with _open(options) as store:
        hits = store.search(options.query)
    if options.json:
        _emit(hits)
    else:
        _print_table(hits, ("kind", "title", "belongs_to", "context"))
    return DONE


def _export(options: argparse.Namespace) -> int:
    from facilitator.kit.feature import load
    from facilitator.publishing import export
    from facilitator.storage.files import write_whole

    report = _reports()[options.report]
    format_ = options.format or report.formats[0]
    if format_ not in report.formats:
        raise Refused(
            tr("“{report}” can't be written as {format}.").format(report=report.id, format=format_),
            tr("It can be written as: {formats}.").format(formats=", ".join(report.formats)),
            tr("Nothing was written."),
        )
    with _open(options) as store, store.read() as session:
        session_id = _session_id(session, options.session) if options.session else ""
        if report.of_session and not session_id:
            raise Refused(
                tr("“{report}” is about one session.").format(report=report.id),
                tr("Name it with --session."),
                tr("Nothing was written."),
            )
        document = load(report.build)(session, session_id, options.lang)
    rendering = export.render(document, format_)
    write_whole(options.out, rendering.data)
    if rendering.missing:
        tell(
            tr("No font has these characters, they are printed by code: {list}").format(
                list=" ".join(rendering.missing)
            )
        )
    if rendering.overfull:
        tell(tr("It does not fit one page, and goes on over {pages}.").format(pages=rendering.pages))
    tell(
        ntr("Wrote {path}, {count} page.", "Wrote {path}, {count} pages.", rendering.pages).format(
            path=options.out, count=rendering.pages
        )
    )
    return DONE


def _check(options: argparse.Namespace) -> int:
    from facilitator.features.briefing.queries import preflight
    from facilitator.storage.checking import check

    with _open(options) as store, store.read() as session:
        integrity, publishing = list(check(store)), list(preflight(session))
    if options.json:
        _emit({"integrity": integrity, "publishing": publishing})
    else:
        for finding in [*integrity, *publishing]:
            print(finding.message)
        tell(
            tr("Integrity: {count} findings. Before publishing: {open} findings.").format(
                count=len(integrity), open=len(publishing)
            )
        )
    return REFUSED if integrity else DONE


def _backup(options: argparse.Namespace) -> int:
    from facilitator.storage.backup import backup_to_file

    with _open(options) as store:
        backup_to_file(store, options.out)
    tell(tr("Wrote {path}, verified.").format(path=options.out))
    return DONE
