"""Papers: export one, and the whole chain where there is no display."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facilitator.cli import status
from facilitator.cli.findings import refuse_unshown, tell_findings
from facilitator.cli.library import opened, session_id
from facilitator.cli.output import say, tell
from facilitator.cli.wanted import check_wanted, is_folder, person_id, series_id
from facilitator.domain.errors import Refused
from facilitator.kit.feature import Report, findings_on, load, making
from facilitator.translation import ntr, tr

_SWITCHES = ("each_item", "with_data", "flash")
"""The options of papers that are asked for or not."""


def reports() -> dict[str, Report]:
    """The papers that the features make, by id."""
    from facilitator.shell import catalog

    return {report.id: report for report in catalog.reports()}


def export(options: argparse.Namespace) -> int:
    """Write a paper to a file, or that of each person to a file in a folder; each whole or not at all."""
    report = reports()[options.report]
    format_ = options.format or report.formats[0]
    check_wanted(report, format_, options)
    chosen: dict[str, Any] = {name: True for name in _SWITCHES if getattr(options, name)}
    if options.template:
        chosen["template"] = options.template
    with opened(options) as store, store.read() as session:
        wanted = session_id(session, options.session) if options.session else ""
        if options.person:
            chosen["person_id"] = person_id(load(report.people)(session, wanted), options.person)
        if options.series:
            chosen["series_id"] = series_id(load(report.series)(session), options.series)
        if is_folder(options.out):
            documents = load(report.apart)(session, wanted, options.lang, **chosen)(_unheard)
        else:
            documents = (making(report, session, wanted, options.lang, format_, **chosen)(_unheard),)
        template = chosen.get("template", "")
        found = [one for paper in documents for one in findings_on(report, session, wanted, paper, template)]
    tell_findings(found, strict=options.strict)
    if is_folder(options.out):
        _write_apart(documents, format_, Path(options.out))
    else:
        _write(documents[0], format_, Path(options.out), strict=options.strict)
    return status.DONE


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


def _write(document: Any, format_: str, out: Path, *, strict: bool = False) -> None:
    from facilitator.publishing.export import render
    from facilitator.storage.files import write_whole

    rendering = render(document, format_)
    if strict:
        refuse_unshown(rendering)
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
