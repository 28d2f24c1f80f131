"""The clock in words: lengths with their seconds, ends, what is over."""

from __future__ import annotations

from datetime import date

from facilitator.domain.dates import show_date
from facilitator.domain.moments import local, minute
from facilitator.domain.running import Phase
from facilitator.features.clock.lengths import seconds
from facilitator.features.clock.steering.face import MINUTE, Ahead, Face, Measured, State
from facilitator.translation import mark, ntr, tr

PHASE_WORDS = {
    Phase.FIVE: mark("Last 5 minutes"),
    Phase.TWO: mark("Last 2 minutes"),
    Phase.ONE: mark("Last minute"),
    Phase.OVER: mark("Time is over"),
    Phase.PAUSED: mark("Paused"),
}


def minutes(milliseconds: int) -> str:
    """A length in words, to the nearest minute: ``4 min``, ``1 h 10 min``."""
    whole = round(abs(milliseconds) / MINUTE)
    if whole < 60:
        return tr("{count} min").format(count=whole)
    return tr("{hours} h {minutes} min").format(hours=whole // 60, minutes=whole % 60)


def roughly(milliseconds: int) -> str:
    """A length of whatever size in words: seconds while they matter, else minutes, or days."""
    days = round(abs(milliseconds) / (24 * 60 * MINUTE))
    if days > 1:
        return ntr("{count} day", "{count} days", days).format(count=days)
    return minutes(milliseconds) if abs(milliseconds) >= 10 * MINUTE else seconds(milliseconds)


def time_of_day(moment: int | None, zone: str, now: int, *, brief: bool = False) -> str:
    """A moment as ``15:04``, on one of the days to come as ``15:04 +1``, else with its date; empty for None. In
    ``brief`` a day not long past is a number too, as in a list in which the others stand beside it."""
    if moment is None:
        return ""
    day, today = local(moment, zone).date(), local(now, zone).date()
    return (
        minute(moment, zone)
        if day == today
        else _with_day(minute(moment, zone), day, today, -10 if brief else 0)
    )


def _with_day(words: str, day: date, today: date, least: int) -> str:
    apart = (day - today).days
    return f"{words} {apart:+d}" if least < apart < 10 else f"{words}, {show_date(day.isoformat())}"


def left_words(item: Measured) -> str:
    """What is left of an item, or by how much it is over."""
    if not item.length:
        return seconds(item.used)
    if item.phase is Phase.OVER or item.left < 0:
        return tr("Over by {time}").format(time=seconds(item.left))
    return seconds(item.left)


def big(face: Face, now: int) -> str:
    """What is read from afar: the time left, or until the session begins."""
    if face.state in (State.RUNNING, State.PAUSED):
        return left_words(face.item)
    if face.state is State.WAITING and not face.track and _is_near(face.planned_start, now):
        assert face.planned_start is not None
        away = face.planned_start - now
        return seconds(away) if away > 0 else tr("Late by {time}").format(time=seconds(away))
    return ""


def _is_near(start: int | None, now: int) -> bool:
    """Whether a session that has not begun is about to: it is the day, and its hour is not long past."""
    return start is not None and -60 * MINUTE < start - now < 12 * 60 * MINUTE


def state_words(face: Face, zone: str, now: int) -> str:
    """What the big time means."""
    if face.state is State.PAUSED:
        return tr("Paused since {time}").format(time=time_of_day(face.paused_since, zone, now))
    if face.state is State.RUNNING:
        return _running_words(face.item)
    if face.state is State.ENDED:
        return tr("Ended at {time}").format(time=time_of_day(face.ended, zone, now))
    if face.state is State.WAITING and face.planned_start is not None:
        planned = time_of_day(face.planned_start, zone, now)
        if _is_near(face.planned_start, now) and face.planned_start > now and not face.track:
            return tr("until the start at {time}").format(time=planned)
        return tr("Planned for {time}").format(time=planned)
    return ""


def _running_words(item: Measured) -> str:
    if not item.length:
        return tr("so far")
    if item.phase in PHASE_WORDS:
        return tr(PHASE_WORDS[item.phase])
    return tr("left of {length}").format(length=minutes(item.length))


def title_words(face: Face) -> str:
    """The item under way, with its group; what happens where there is none."""
    if face.state is State.EMPTY:
        return tr("This session has no agenda")
    if face.state is State.ENDED:
        words = tr("The group has ended") if face.track else tr("The session has ended")
    elif face.state is State.WAITING:
        words = tr("The group has not begun") if face.track else tr("The session has not begun")
    else:
        words = face.title or tr("Without an agenda")
    return tr("{group}: {item}").format(group=face.track_name, item=words) if face.track else words


def floor_words(face: Face) -> str:
    """Who has the floor, and how much of their own time is left."""
    if not face.floor:
        return tr("Nobody has the floor") if face.state in (State.RUNNING, State.PAUSED) else ""
    if face.own is None:
        return face.floor
    if face.own.left < 0:
        return tr("{person} · over by {time}").format(person=face.floor, time=seconds(face.own.left))
    text = tr("{person} · {time} left of {length}")
    return text.format(person=face.floor, time=seconds(face.own.left), length=minutes(face.own.length))


def end_words(face: Face, zone: str, now: int) -> str:
    """When the session is to end and is expected to, and what lies between the two."""
    if face.state is State.ENDED and not face.track:
        return _ended_words(face, zone, now)
    if face.end is None:
        return ""
    expected = time_of_day(face.end, zone, now)
    put_off = face.state is State.WAITING and not _is_near(face.planned_start, now)
    if face.planned_end is None or (put_off and not face.track):
        return tr("Session ends {expected}").format(expected=expected)
    planned = time_of_day(face.planned_end, zone, now)
    text = tr("Session ends {expected}, planned {planned} · {over}")
    return text.format(expected=expected, planned=planned, over=over_words(face.late))


def _ended_words(face: Face, zone: str, now: int) -> str:
    if face.planned_end is None or face.ended is None:
        return ""
    planned = time_of_day(face.planned_end, zone, now)
    words = over_words(face.ended - face.planned_end)
    return tr("Planned until {planned} · {over}").format(planned=planned, over=words)


def over_words(late: int) -> str:
    """Over or under, with a sign."""
    if round(abs(late) / MINUTE) == 0:
        return tr("✓ on time")
    if late > 0:
        return tr("▲ {length} over").format(length=minutes(late))
    return tr("▽ {length} under").format(length=minutes(late))


def ahead_words(ahead: Ahead | None, zone: str, now: int) -> str:
    """What is next, who, and when."""
    if ahead is None:
        return ""
    title = tr("{title} – {who}").format(title=ahead.title, who=ahead.who) if ahead.who else ahead.title
    if ahead.expected is None:
        return tr("Next: {item}").format(item=title)
    # The times first: what does not fit ends in dots.
    expected = time_of_day(ahead.expected, zone, now)
    planned = time_of_day(ahead.planned, zone, now)
    if not planned or planned == expected:
        return tr("Next at {expected}: {item}").format(item=title, expected=expected)
    text = tr("Next at {expected} (planned {planned}): {item}")
    return text.format(item=title, expected=expected, planned=planned)


def late_words(face: Face, zone: str, now: int) -> str:
    """Why something should be done about the time."""
    if face.missed is not None:
        text = tr("“{item}” is to begin at {planned} sharp; it will be {late} late.")
        planned = time_of_day(face.missed.planned, zone, now)
        return text.format(item=face.missed.title, planned=planned, late=minutes(face.missed.by))
    text = tr("The session runs late: the end is expected {late} after the plan.")
    return text.format(late=minutes(face.late))


def spoken_phase(face: Face) -> str:
    """What a screen reader says when a phase begins; empty for the phases that are not worth a word."""
    count = {Phase.FIVE: 5, Phase.TWO: 2, Phase.ONE: 1}.get(face.item.phase)
    if count is not None:
        text = ntr("{item}: {count} minute left", "{item}: {count} minutes left", count)
        return text.format(item=title_words(face), count=count)
    if face.item.phase is Phase.OVER:
        return tr("{item}: time is over").format(item=title_words(face))
    return ""
