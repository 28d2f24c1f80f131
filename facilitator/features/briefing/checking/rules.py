"""What a careful reader would find in the words of a paper, beyond what consent holds back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from facilitator.domain.dates import MONTHS
from facilitator.domain.issuing import Status, days_left
from facilitator.domain.prose.style import Style
from facilitator.domain.text import folded
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow, SectionRow
from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import mark, ntr, papers, tr

_TABLE = "briefing_paragraph"
_LIKE = 84
"""From so much of 100 on a quoted title is the session's, typed wrong."""
_NEAR = 12
"""Letters that a title has at least, to be told from another one by its letters."""
_QUOTED = re.compile('[“«"„]\\s?([^“”«»"„]{5,160}?)\\s?[”»"“]')
_NUMBERED = (
    re.compile(r"\b(?:session|sesión|sessão|сессия|сессии)\s+(?:n[o.º°]+\s*)?(\d{1,3})\b", re.IGNORECASE),
    re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+(?:session|live learning|lle)\b", re.IGNORECASE),
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True)
class Occasion:
    """What the record holds of the session. ``date`` is an ISO date; all are empty where not known."""

    title: str = ""
    label: str = ""
    date: str = ""
    language: str = "en"


def findings_of(
    briefing: BriefingRow, occasion: Occasion, headings: Mapping[str, str], status: Status, today: dt.date
) -> Iterator[Finding]:
    """All of them, in the order of the paper. ``headings`` are those of the parts as they are shown."""
    left = days_left(briefing.due, today)
    if left is not None and left < 0 and status is not Status.ISSUED:
        told = ntr("The paper was due {count} day ago.", "The paper was due {count} days ago.", -left)
        yield Finding("overdue", Severity.WARNING, told.format(count=-left))
    for section in briefing.sections:
        yield from _of_section(section, headings.get(section.key, section.key))
        for row in section.paragraphs:
            yield from _of_paragraph(row, occasion)


def _of_section(section: SectionRow, heading: str) -> Iterator[Finding]:
    if section.generated or not section.items:
        return
    for code, over, text in (
        ("part_too_long", section.most_words and section.words - section.most_words, _LONG),
        ("part_too_full", section.most_items and section.items - section.most_items, _FULL),
        ("part_too_thin", section.least_items and section.least_items - section.items, _THIN),
    ):
        if over and over > 0:
            first = next((row.id for row in section.paragraphs), "")
            message = ntr(*text, over).format(part=heading, count=over)
            yield Finding(code, Severity.WARNING, message, _TABLE, first)
    for row in section.too_long:
        over = len(row.text.split()) - section.most_words_each
        message = ntr(
            "A paragraph of “{part}” is {count} word too long.",
            "A paragraph of “{part}” is {count} words too long.",
            over,
        )
        yield Finding(
            "paragraph_too_long", Severity.WARNING, message.format(part=heading, count=over), _TABLE, row.id
        )


_LONG = (mark("“{part}” is {count} word too long."), mark("“{part}” is {count} words too long."))
_FULL = (mark("“{part}” has {count} item too many."), mark("“{part}” has {count} items too many."))
_THIN = (mark("“{part}” lacks {count} item."), mark("“{part}” lacks {count} items."))


def _of_paragraph(row: ParagraphRow, occasion: Occasion) -> Iterator[Finding]:
    place = (_TABLE, row.id)
    if row.moved:
        message = tr("The source of a paragraph has moved since it was written.")
        yield Finding("source_moved", Severity.WARNING, message, *place)
    if row.style is Style.PICTURE and not row.text.strip():
        message = tr("A picture has no description for those who don’t see it.")
        yield Finding("picture_without_alternative", Severity.WARNING, message, *place)
    if row.style is Style.PICTURE and not row.picture:
        yield Finding("picture_lost", Severity.WARNING, tr("A picture is missing in the library."), *place)
    for wrong, right in wrong_facts(row.text, occasion):
        message = tr("“{wrong}” stands in a paragraph; the record says “{right}”.").format(
            wrong=wrong, right=right
        )
        yield Finding("fact_differs", Severity.WARNING, message, *place)


def wrong_facts(text: str, occasion: Occasion) -> Iterator[tuple[str, str]]:
    """What a text says of the session that differs from the record: as it stands, and as it should. A date is the
    session's where only its day, its month or its year is another one."""
    for found, day in _dates(text, occasion.language):
        if _is_mistyped(day, occasion.date):
            yield found, _as_written(found, occasion)
    if occasion.label.isdigit():
        for pattern in _NUMBERED:
            for match in pattern.finditer(text):
                if match[1] != occasion.label:
                    yield match[0], match[0].replace(match[1], occasion.label, 1)
    if len(occasion.title) >= _NEAR:
        for match in _QUOTED.finditer(text):
            said = match[1]
            if (
                folded(said) != folded(occasion.title)
                and fuzz.ratio(folded(said), folded(occasion.title)) >= _LIKE
            ):
                yield said, occasion.title


def _dates(text: str, language: str) -> Iterator[tuple[str, dt.date]]:
    for match in _ISO.finditer(text):
        yield from _date(match[0], match[1], match[2], match[3])
    months = {
        folded(papers(code).gettext(name)): number
        for code in dict.fromkeys(("en", language))
        for number, name in enumerate(MONTHS, start=1)
    }
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    low = folded(text)
    if len(low) != len(text):
        low = text.casefold()
    for pattern, order in (
        (rf"\b(\d{{1,2}})(?:er|[.º])?(?:\s+de)?\s+({names})\.?,?(?:\s+de)?\s+(\d{{4}})\b", (3, 2, 1)),
        (rf"\b({names})\s+(\d{{1,2}}),?\s+(\d{{4}})\b", (3, 1, 2)),
    ):
        for match in re.finditer(pattern, low):
            year, month, day = (match[number] for number in order)
            yield from _date(text[match.start() : match.end()], year, str(months[month]), day)


def _date(found: str, year: str, month: str, day: str) -> Iterator[tuple[str, dt.date]]:
    try:
        yield found, dt.date(int(year), int(month), int(day))
    except ValueError:
        return


def _is_mistyped(day: dt.date, record: str) -> bool:
    """Whether a date is the session's but for one of day, month and year."""
    try:
        own = dt.date.fromisoformat(record)
    except ValueError:
        return False
    same = (day.year == own.year, day.month == own.month, day.day == own.day)
    return sum(same) == 2


def _as_written(found: str, occasion: Occasion) -> str:
    if _ISO.fullmatch(found):
        return occasion.date
    from facilitator.publishing.wording import Wording

    return Wording(occasion.language).date(occasion.date)
