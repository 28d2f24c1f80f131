"""Take the sessions of a series through the gate, each as it goes through it alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from facilitator.domain.naming import session_label
from facilitator.features.briefing.clearing import clear_briefing
from facilitator.features.briefing.series.cleared import ClearedSeries
from facilitator.features.briefing.series.report import short_name
from facilitator.features.briefing.series.snapshot import SeriesSnapshot
from facilitator.kit.feature import Heed
from facilitator.publishing.gate import Finding, Protection, Severity, clear
from facilitator.reading.branding import on_lost_logos
from facilitator.translation import ntr


def clear_series(snapshot: SeriesSnapshot, heed: Heed) -> ClearedSeries:
    """Clear each paper. ``heed`` is told how far it is: clearing is the first half of the way to the document."""
    chapters = []
    for done, one in enumerate(snapshot.chapters):
        heed(done, 2 * len(snapshot.chapters))
        chapters.append(clear_briefing(one))
    hosts = _hosts(snapshot)
    return ClearedSeries(
        snapshot.series,
        snapshot.template,
        snapshot.language,
        hosts,
        tuple(chapters),
        tuple(one.session for one in snapshot.without),
        tuple(_protections(snapshot, hosts)),
        tuple(_findings(snapshot)),
    )


def _hosts(snapshot: SeriesSnapshot) -> tuple[str, ...]:
    """Who hosts the series, or else its sessions, once each."""
    of_sessions = (host for one in snapshot.sessions for host in one.session.hosts)
    return snapshot.series.hosts or tuple(dict.fromkeys(of_sessions))


def _protections(snapshot: SeriesSnapshot, hosts: tuple[str, ...]) -> Iterator[Protection]:
    """What each session must not tell; the hosts stand on the cover in any case."""
    for one in snapshot.sessions:
        told = (*one.material.told_anyhow, *hosts)
        yield clear(dataclasses.replace(one.material, told_anyhow=told)).protection


def _findings(snapshot: SeriesSnapshot) -> Iterator[Finding]:
    """What the whole leaves out, and what nobody has composed yet."""
    if snapshot.without:
        message = ntr(
            "Without a paper, and so not in the document: {count} session ({sessions}).",
            "Without a paper, and so not in the document: {count} sessions ({sessions}).",
            len(snapshot.without),
        )
        names = [session_label(one.session.label, one.session.title) for one in snapshot.without]
        yield _finding("session_left_out", Severity.WARNING, message, names)
    drafted = [one for one in snapshot.chapters if one.sections is None]
    if drafted:
        message = ntr(
            "Drafted from the notes as they stand, as nobody composed it: {count} session ({sessions}).",
            "Drafted from the notes as they stand, as nobody composed them: {count} sessions ({sessions}).",
            len(drafted),
        )
        names = [short_name(one.session) for one in drafted]
        yield _finding("session_not_composed", Severity.INFO, message, names)
    yield from on_lost_logos(snapshot.series.lost)


def _finding(code: str, severity: Severity, message: str, names: Sequence[str]) -> Finding:
    return Finding(code, severity, message.format(count=len(names), sessions="; ".join(names)))
