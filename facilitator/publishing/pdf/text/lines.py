"""Break a paragraph's tokens into lines."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.pdf.text.clusters import clusters
from facilitator.publishing.pdf.text.tokens import Token, is_ideograph

Line = tuple[int, int]

_TOLERANCE = 0.01  # points
_NO_START = frozenset(
    "、。，．！？；：）》」』】〕〉”’…‥％‰々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・!?,.;:)]}%»"
)
_NO_END = frozenset("（《「『【〔〈“‘([{«¿¡")
_HYPHENS = frozenset("-/\u2010\u2013\u2014")
# French sets a space before these; a line must not begin with them all the same.
_NO_START_AFTER_SPACE = frozenset("?!:;»%‰")


def break_lines(tokens: list[Token], width: float, size: float) -> tuple[list[Token], list[Line]]:
    """Lines as (start, end) positions in the tokens that are returned with them, none wider than ``width`` points.

    Words wider than the line come back cut to pieces that fit.
    """
    fitted = _fitting(tokens, width, size)
    lines: list[Line] = []
    start = index = 0
    used = 0.0
    chance = -1  # where the line may best be broken
    room = width + _TOLERANCE
    previous: Token | None = None
    spaced = False
    while index < len(fitted):
        token = fitted[index]
        if token.word is None:
            lines.append((start, index))
            start = index = index + 1
            used, chance, previous, spaced = 0.0, -1, None, False
            continue
        if token.is_glue:
            spaced = True
        else:
            if previous is not None and _may_break(previous.text, spaced, token.text):
                chance = index
            if used + token.width > room and index > start:
                end = chance if chance > start else index
                lines.append((start, end))
                start = index = end
                used, chance, previous, spaced = 0.0, -1, None, False
                continue
            previous, spaced = token, False
        used += token.width
        index += 1
    if start < len(fitted) or not lines:
        lines.append((start, len(fitted)))
    return fitted, lines


def _may_break(before: str, spaced: bool, after: str) -> bool:
    first, last = after[0], before[-1]
    if spaced:
        return not (len(after) == 1 and first in _NO_START_AFTER_SPACE) and before not in ("«", "“")
    if is_ideograph(first) or is_ideograph(before[0]):
        return first not in _NO_START and last not in _NO_END
    return last in _HYPHENS and len(before) > 1


def _fitting(tokens: list[Token], width: float, size: float) -> list[Token]:
    """The same tokens, those wider than a line cut into several."""
    if all(token.width <= width for token in tokens):
        return list(tokens)
    return [part for token in tokens for part in _parts(token, width, size)]


def _parts(token: Token, width: float, size: float) -> Iterator[Token]:
    """The token in pieces that fit the width, cut between characters; in one piece when nothing narrower is left."""
    if token.width <= width or token.is_glue or token.word is None:
        yield token
        return
    pieces = clusters(token.text)
    count = min(len(pieces) - 1, max(1, int(len(pieces) * width / token.width * 0.97)))
    if count < 1:
        yield token
        return
    for first in range(0, len(pieces), count):
        text = "".join(pieces[first : first + count])
        word = token.span.lettering.word(text, bool(token.level & 1))
        yield from _parts(token._replace(text=text, word=word, width=word.width * size), width, size)
