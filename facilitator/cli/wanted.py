"""What is asked for on the command line: refused where there is no such paper, before anything is read; and found."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.domain.text import folded
from facilitator.kit.feature import Report
from facilitator.translation import PAPER_LANGUAGES, tr


def is_folder(out: str) -> bool:
    """Whether a path means a folder, which gets a file for each person."""
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


def series_id(known: Sequence[tuple[str, str, str]], reference: str) -> str:
    """The id of the series meant by an id, a title or a hashtag, of series given by the three. Raises ``Refused`` for
    none or several."""
    wanted = folded(reference)
    for key in range(3):
        found = [row[0] for row in known if row[key].strip() and folded(row[key]) == wanted]
        if len(found) > 1:
            raise Refused(
                tr("“{reference}” means several series.").format(reference=reference),
                tr("Name one by its id: {ids}.").format(ids=", ".join(found)),
                tr("Nothing was written."),
            )
        if found:
            return found[0]
    titles = "; ".join(title or row_id for row_id, title, _ in known)
    raise Refused(
        tr("There is no series “{reference}”.").format(reference=reference),
        tr("Known are: {names}.").format(names=titles or "–"),
        tr("Nothing was written."),
    )


def check_wanted(report: Report, format_: str, options: argparse.Namespace) -> None:
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
    if report.series and not (options.series or options.session):
        raise Refused(
            tr("“{report}” is about one series.").format(report=report.id),
            tr("Name it with --series, or one of its sessions with --session."),
            nothing,
        )
    _check_options(report, format_, options)


def _check_options(report: Report, format_: str, options: argparse.Namespace) -> None:
    """Refuse what can be asked of other papers only."""
    nothing = tr("Nothing was written.")
    of_series = (("--series", options.series), ("--flash", options.flash))
    given = [name for name, value in of_series if value]
    if given and not report.series:
        raise Refused(
            tr("“{report}” can't be written with {option}.").format(report=report.id, option=given[0]),
            tr("Only “series” binds the papers of a series."),
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
    takes_template = "template" in report.options
    if options.template and not takes_template:
        raise Refused(
            tr("“{report}” can't be written with {option}.").format(report=report.id, option="--template"),
            tr("Only “paper” is made with a template that is named."),
            nothing,
        )
    if takes_template and not options.template:
        raise Refused(
            tr("“{report}” is made with a template.").format(report=report.id),
            tr("Name it with --template, by its title or id."),
            nothing,
        )
    if options.person and not report.people:
        raise Refused(
            tr("“{report}” can't be written for one person.").format(report=report.id),
            tr("Only speaker briefs are for one person each."),
            nothing,
        )
    if is_folder(options.out) and not report.apart:
        raise Refused(
            tr("“{report}” can't be written into a folder.").format(report=report.id),
            tr("“{name}” is a folder, and only speaker briefs are a file for each person.").format(
                name=options.out
            ),
            nothing,
        )
