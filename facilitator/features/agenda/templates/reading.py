"""The fields that only templates of agendas have: lengths, moments and numbers of groups."""

from __future__ import annotations

from facilitator.domain.times import DAY
from facilitator.reading.fields import Fields

_MOST_TIMES, _MOST_DAYS = 100, 60


class PlanFields(Fields):
    """The fields of one object of an agenda's template."""

    def minutes(self, name: str) -> int | None:
        """A length in minutes; None where it is missing."""
        return self.number(name, 0, _MOST_DAYS * DAY)

    def moment(self, name: str) -> int | None:
        """Minutes after the session's start, at most a day before it; None where it is missing."""
        return self.number(name, -DAY, _MOST_DAYS * DAY)

    def times(self) -> int:
        """How often the object is there; once where it does not say."""
        found = self.number("times", 1, _MOST_TIMES)
        return 1 if found is None else found

    def numbers(self, name: str, most: int) -> tuple[int, ...]:
        """One number or a list of them, from 1 to ``most``; none where it is missing."""
        value = self._data.get(name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        if not all(type(one) is int and 1 <= one <= most for one in values):
            raise self.wrong(name)
        return tuple(values)
