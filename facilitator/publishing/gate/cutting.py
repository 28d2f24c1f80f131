"""Take out of runs, and of single texts, what must not be told in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from facilitator.publishing.document import Runs
from facilitator.publishing.gate.protection import Protection, Span


def without(runs: Runs, protection: Protection, within: Iterable[str] = ()) -> Runs:
    """Runs cleaned as one text; ``within`` are ids of notes and cases that it rests on. An address with words cut out
    leads nowhere, or elsewhere: it is left out."""
    kept = tuple(within)
    spans, _ = protection.spans("".join(run.text for run in runs), kept)
    found, at = [], 0
    for run in runs:
        text = cut(run.text, at, spans)
        at += len(run.text)
        link = run.link if not protection.spans(run.link, kept)[0] else ""
        if text or not run.text:
            found.append(dataclasses.replace(run, text=text, link=link))
    return tuple(found)


def cut(text: str, offset: int, spans: Sequence[Span]) -> str:
    """The text of a run that begins at ``offset``, without the spans; what stands for a span goes where it begins."""
    parts, at, end = [], offset, offset + len(text)
    for span in spans:
        if span.end <= offset or span.start >= end:
            continue
        parts.append(text[at - offset : max(span.start, offset) - offset])
        if span.start >= offset:
            parts.append(span.instead)
        at = min(span.end, end)
    return "".join([*parts, text[at - offset :]])
