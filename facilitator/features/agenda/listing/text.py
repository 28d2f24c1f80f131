"""Items of an agenda as lines of text, for the clipboard: what a spreadsheet gives, and what people write in mails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.consent import Consent
from facilitator.domain.errors import Refused
from facilitator.domain.times import clock, length, parse_clock, parse_minutes
from facilitator.reading.plan_rows import AgendaItemRow

MOST_LINES = 500
_TIME = r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?"
_SPAN = re.compile(rf"({_TIME})\s*[-–—]\s*({_TIME})[\s:.–—-]*(.*)", re.IGNORECASE)
_LED = re.compile(r"(\d{1,2}:\d{2}|\d{1,3}\s*(?:min|m|[’'′]))\.?\s+(.+)", re.IGNORECASE)
_TRAILED = re.compile(r"(.+?)[\s,;–—-]*\(?\b(\d{1,3}\s*(?:min|mins|minutes|[’'′]))\)?\.?", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Pasted:
    """An item that a line of text tells."""

    title: str
    minutes: int | None = None


def as_text(rows: Iterable[AgendaItemRow], segments: dict[str, str]) -> str:
    """A line for each item: title, minutes, start, segment, group and speakers, with tabs between them. Who is off the
    record never leaves the library, and so is in no text that is made to be pasted elsewhere."""
    return "\n".join(
        "\t".join(
            " ".join(text.split())
            for text in (
                row.title,
                length(row.minutes),
                clock(row.start),
                segments.get(row.segment, row.segment_as_written),
                row.group,
                ", ".join(_told(row)),
            )
        )
        for row in rows
    )


def _told(row: AgendaItemRow) -> Iterator[str]:
    return (one.person for one in row.appearances if one.consent != Consent.OFF_THE_RECORD)


def read_text(text: str) -> list[Pasted]:
    """The items that a text tells, a line each: ``title<TAB>minutes``, ``0:10 title``, ``title (10 min)``,
    ``15:00–15:10 title``; a line without a length is a title. At most ``MOST_LINES``."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [_read_line(line) for line in lines[:MOST_LINES]]


def _read_line(line: str) -> Pasted:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > 1:
        return _read_cells(cells)
    words = _BULLET.sub("", line).strip()
    if (found := _SPAN.fullmatch(words)) and found[3]:
        start, end = _read(parse_clock, found[1]), _read(parse_clock, found[2])
        if start is not None and end is not None:
            return Pasted(found[3].strip(), (end - start) % (24 * 60))
    if found := _LED.fullmatch(words):
        return Pasted(found[2].strip(), _read(parse_minutes, found[1]))
    if found := _TRAILED.fullmatch(words):
        return Pasted(found[1].strip(), _read(parse_minutes, found[2]))
    return Pasted(words)


def _read_cells(cells: list[str]) -> Pasted:
    """The first cell that is no length is the title, the first that is one the length."""
    lengths = [_read(parse_minutes, cell) for cell in cells]
    minutes = next((found for found in lengths if found is not None), None)
    title = next((cell for cell, found in zip(cells, lengths, strict=True) if cell and found is None), "")
    return Pasted(title, minutes)


def _read(parse: object, text: str) -> int | None:
    assert callable(parse)
    try:
        found: int | None = parse(text)
    except Refused:
        return None
    return found
