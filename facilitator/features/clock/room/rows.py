"""Where everything stands in the room's window: what is read from afar keeps its height, the time gets the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from facilitator.features.clock.room.fitting import Fitted, bold, fitted, font_with_cap
from facilitator.features.clock.room.showing import Shown

_ROWS_OF_HEIGHT = 10.1
"""How many capitals high the window is at least: smaller ones have smaller texts."""
_SECOND = 0.55
"""Height of what is not read first, as a part of the others'."""
_LEAST_TIME = 3.0
"""Height of the row of the time in capitals, at least."""
_MESSAGE_LINES = 3


@dataclass(frozen=True)
class Row:
    """A text with its place."""

    name: str
    fitted: Fitted
    font: QFont
    rect: QRectF
    quiet: bool
    filled: bool


@dataclass(frozen=True)
class Rows:
    """``head`` holds the sign, the words (as high as ``words``) and the time; ``texts`` stand below."""

    head: QRectF
    words: QRectF
    words_font: QFont
    texts: tuple[Row, ...]
    gap: float


@dataclass(frozen=True)
class _Wanted:
    name: str
    text: str
    part: float
    lines: int
    quiet: bool = False
    filled: bool = False


def rows_of(shown: Shown, area: QRectF, cap: float, base: QFont) -> Rows:
    """The rows in an area, where capitals shall be ``cap`` pixels high."""
    cap = min(cap, area.height() / _ROWS_OF_HEIGHT, area.width() / _ROWS_OF_HEIGHT)
    gap = 0.3 * cap
    inner = area.adjusted(gap, gap, -gap, -gap)
    words_font = font_with_cap(bold(base), cap)
    words = QRectF(inner.left(), inner.top(), inner.width(), 1.15 * QFontMetricsF(words_font).height())
    room = inner.height() - words.height() - _LEAST_TIME * cap
    measured = _measured(_wanted(shown), inner, cap, base, room)
    bottom = inner.bottom()
    placed: list[Row] = []
    for wanted, text, font, height in reversed(measured):
        rect = QRectF(inner.left(), bottom - height, inner.width(), height)
        placed.insert(0, Row(wanted.name, text, font, rect, wanted.quiet, wanted.filled))
        bottom -= height
    head = QRectF(inner.left(), inner.top(), inner.width(), bottom - inner.top())
    return Rows(head, words, words_font, tuple(placed), gap)


def _wanted(shown: Shown) -> list[_Wanted]:
    """The texts from top to bottom. A message stands instead of what is not read first."""
    wanted = [_Wanted("who", shown.who, 1.0, 2)]
    if shown.message:
        return [*wanted, _Wanted("message", shown.message, 1.0, _MESSAGE_LINES, filled=True)]
    of = shown.of if shown.of != shown.who else ""
    return [
        _Wanted("of", of, _SECOND, 1, quiet=True),
        *wanted,
        _Wanted("about", shown.about, _SECOND, 1, quiet=True),
        _Wanted("next", shown.next, _SECOND, 2),
        _Wanted("session", shown.session, _SECOND, 1, quiet=True),
    ]


_Measured = tuple[_Wanted, Fitted, QFont, float]


def _measured(wanted: list[_Wanted], inner: QRectF, cap: float, base: QFont, room: float) -> list[_Measured]:
    """The texts broken into lines, as many as there is room for: what is not read first is left out, what is long gets
    fewer lines, and a message becomes smaller before any of it is left out."""
    found: list[_Measured] = []
    for kept in _ways(wanted):
        found = [_measure(one, inner, cap, base) for one in kept]
        whole = all(text.whole for one, text, *_ in found if one.name == "message")
        if whole and sum(height for *_, height in found) <= room:
            break
    return found


def _ways(wanted: list[_Wanted]) -> Iterator[list[_Wanted]]:
    """The texts in less and less room."""
    kept = [one for one in wanted if one.text.strip()]
    yield kept
    for name, change in (
        ("about", None),
        ("next", {"lines": 1}),
        ("message", {"part": 0.8}),
        ("of", None),
        ("session", None),
        ("who", {"lines": 1}),
        ("message", {"part": 0.6}),
        ("message", {"part": 0.45}),
    ):
        if change is None:
            kept = [one for one in kept if one.name != name]
        else:
            kept = [replace(one, **change) if one.name == name else one for one in kept]
        yield kept


def _measure(one: _Wanted, inner: QRectF, cap: float, base: QFont) -> _Measured:
    font = font_with_cap(base if one.quiet else bold(base), one.part * cap)
    text = fitted(one.text, font, inner.width() - cap * 0.6, one.lines)
    return one, text, font, len(text.lines) * QFontMetricsF(font).height() * 1.02
