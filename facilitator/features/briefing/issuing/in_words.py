"""Statuses, days and moments in the words of the screens."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale

from facilitator.domain.dates import show_date
from facilitator.domain.issuing import STATUS_LABELS, Status, days_left
from facilitator.features.briefing.issuing.rows import SheetRow, StepRow
from facilitator.translation import mark, ntr, tr

ACTIONS: dict[Status, str] = {
    Status.DRAFT: mark("Back to draft"),
    Status.IN_REVIEW: mark("Send to review"),
    Status.CLEARED: mark("Sign off as cleared…"),
    Status.ISSUED: mark("Issue…"),
}
SIGNS: dict[Status, str] = {
    Status.DRAFT: "○",
    Status.IN_REVIEW: "◔",
    Status.CLEARED: "◕",
    Status.ISSUED: "●",
}
"""A form for each status, which fills up on the way."""


def today() -> str:
    """Today by the clock of this computer, as an ISO date."""
    return _today().isoformat()


def _today() -> date:
    return datetime.now().astimezone().date()


def status_words(status: Status) -> str:
    """The status with its sign."""
    return f"{SIGNS[status]} {tr(STATUS_LABELS[status])}"


def moment_words(at: int) -> str:
    """A moment (milliseconds since 1970-01-01 UTC) by the clock of this computer."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), QLocale.FormatType.ShortFormat)


def due_words(due: str, status: Status) -> str:
    """How many days are left until a paper is due; nothing where none is set, or it is issued."""
    left = days_left(due, _today())
    if left is None or status is Status.ISSUED:
        return ""
    if left < 0:
        return ntr("▲ {count} day late", "▲ {count} days late", -left).format(count=-left)
    return (
        ntr("{count} day left", "{count} days left", left).format(count=left) if left else tr("▲ due today")
    )


def file_words(step: StepRow) -> str:
    """What is kept of an issued file: its name, pages, size and the beginning of its SHA-256."""
    if not step.sha256:
        return ""
    pages = ntr("{count} page", "{count} pages", step.pages).format(count=step.pages)
    return f"{step.name}, {pages}, {QLocale().formattedDataSize(step.size)}, {step.sha256[:12]}"


def sheet_words(row: SheetRow) -> str:
    """How far a sheet is, by form and in words."""
    if row.back_on:
        return tr("● back {day}").format(day=show_date(row.back_on))
    return tr("◔ sent {day}").format(day=show_date(row.sent_on)) if row.sent_on else tr("○ not sent")
