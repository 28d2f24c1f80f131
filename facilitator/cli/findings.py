"""What is open in a paper, told to the person; or what keeps it from being written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.cli.output import tell
from facilitator.domain.errors import Refused
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import ntr, tr


def tell_findings(findings: Sequence[Finding], *, strict: bool) -> None:
    """Say the findings on standard error, those that weigh most first, each once with how often it was found. Raises
    ``Refused`` when ``strict`` and something is open; what is only to be known keeps nothing back."""
    weighed = sorted(findings, key=lambda found: found.severity is not Severity.WARNING)
    for (severity, message), count in Counter((one.severity, one.message) for one in weighed).items():
        sign = "▲" if severity is Severity.WARNING else "○"
        times = ntr("{message} ({count} time)", "{message} ({count} times)", count)
        tell(f"{sign} {times.format(message=message, count=count) if count > 1 else message}")
    count = sum(one.severity is Severity.WARNING for one in findings)
    if strict and count:
        told = ntr("{count} thing is open in this paper.", "{count} things are open in this paper.", count)
        raise _kept_back(told.format(count=count))


def refuse_unshown(rendering: Rendering) -> None:
    """Raise ``Refused`` for what only shows when a paper is made: characters without a font, more than its page."""
    if rendering.missing:
        characters = " ".join(rendering.missing)
        raise _kept_back(tr("No font has {characters}.").format(characters=characters))
    if rendering.overfull:
        raise _kept_back(tr("It does not fit one page."))


def _kept_back(why: str) -> Refused:
    safe = tr(
        "Nothing was written. Without --strict it is written all the same, without what consent withholds."
    )
    return Refused(tr("The paper is not ready."), why, safe)
