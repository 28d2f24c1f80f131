"""The balance of voices: by head, and by the time that people are to speak, or spoke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """What voices are balanced by."""

    GENDER = "gender"
    SECTION = "section"
    CITY = "city"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Voice:
    """A person who speaks: on an item, or in the session as a whole (``item_id`` empty).

    ``minutes`` is None where no length is planned. ``traits`` are codes or names by aspect, those that are known.
    """

    person_id: str
    item_id: str
    minutes: int | None
    traits: Mapping[Aspect, str]


@dataclass(frozen=True)
class Share:
    """How many people, and for how long: in minutes as planned, in milliseconds as measured. ``value`` is a code or
    name, empty for what is not stated."""

    value: str
    people: int
    length: int


@dataclass(frozen=True)
class Balance:
    """The people and the time of all who speak, and how they are shared by each aspect: the most people first, what is
    not stated last. ``length`` is in minutes as planned, in milliseconds as measured."""

    people: int
    length: int
    shares: Mapping[Aspect, tuple[Share, ...]]

    def share(self, aspect: Aspect, value: str) -> Share:
        """The share of a value; nobody, where it has none."""
        found = (one for one in self.shares.get(aspect, ()) if one.value == value)
        return next(found, Share(value, 0, 0))


def balance(voices: Sequence[Voice], item_minutes: Mapping[str, int]) -> Balance:
    """The balance in minutes of those who are to speak; who is silent or has declined is to be left out before.

    Minutes that are not planned are an equal part of what the others leave of the item's.
    """
    return balance_of(voices, speaking_minutes(voices, item_minutes))


def balance_of(voices: Sequence[Voice], lengths: Sequence[int]) -> Balance:
    """The balance of those who speak or spoke, with the length of each voice, in whatever unit.

    A person counts once by head, with what was told of them first; lengths count for what is told of each appearance,
    or else of the person.
    """
    return Balance(
        len({voice.person_id for voice in voices}),
        sum(lengths),
        {aspect: _shares(voices, lengths, aspect) for aspect in Aspect},
    )


def speaking_minutes(voices: Sequence[Voice], item_minutes: Mapping[str, int]) -> list[int]:
    """The minutes of each voice: its own, or an equal part of what is left of its item's; whole ones, so that the
    first of them have one more where it does not come out even."""
    found = [voice.minutes or 0 for voice in voices]
    by_item: dict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        by_item[voice.item_id].append(number)
    for item_id, numbers in by_item.items():
        left = max(0, item_minutes.get(item_id, 0) - sum(found[number] for number in numbers))
        open_ones = [number for number in numbers if voices[number].minutes is None]
        for place, number in enumerate(open_ones):
            found[number] = left // len(open_ones) + (place < left % len(open_ones))
    return found


def _shares(voices: Sequence[Voice], lengths: Iterable[int], aspect: Aspect) -> tuple[Share, ...]:
    of_person: dict[str, str] = {}
    for voice in voices:
        of_person[voice.person_id] = of_person.get(voice.person_id) or voice.traits.get(aspect, "")
    people: dict[str, int] = defaultdict(int)
    spoken: dict[str, int] = defaultdict(int)
    for value in of_person.values():
        people[value] += 1
    for voice, length in zip(voices, lengths, strict=True):
        spoken[voice.traits.get(aspect) or of_person[voice.person_id]] += length
    values = sorted({*people, *spoken}, key=lambda one: (not one, -people[one], -spoken[one], one))
    return tuple(
        Share(value, people[value], spoken[value]) for value in values if people[value] or spoken[value]
    )
