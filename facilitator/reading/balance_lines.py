"""The numbers of a balance of voices in words, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.balance import Aspect, Balance, Share
from facilitator.domain.times import length
from facilitator.domain.vocabulary import Gender
from facilitator.translation import mark, ntr, tr

ASPECT_LABELS: dict[Aspect, str] = {
    Aspect.GENDER: mark("Women and men"),
    Aspect.SECTION: mark("Sections"),
    Aspect.CITY: mark("Cities"),
    Aspect.LANGUAGE: mark("Languages"),
}
_GENDERS = {
    Gender.WOMAN.value: mark("Women"),
    Gender.MAN.value: mark("Men"),
    Gender.OTHER.value: mark("Other"),
}
_MOST = 8
"""Lines of one aspect; what is more is told together."""


@dataclass(frozen=True)
class Meter:
    """A part of a whole, 0 to 1, with its number in words; ``planned`` is the part that was planned, None where nothing
    is to be compared."""

    part: float
    words: str
    planned: float | None = None


@dataclass(frozen=True)
class Line:
    """One value of an aspect: its people and its time, and all of it in a sentence."""

    label: str
    people: int
    heads: Meter
    time: Meter
    words: str


@dataclass(frozen=True)
class Names:
    """What sections and languages are called in the library, by code."""

    sections: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)

    def of(self, aspect: Aspect, value: str) -> str:
        """The label of a value."""
        if not value:
            return tr("Not stated")
        if aspect is Aspect.GENDER:
            return tr(_GENDERS[value]) if value in _GENDERS else value
        if aspect is Aspect.CITY:
            return value
        return (self.sections if aspect is Aspect.SECTION else self.languages).get(value, value)


def lines_of(found: Balance, aspect: Aspect, names: Names) -> list[Line]:
    """The lines of an aspect of what is planned: of women and men both always, of others the most; what is not stated
    last."""
    return [_planned(one, found) for one in _summed(found, aspect, names)]


def lines_against(measured: Balance, planned: Balance, aspect: Aspect, names: Names) -> list[Line]:
    """The same of what was measured, against what was planned; with those who are planned and were not heard yet."""
    unheard = [
        Share(share.value, 0, 0)
        for share in planned.shares[aspect]
        if not any(one.value == share.value for one in measured.shares[aspect])
    ]
    whole = Balance(measured.people, measured.length, {aspect: (*measured.shares[aspect], *unheard)})
    return [_measured(one, whole, planned, aspect) for one in _summed(whole, aspect, names)]


@dataclass(frozen=True)
class _Summed:
    """Values that are told in one line."""

    label: str
    values: tuple[str, ...]
    people: int
    length: int


def _summed(found: Balance, aspect: Aspect, names: Names) -> list[_Summed]:
    shares = list(found.shares[aspect])
    if aspect is Aspect.GENDER:
        shares = _both(shares)
    stated = [share for share in shares if share.value]
    shown = stated if len(stated) <= _MOST else stated[: _MOST - 1]
    lines = [_sum(names.of(aspect, share.value), [share]) for share in shown]
    if rest := stated[len(shown) :]:
        lines.append(_sum(tr("{count} others").format(count=len(rest)), rest))
    return lines + [_sum(names.of(aspect, ""), [share]) for share in shares if not share.value]


def _both(shares: Sequence[Share]) -> list[Share]:
    by_value = {share.value: share for share in shares}
    first = [by_value.pop(value, Share(value, 0, 0)) for value in (Gender.WOMAN.value, Gender.MAN.value)]
    return [*first, *by_value.values()]


def _sum(label: str, shares: Sequence[Share]) -> _Summed:
    return _Summed(
        label,
        tuple(one.value for one in shares),
        sum(one.people for one in shares),
        sum(one.length for one in shares),
    )


def _planned(one: _Summed, found: Balance) -> Line:
    heads, time = _part(one.people, found.people), _part(one.length, found.length)
    text = tr("{label}: {people}, {percent} %; {minutes} min, {minutes_percent} %")
    return Line(
        one.label,
        one.people,
        Meter(heads, _with_percent(str(one.people), heads)),
        Meter(time, _with_percent(length(one.length), time)),
        text.format(
            label=one.label,
            people=_people(one.people),
            percent=_percent(heads),
            minutes=one.length,
            minutes_percent=_percent(time),
        ),
    )


def _measured(one: _Summed, found: Balance, planned: Balance, aspect: Aspect) -> Line:
    heads, time = _part(one.people, found.people), _part(one.length, found.length)
    wanted = [planned.share(aspect, value) for value in one.values]
    heads_planned = _planned_part(sum(share.people for share in wanted), planned.people)
    time_planned = _planned_part(sum(share.length for share in wanted), planned.length)
    text = tr("{label}: {people}, {heads}; {time} min, {part}")
    return Line(
        one.label,
        one.people,
        Meter(heads, _with_percent(str(one.people), heads), heads_planned),
        Meter(time, _with_percent(seconds(one.length), time), time_planned),
        text.format(
            label=one.label,
            people=_people(one.people),
            heads=_against(heads, heads_planned),
            time=seconds(one.length),
            part=_against(time, time_planned),
        ),
    )


def _planned_part(number: int, whole: int) -> float | None:
    """None where nothing is planned: there is nothing to compare with."""
    return number / whole if whole else None


def _against(part: float, planned: float | None) -> str:
    if planned is None:
        return tr("{percent} %").format(percent=_percent(part))
    text = tr("{percent} %, planned {planned} %")
    return text.format(percent=_percent(part), planned=_percent(planned))


def seconds(milliseconds: int) -> str:
    """A measured length as ``4:05``, or ``1:02:30`` from an hour on."""
    minutes, rest = divmod(milliseconds // 1000, 60)
    hours, minutes_of_hour = divmod(minutes, 60)
    return f"{hours}:{minutes_of_hour:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _people(count: int) -> str:
    return ntr("{count} person", "{count} people", count).format(count=count)


def _part(number: int, whole: int) -> float:
    return number / whole if whole else 0


def _percent(part: float) -> int:
    return round(part * 100)


def _with_percent(number: str, part: float) -> str:
    return tr("{number} · {percent} %").format(number=number, percent=_percent(part))
