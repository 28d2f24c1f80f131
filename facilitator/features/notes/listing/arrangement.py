"""How a person likes the notes of a session to stand. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.features.notes.listing.orders import By

_DENSE, _ROOMY, _BESIDE = "dense", "roomy", "beside"


@dataclass(frozen=True)
class Arrangement:
    """The order of the list and of the second one, whether that stands beside it, and whether a note takes one line."""

    first: By = By.TIME
    second: By = By.SPEAKER
    beside: bool = False
    dense: bool = True

    def with_order(self, number: int, by: By) -> Arrangement:
        """With another order of the first (0) or the second (1) list."""
        return replace(self, second=by) if number else replace(self, first=by)

    def order_of(self, number: int) -> By:
        """The order of the first (0) or the second (1) list."""
        return self.second if number else self.first

    @property
    def text(self) -> str:
        """The arrangement as it is remembered."""
        rest = [_DENSE if self.dense else _ROOMY, *([_BESIDE] if self.beside else [])]
        return " ".join([self.first.value, self.second.value, *rest])


def remembered(text: str) -> Arrangement:
    """The arrangement of a text; the usual one for what can't be read."""
    words = text.split()
    if len(words) < 3 or not {words[0], words[1]} <= set(By):
        return Arrangement()
    return Arrangement(By(words[0]), By(words[1]), _BESIDE in words, _ROOMY not in words)


def following(by: By) -> By:
    """The order that one key more brings."""
    orders = list(By)
    return orders[(orders.index(by) + 1) % len(orders)]
