"""Papers: export one, and the whole chain where there is no display."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facilitator.cli import status
from facilitator.cli.library import opened, session_id
from facilitator.cli.output import say, tell
from facilitator.domain.errors import Refused
from facilitator.domain.text import folded
from facilitator.kit.feature import Report, load, making
from facilitator.translation import PAPER_LANGUAGES, ntr, tr

_SWITCHES = ("each_item", "with_data")
"""The options of papers that are asked for or not."""


def reports() -> dict[str, Report]:
    """The papers that the features make, by id."""
    from facilitator.shell import catalog

    return {report.id: report for report in catalog.reports()}


def export(options: argparse.Namespace) -> int:
    """Write a paper to a file, or that of each person to a file in a folder; each whole or not at all."""
    report = reports()[options.report]
    format_ = options.format or report.formats[0]
    _check(report, format_, options)
    chosen: dict[str, Any] = {name: True for name in _SWITCHES if getattr(options, name)}
    with opened(options) as store, store.read() as session:
        wanted = session_id(session, options.session) if options.session else ""
        if options.person:
            chosen["person_id"] = person_id(load(report.people)(session, wanted), options.person)
        if _is_folder(options.out):
            make_apart = load(report.apart)(session, wanted, options.lang, **chosen)
        else:
            make = making(report, session, wanted, options.lang, format_, **chosen)
    if _is_folder(options.out):
        _write_apart(make_apart(_unheard), format_, Path(options.out))
    else:
        document = make(_unheard)
        _write(document, format_, Path(options.out))
        for finding in document.findings:
            if finding.code == "brief_kept_apart":
                tell(finding.message)
    return status.DONE


def _is_folder(out: str) -> bool:
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def person_id(people: Sequence[tuple[str, str]], reference: str) -> str:
    """The id of the person meant by an id or a name, of people given by both. Raises ``Refused`` for none or
    several."""
    nothing = tr("Nothing was written.")
    named = [row_id for row_id, name in people if folded(name) == folded(reference)]
    found = [row_id for row_id, _ in people if row_id == reference] or named
    if len(found) > 1:
        raise Refused(
            tr("“{reference}” means several people.").format(reference=reference),
            tr("Name one by its id: {ids}.").format(ids=", ".join(found)),
            nothing,
        )
    if not found:
        known = ", ".join(name for _, name in people)
        raise Refused(
            tr("“{reference}” has no part in this session.").format(reference=reference),
            tr("Known are: {names}.").format(names=known or "–"),
            nothing,
        )
    return found[0]


def _check(report: Report, format_: str, options: argparse.Namespace) -> None:
    """Refuse what the paper can't be, before anything is read."""
    nothing = tr("Nothing was written.")
    if format_ not in report.formats:
        raise Refused(
            tr("“{report}” can't be written as {format}.").format(report=report.id, format=format_),
            tr("It can be written as: {formats}.").format(formats=", ".join(report.formats)),
            nothing,
        )
    if options.lang not in PAPER_LANGUAGES:
        raise Refused(
            tr("“{report}” can't be written in the language “{language}”.").format(
                report=report.id, language=options.lang
            ),
            tr("Its fixed texts are known in: {languages}.").format(languages=", ".join(PAPER_LANGUAGES)),
            nothing,
        )
    if report.of_session and not options.session:
        raise Refused(
            tr("“{report}” is about one session.").format(report=report.id),
            tr("Name it with --session."),
            nothing,
        )
    if options.each_item and "each_item" not in report.options:
        raise Refused(
            tr("“{report}” can't be written with --each-item.").format(report=report.id),
            tr("Only a calendar has an entry for each item."),
            nothing,
        )
    if options.with_data and ("with_data" not in report.options or format_ != "pdf"):
        raise Refused(
            tr("“{report}” as {format} can't be written with --with-data.").format(
                report=report.id, format=format_
            ),
            tr("Only the PDF of a briefing or flash note carries its data."),
            nothing,
        )
    if options.person and not report.people:
        raise Refused(
            tr("“{report}” can't be written for one person.").format(report=report.id),
            tr("Only speaker briefs are for one person each."),
            nothing,
        )
    if _is_folder(options.out) and not report.apart:
        raise Refused(
            tr("“{report}” can't be written into a folder.").format(report=report.id),
            tr("“{name}” is a folder, and only speaker briefs are a file for each person.").format(
                name=options.out
            ),
            nothing,
        )


def _unheard(_done: int, _of: int) -> None:
    """Nobody watches how far the paper is."""


def _write_apart(documents: Any, format_: str, folder: Path) -> None:
    from facilitator.kit.apart import write_apart

    renderings = write_apart(documents, format_, folder, _unheard)
    missing = sorted({one for rendering in renderings for one in rendering.missing})
    _tell_missing(missing)
    count = len(renderings)
    wrote = ntr("Wrote {count} file into {path}.", "Wrote {count} files into {path}.", count)
    tell(wrote.format(count=count, path=folder))


def _tell_missing(characters: Sequence[str]) -> None:
    if characters:
        tell(
            tr("No font has these characters, they are printed by code: {characters}").format(
                characters=" ".join(characters)
            )
        )


def _write(document: Any, format_: str, out: Path) -> None:
    from facilitator.publishing.export import render
    from facilitator.storage.files import write_whole

    rendering = render(document, format_)
    write_whole(out, rendering.data)
    _tell_missing(rendering.missing)
    if rendering.overfull:
        tell(tr("It does not fit one page."))
    for note in rendering.notes:
        tell(note)
    wrote = tr("Wrote {path}.")
    if format_ == "pdf":  # the others have no pages of their own
        wrote = ntr("Wrote {path}, {count} page.", "Wrote {path}, {count} pages.", rendering.pages)
    tell(wrote.format(path=out, count=rendering.pages))


def without_display(library: Path, given: Sequence[Path]) -> int:
    """The whole chain with no window: the sample library, its checks, and the briefing of one sample session.

    Raises ``Refused`` where a library was named to be shown.
    """
    if given:
        raise Refused(
            tr("“{name}” can't be shown.").format(name=given[0].name),
            tr("There is no display."),
            tr("Nothing was changed. The commands of “facilitator --help” work without one."),
        )
    from facilitator.features.imports.sample import SHOWN_SESSION, make_sample
    from facilitator.storage.checking import check
    from facilitator.storage.store import open_library

    tell(tr("There is no display: making the sample's briefing instead of opening the window."))
    library.parent.mkdir(parents=True, exist_ok=True)
    paper = library.with_name("Sample briefing.pdf")
    if not library.exists():
        make_sample(library)
    store = open_library(library, read_only=True)
    try:
        findings = list(check(store))
        with store.read() as session:
            wanted = session_id(session, SHOWN_SESSION)
            document = making(reports()["briefing"], session, wanted, "en", "pdf")(_unheard)
    finally:
        store.close()
    for finding in findings:
        tell(finding.message)
    _write(document, "pdf", paper)
    say(str(paper))
    return status.REFUSED if findings else status.DONE
