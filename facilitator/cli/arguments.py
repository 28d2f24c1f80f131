"""What the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator import __version__
from facilitator.cli import library, papers
from facilitator.translation import tr


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each sets ``run``, which is called with the options."""
    top = argparse.ArgumentParser(
        prog="facilitator",
        description=tr("Plan learning sessions, take notes in them, and print the briefing, offline."),
        epilog=tr("Without a command, the window opens on LIBRARY."),
    )
    top.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = top.add_subparsers(required=True, metavar=tr("COMMAND"))
    _add_making(commands)
    _add_reading(commands)
    _add_writing(commands)
    return top


def _command(
    commands: Any, name: str, help_text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    command.set_defaults(run=run)
    command.add_argument("library", type=Path, metavar="LIBRARY", help=tr("the library file (.lle)"))
    return command


def _add_session(command: argparse.ArgumentParser) -> None:
    command.add_argument("--session", default="", metavar="S", help=tr("label, title or id of a session"))


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=tr("JSON on standard output"))


def _add_making(commands: Any) -> None:
    new = _command(commands, "new", tr("make a new library"), library.new)
    new.add_argument("--sample", action="store_true", help=tr("with the sample on real sessions of 2020"))
    files = _command(commands, "import", tr("import CSV and XLSX files"), library.import_files)
    files.add_argument("files", type=Path, nargs="+", metavar="FILE")
    files.add_argument("--dry-run", action="store_true", help=tr("show the plan, change nothing"))
    _add_json(files)


def _add_reading(commands: Any) -> None:
    rows = _command(commands, "list", tr("list what the library holds"), library.list_rows)
    rows.add_argument("what", choices=tuple(library.LISTS))
    _add_session(rows)
    _add_json(rows)
    search = _command(
        commands, "search", tr("find words in sessions, people, cases and notes"), library.search
    )
    search.add_argument("query", metavar="QUERY")
    _add_json(search)
    check = _command(
        commands, "check", tr("check the file, and what stands in the way of publishing"), library.check
    )
    _add_json(check)


def _add_writing(commands: Any) -> None:
    export = _command(commands, "export", tr("write a paper to a file"), papers.export)
    known = tuple(papers.reports())
    export.add_argument("report", choices=known, metavar="REPORT", help=", ".join(known))
    _add_session(export)
    formats = dict.fromkeys(format_ for report in papers.reports().values() for format_ in report.formats)
    export.add_argument(
        "--format",
        default="",
        metavar="FORMAT",
        help=tr("{formats}; without it the first that the paper can be written as").format(
            formats=", ".join(formats)
        ),
    )
    export.add_argument(
        "--lang", default="en", metavar="LANG", help=tr("language of the paper's fixed texts")
    )
    export.add_argument(
        "--each-item", action="store_true", help=tr("a calendar entry for each item, not for the session")
    )
    export.add_argument(
        "--series", default="", metavar="NAME", help=tr("title, hashtag or id of the series that is bound")
    )
    export.add_argument(
        "--flash", action="store_true", help=tr("the flash notes of the series, not its briefings")
    )
    export.add_argument(
        "--with-data",
        action="store_true",
        help=tr("the PDF of a briefing or flash note carries what it shows as data (JSON)"),
    )
    export.add_argument(
        "--person", default="", metavar="P", help=tr("name or id of the one person that a brief is for")
    )
    export.add_argument(
        "--template",
        default="",
        metavar="T",
        help=tr("title or id of the template that “paper” is made with"),
    )
    export.add_argument(
        "--strict", action="store_true", help=tr("write nothing while something is open in the paper")
    )
    export.add_argument(
        "--out",
        required=True,
        metavar="PATH",
        help=tr("a file; for speaker briefs a folder too, which gets a file for each person"),
    )
    backup = _command(commands, "backup", tr("copy the library to another file, verified"), library.backup)
    backup.add_argument("--out", type=Path, required=True, metavar="PATH")
