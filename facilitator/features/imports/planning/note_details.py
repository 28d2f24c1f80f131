"""On which agenda item and at what moment a note was taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.planning.sessions import label_key
from facilitator.features.imports.planning.words_of_rows import not_understood
from facilitator.features.imports.reading.likeness import spelling
from facilitator.features.imports.reading.times import read_time
from facilitator.features.imports.reading.words import word_key
from facilitator.translation import tr


def item_of(at: RowBuilder, draft: Draft, session: DraftRow) -> str | None:
    """The id of the agenda item that a note names by number, title or segment."""
    text = at.text("item")
    if not text:
        return None
    for item in draft.of_session("agenda_item", session.id):
        number = str((item["position"] or 0) + 1)
        if any(spelling(text) == spelling(str(image.get("title") or "")) for image in item.images()):
            return item.id
        if label_key(text) == number or word_key(text) == word_key(str(item["segment_as_written"] or "")):
            return item.id
    not_understood(at, "item", tr("is no item of the session’s agenda"))
    return None


def moment_of(at: RowBuilder, session: DraftRow) -> int | None:
    """Milliseconds since 1970 UTC, where the session's date and zone tell which moment a time of day was."""
    cell = at.cell("moment")
    minute = read_time(cell).start if cell is not None else None
    if cell is None:
        return None
    zone = _zone(str(session["zone"] or ""))
    day = cell.date().isoformat() if isinstance(cell, datetime) else str(session["date"] or "")
    if minute is None or zone is None or not day:
        not_understood(at, "moment", tr("is no moment without the session’s date and time zone"))
        return None
    midnight = datetime.fromisoformat(day).replace(tzinfo=zone)
    moment = midnight.replace(hour=minute // 60, minute=minute % 60)
    return round(moment.astimezone(UTC).timestamp() * 1000)


def _zone(name: str) -> timezone | ZoneInfo | None:
    if name.startswith("UTC") and len(name) == 9:
        offset = timedelta(hours=int(name[4:6]), minutes=int(name[7:]))
        return timezone(-offset if name[3] == "-" else offset)
    return ZoneInfo(name) if name else None
