"""How the plan stands to its times, in words."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.times import length
from facilitator.features.papers.cleared import Paper, PaperItem
from facilitator.publishing.wording import Wording
from facilitator.translation import mark


def end_against_slot(paper: Paper, wording: Wording) -> str:
    """How the end of the plan stands to that of the slot, in words."""
    summary, slot = paper.summary, paper.session.minutes
    if not paper.items or (slot is None and not summary.planned):
        return ""
    planned = wording.count("{count} minute planned", "{count} minutes planned", summary.planned)
    if slot is None:
        told = wording(mark("the length of the slot is not set"))
    elif summary.over:
        told = wording.count("{count} minute over the slot", "{count} minutes over the slot", summary.over)
    elif summary.left:
        told = wording.count(
            "{count} minute of the slot left", "{count} minutes of the slot left", summary.left
        )
    else:
        told = wording(mark("the slot is filled"))
    return f"{planned}, {told}"


def warnings(item: PaperItem, wording: Wording) -> Iterator[str]:
    """What is to be known of an item's times, in words."""
    if item.pinned:
        yield wording(mark("Hard start"))
    if item.gap and not item.night:
        yield wording.count("{count} minute free before", "{count} minutes free before", item.gap)
    if item.overlap:
        yield wording.count(
            "Overlaps what comes before by {count} minute",
            "Overlaps what comes before by {count} minutes",
            item.overlap,
        )
    if item.late:
        yield wording.count(
            "Ends {count} minute after the plenary goes on",
            "Ends {count} minutes after the plenary goes on",
            item.late,
        )
    if item.minutes is not None and item.length < item.minutes:
        yield wording(mark("Cut from {planned}"), planned=length(item.minutes))
