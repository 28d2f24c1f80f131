"""What the picture says in words: on blocks, beside them, and to those who hear it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from facilitator.domain.agenda.clocks import DAY
from facilitator.domain.dates import show_date
from facilitator.domain.times import clock
from facilitator.features.agenda.picture.clocks import Clock
from facilitator.features.agenda.picture.shapes import Mark, MarkKind
from facilitator.features.agenda.picture.timed import is_buffer
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.translation import ntr, tr


def time_of(item: AgendaItemRow) -> str:
    """When it starts, on whatever day."""
    return "" if item.start is None else clock(item.start % DAY)


def title_of(item: AgendaItemRow, segments: Mapping[str, str]) -> str:
    """Its title, or what it is where it has none."""
    return item.title or segments.get(item.segment, item.segment_as_written) or tr("No title")


def minutes_of(item: AgendaItemRow) -> str:
    """Its length; of a buffer that gave some of it, what is left."""
    if is_buffer(item) and item.minutes is not None and item.minutes != item.length:
        return tr("{left} of {planned} min").format(left=item.length, planned=item.minutes)
    return tr("{count} min").format(count=item.length)


def facts_of(item: AgendaItemRow, segments: Mapping[str, str]) -> str:
    """Length, hard start and segment in one line."""
    return " · ".join(_facts(item, segments))


def _facts(item: AgendaItemRow, segments: Mapping[str, str]) -> list[str]:
    parts = [minutes_of(item)]
    if item.pinned_start is not None:
        parts.append(tr("fixed start"))
    segment = segments.get(item.segment, item.segment_as_written)
    if segment and segment != title_of(item, segments):
        parts.append(segment)
    return parts


def words_of(mark: Mark) -> str:
    """A mark, with the form that stands for it."""
    texts = {
        MarkKind.GAP: tr("▽ {count} min gap"),
        MarkKind.OVERLAP: tr("▲ {count} min overlap"),
        MarkKind.LATE: tr("▲ {count} min late"),
    }
    return texts[mark.kind].format(count=mark.minutes)


def long_length(minutes: int) -> str:
    """A length of hours: ``15 h 30``."""
    hours, rest = divmod(minutes, 60)
    text = tr("{hours} h {minutes}") if rest else tr("{hours} h")
    return text.format(hours=hours, minutes=f"{rest:02d}")


def heading_of(plan: Plan, day: int) -> str:
    """A day: its number and date."""
    text = tr("Day {number}").format(number=day + 1)
    date = _date_after(plan.date, day)
    return tr("{day} · {date}").format(day=text, date=date) if date else text


def _date_after(date: str, days: int) -> str:
    try:
        return show_date((dt.date.fromisoformat(date) + dt.timedelta(days=days)).isoformat())
    except (ValueError, OverflowError):
        return ""


def slot_end(plan: Plan) -> str:
    """The line at the end of the slot: its time, and what is over or left."""
    if plan.start is None or plan.minutes is None:
        return ""
    end = clock(plan.day.wall(plan.day.elapsed(plan.start) + plan.minutes) % DAY)
    if plan.summary.over:
        return tr("{end} end of the slot · {count} min over").format(end=end, count=plan.summary.over)
    if plan.summary.left:
        return tr("{end} end of the slot · {count} min left").format(end=end, count=plan.summary.left)
    return tr("{end} end of the slot").format(end=end)


def spoken(item: AgendaItemRow, segments: Mapping[str, str]) -> str:
    """An item for those who hear it."""
    parts = [clock(item.start), title_of(item, segments), *_facts(item, segments), item.group]
    if item.gap and not item.night:
        parts.append(tr("{count} min gap before").format(count=item.gap))
    if item.overlap:
        parts.append(tr("{count} min overlap").format(count=item.overlap))
    if item.late:
        parts.append(tr("{count} min late").format(count=item.late))
    return ", ".join([*(part for part in parts if part), *item.speakers])


def spoken_choice(items: Sequence[AgendaItemRow], segments: Mapping[str, str]) -> str:
    """What is selected."""
    if not items:
        return tr("Nothing is selected")
    if len(items) == 1:
        return spoken(items[0], segments)
    told = ntr("{count} item selected", "{count} items selected", len(items))
    return told.format(count=len(items))


def tip(item: AgendaItemRow, segments: Mapping[str, str], clocks: Sequence[Clock], plan: Plan) -> str:
    """All of an item, with its times on every clock."""
    lines = [title_of(item, segments), facts_of(item, segments)]
    if item.begins is not None and item.ends is not None:
        for shown in clocks:
            number = plan.day.wall(item.begins) // DAY
            begins, days = shown.shows(plan.day, item.begins, number)
            ends, _ = shown.shows(plan.day, item.ends, number)
            city = ", ".join(filter(None, (shown.city, shown.offset)))
            lines.append(f"{begins}–{ends}{day_difference(days)}  {city}")
    lines += [", ".join(item.speakers), item.cue]
    return "\n".join(line for line in lines if line)


def day_difference(days: int) -> str:
    """By how many days a clock is on another day: `` +1``; empty where it is not."""
    return f" {'+' if days > 0 else '−'}{abs(days)}" if days else ""
