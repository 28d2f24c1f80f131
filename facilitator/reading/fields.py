"""Reads the fields of JSON that people may have written, such as templates, one by one, and says which is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Self, TypeVar

from facilitator.domain.errors import Refused
from facilitator.domain.text import storable
from facilitator.translation import tr

E = TypeVar("E", bound=StrEnum)

_MOST_TEXT, _MOST_LISTED = 20_000, 5000


class Broken(Exception):
    """What can't be read; its text says why."""


def loaded(text: str, most: int) -> Any:
    """What a JSON text of at most so many characters holds. Raises ``Broken`` for what is none."""
    if len(text) > most:
        raise Broken(tr("It is longer than a template can be."))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Broken(tr("It is not written as JSON.")) from error


def refused(broken: Broken) -> Refused:
    """What is said of a template that can't be read."""
    return Refused(tr("The template can't be read."), str(broken), tr("Nothing was changed."))


class Fields:
    """The fields of one object. ``place`` is where it stands, in words; ``translate`` is done to texts for people."""

    def __init__(self, data: Any, place: str, translate: Callable[[str], str] = str) -> None:
        if not isinstance(data, dict):
            raise Broken(tr("At {place}, an object in braces was expected.").format(place=place))
        self._data, self._place, self._translate = data, place, translate

    def rows(self, name: str, most: int = _MOST_LISTED) -> list[Self]:
        """The objects of a list; none where it is missing."""
        return [
            type(self)(row, tr("{name}, number {number}").format(name=name, number=number), self._translate)
            for number, row in enumerate(self._listed(name, most), start=1)
        ]

    def text(self, name: str) -> str:
        """A text; empty where it is missing."""
        value = self._data.get(name, "")
        if not isinstance(value, str) or len(value) > _MOST_TEXT:
            raise self.wrong(name)
        return storable(value).strip()

    def words(self, name: str) -> str:
        """A text for people."""
        return self._translate(self.text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._listed(name, _MOST_LISTED)
        if not all(isinstance(value, str) and len(value) <= _MOST_TEXT for value in values):
            raise self.wrong(name)
        return tuple(storable(value) for value in values)

    def flag(self, name: str, *, usual: bool = False) -> bool:
        """Yes or no; the usual one where it is missing."""
        value = self._data.get(name, usual)
        if not isinstance(value, bool):
            raise self.wrong(name)
        return value

    def number(self, name: str, least: int, most: int) -> int | None:
        """A whole number; None where it is missing."""
        value = self._data.get(name)
        if value is not None and (type(value) is not int or not least <= value <= most):
            raise self.wrong(name)
        return value

    def one_of(self, name: str, kind: type[E], usual: E) -> E:
        """One of an enumeration; the usual one where it is missing."""
        try:
            return kind(self._data.get(name, usual))
        except ValueError:
            raise self.wrong(name) from None

    def wrong(self, name: str) -> Broken:
        """What is said of a field that does not hold what it should."""
        return Broken(
            tr("At {place}, “{name}” is not what was expected.").format(place=self._place, name=name)
        )

    def _listed(self, name: str, most: int) -> list[Any]:
        value = self._data.get(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise self.wrong(name)
        return value
