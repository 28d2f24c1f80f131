"""How a part of the paper stands, by form and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow, SectionRow
from facilitator.translation import ntr, tr

_NEEDS_NONE = (Style.SUBHEADING, Style.TABLE, Style.PICTURE)


@dataclass(frozen=True)
class Place:
    """A paragraph that is to be settled."""

    section_key: str
    paragraph_id: str


def lacks_evidence(row: ParagraphRow) -> bool:
    """Whether it states something that no note backs."""
    return not row.evidence and bool(row.text.strip()) and row.style not in _NEEDS_NONE


def to_settle(briefing: BriefingRow) -> Iterator[Place]:
    """The paragraphs that are withheld, whose source has moved, or that rest on nothing, in the order of the paper."""
    for section in briefing.sections:
        for row in section.paragraphs:
            if row.withheld or row.moved or lacks_evidence(row):
                yield Place(section.key, row.id)


def next_place(briefing: BriefingRow, section_key: str, paragraph_id: str) -> Place | None:
    """The one behind where the person is, or the first; None where all is settled."""
    places = list(to_settle(briefing))
    order = [Place(section.key, row.id) for section in briefing.sections for row in section.paragraphs]
    keys = [section.key for section in briefing.sections]
    here = Place(section_key, paragraph_id)
    if here in order:
        after = set(order[order.index(here) + 1 :])
        return next((one for one in places if one in after), places[0] if places else None)
    begin = keys.index(section_key) if section_key in keys else 0
    return next(
        (one for one in places if keys.index(one.section_key) >= begin), places[0] if places else None
    )


def measure(section: SectionRow) -> str:
    """Words and paragraphs, against the limits that there are."""
    if section.generated:
        return tr("from the records")
    parts = []
    if section.most_items:
        parts.append(tr("{count} of {most} items").format(count=section.items, most=section.most_items))
    elif section.items:
        parts.append(ntr("{count} item", "{count} items", section.items).format(count=section.items))
    if section.most_words:
        parts.append(tr("{count} of {most} words").format(count=section.words, most=section.most_words))
    return " · ".join(parts)


def lacks(section: SectionRow, unused: int) -> list[str]:
    """What is missing in a part or too much of it; ``unused`` notes of its kinds are in no paragraph yet."""
    if section.generated:
        return []
    found = []
    if not section.items:
        found.append(tr("empty"))
    elif section.items < section.least_items:
        missing = section.least_items - section.items
        found.append(ntr("{count} missing", "{count} missing", missing).format(count=missing))
    if section.most_items and section.items > section.most_items:
        over = section.items - section.most_items
        found.append(ntr("▲ {count} too many", "▲ {count} too many", over).format(count=over))
    if section.most_words and section.words > section.most_words:
        over = section.words - section.most_words
        found.append(ntr("▲ {count} word too long", "▲ {count} words too long", over).format(count=over))
    if section.too_long:
        count = len(section.too_long)
        found.append(
            ntr("▲ {count} paragraph too long", "▲ {count} paragraphs too long", count).format(count=count)
        )
    for sign, count in (
        ("✕", sum(row.withheld for row in section.paragraphs)),
        ("▲", sum(row.moved for row in section.paragraphs)),
        ("○", sum(lacks_evidence(row) for row in section.paragraphs)),
    ):
        if count:
            found.append(f"{sign} {count}")
    if unused:
        found.append(ntr("{count} note unused", "{count} notes unused", unused).format(count=unused))
    return found
