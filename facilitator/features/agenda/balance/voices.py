"""The voices of a plan, and the numbers of their balance in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.balance import Aspect, Balance, Share, Voice, balance
from facilitator.domain.times import length
from facilitator.domain.vocabulary import Gender
from facilitator.features.agenda.speech import speaks
from facilitator.reading.plan_rows import AppearanceRow, Plan
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
class Line:
    """One value of an aspect with its part of all people and of all minutes, 0 to 1."""

    label: str
    people: int
    minutes: int
    people_part: float
    minutes_part: float

    @property
    def people_words(self) -> str:
        """People in number and per cent."""
        return _with_percent(str(self.people), self.people_part)

    @property
    def minutes_words(self) -> str:
        """Minutes in number and per cent."""
        return _with_percent(length(self.minutes), self.minutes_part)

    @property
    def words(self) -> str:
        """All of it in a sentence."""
        people = ntr("{count} person", "{count} people", self.people).format(count=self.people)
        text = tr("{label}: {people}, {percent} %; {minutes} min, {minutes_percent} %")
        return text.format(
            label=self.label,
            people=people,
            percent=round(self.people_part * 100),
            minutes=self.minutes,
            minutes_percent=round(self.minutes_part * 100),
        )


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


def balance_of(plan: Plan) -> Balance:
    """The balance of those who are to speak."""
    voices = [_voice(row) for row in plan.appearances if speaks(row)]
    return balance(voices, {item.id: item.length for item in plan.items})


def lines_of(found: Balance, aspect: Aspect, names: Names) -> list[Line]:
    """The lines of an aspect: of women and men both always, of others the most; what is not stated last."""
    shares = list(found.shares[aspect])
    if aspect is Aspect.GENDER:
        shares = _both(shares)
    stated = [share for share in shares if share.value]
    shown = stated if len(stated) <= _MOST else stated[: _MOST - 1]
    lines = [_line(names.of(aspect, share.value), share, found) for share in shown]
    if rest := stated[len(shown) :]:
        together = Share("", sum(one.people for one in rest), sum(one.minutes for one in rest))
        lines.append(_line(tr("{count} others").format(count=len(rest)), together, found))
    return lines + [_line(names.of(aspect, ""), share, found) for share in shares if not share.value]


def _both(shares: Sequence[Share]) -> list[Share]:
    by_value = {share.value: share for share in shares}
    first = [by_value.pop(value, Share(value, 0, 0)) for value in (Gender.WOMAN.value, Gender.MAN.value)]
    return [*first, *by_value.values()]


def _line(label: str, share: Share, found: Balance) -> Line:
    return Line(
        label,
        share.people,
        share.minutes,
        share.people / found.people if found.people else 0,
        share.minutes / found.minutes if found.minutes else 0,
    )


def _voice(row: AppearanceRow) -> Voice:
    traits = dict(_traits(row))
    return Voice(row.person_id, row.item_id, row.minutes, traits)


def _traits(row: AppearanceRow) -> Iterator[tuple[Aspect, str]]:
    yield Aspect.GENDER, row.gender
    yield Aspect.SECTION, row.section
    yield Aspect.CITY, row.city
    yield Aspect.LANGUAGE, row.language or (row.languages[0] if row.languages else "")


def _with_percent(number: str, part: float) -> str:
    return tr("{number} · {percent} %").format(number=number, percent=round(part * 100))
