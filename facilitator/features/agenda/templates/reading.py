"""Reads the fields of a template one by one, and says which of them is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from facilitator.domain.text import storable
from facilitator.domain.times import DAY
from facilitator.translation import tr

_MOST_TIMES = 100
_MOST_TEXT = 20_000
_MOST_DAYS = 60


class Broken(Exception):
    """A template that can't be read; its text says why."""


class Fields:
    """The fields of one object. ``place`` is where it stands, in words; ``translate`` is done to texts for people."""

    def __init__(self, data: Any, place: str, translate: Callable[[str], str]) -> None:
        if not isinstance(data, dict):
            raise Broken(tr("At {place}, an object in braces was expected.").format(place=place))
        self._data, self._place, self._translate = data, place, translate

    def rows(self, name: str) -> Iterator[Fields]:
        """The objects of a list; none where it is missing."""
        for number, row in enumerate(self._listed(name), start=1):
            place = tr("{name}, number {number}").format(name=name, number=number)
            yield Fields(row, place, self._translate)

    def text(self, name: str) -> str:
        """A text; empty where it is missing."""
        value = self._data.get(name, "")
        if not isinstance(value, str) or len(value) > _MOST_TEXT:
            raise self._wrong(name)
        return storable(value).strip()

    def words(self, name: str) -> str:
        """A text for people."""
        return self._translate(self.text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._listed(name)
        if not all(isinstance(value, str) and len(value) <= _MOST_TEXT for value in values):
            raise self._wrong(name)
        return tuple(storable(value) for value in values)

    def minutes(self, name: str) -> int | None:
        """A length in minutes; None where it is missing."""
        return self._number(name, 0, _MOST_DAYS * DAY)

    def moment(self, name: str) -> int | None:
        """Minutes after the session's start, at most a day before it; None where it is missing."""
        return self._number(name, -DAY, _MOST_DAYS * DAY)

    def times(self) -> int:
        """How often the object is there; once where it does not say."""
        found = self._number("times", 1, _MOST_TIMES)
        return 1 if found is None else found

    def numbers(self, name: str, most: int) -> tuple[int, ...]:
        """One number or a list of them, from 1 to ``most``; none where it is missing."""
        value = self._data.get(name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        if not all(type(one) is int and 1 <= one <= most for one in values):
            raise self._wrong(name)
        return tuple(values)

    def _number(self, name: str, least: int, most: int) -> int | None:
        value = self._data.get(name)
        if value is not None and (type(value) is not int or not least <= value <= most):
            raise self._wrong(name)
        return value

    def _listed(self, name: str) -> list[Any]:
        value = self._data.get(name, [])
        if not isinstance(value, list) or len(value) > 5000:
            raise self._wrong(name)
        return value

    def _wrong(self, name: str) -> Broken:
        return Broken(
            tr("At {place}, “{name}” is not what was expected.").format(place=self._place, name=name)
        )
