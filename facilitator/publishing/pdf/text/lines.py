"""Break a paragraph's tokens into lines."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.pdf.text.clusters import clusters
from facilitator.publishing.pdf.text.hyphenation import SOFT_HYPHEN, divisions
from facilitator.publishing.pdf.text.tokens import Token, is_ideograph

Line = tuple[int, int]

_TOLERANCE = 0.01  # points
_MOST_IN_A_ROW = 2  # lines that end in a hyphen
# A line is short that would be left with more room than this: in font sizes, and as a share of a narrow column.
_ZONE_OF_SIZE, _ZONE_OF_WIDTH = 3.0, 0.15
_NO_START = frozenset(
    "、。，．！？；：）》」』】〕〉”’…‥％‰々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・!?,.;:)]}%»"
)
_NO_END = frozenset("（《「『【〔〈“‘([{«¿¡")
_HYPHENS = frozenset("-/\u2010\u2013\u2014")
# French sets a space before these; a line must not begin with them all the same.
_NO_START_AFTER_SPACE = frozenset("?!:;»%‰")


def break_lines(
    tokens: list[Token], width: float, size: float, *, divides: bool = False
) -> tuple[list[Token], list[Line]]:
    """Lines as (start, end) positions in the tokens that are returned with them, none wider than ``width`` points.

    Words wider than the line come back cut to pieces that fit; ``divides`` divides words at the ends of lines that
    would be left short without, two lines in a row at most.
    """
    breaker = _Breaker(_fitting(tokens, width, size), width, size, divides)
    return breaker.tokens, list(breaker.lines())


class _Breaker:
    """Fills line after line; ``tokens`` hold what it divided."""

    def __init__(self, tokens: list[Token], width: float, size: float, divides: bool) -> None:
        self.tokens = tokens
        self._size, self._divides = size, divides
        self._room = width + _TOLERANCE
        self._zone = min(_ZONE_OF_SIZE * size, _ZONE_OF_WIDTH * width)
        self._in_a_row = 0

    def lines(self) -> Iterator[Line]:
        tokens, room = self.tokens, self._room
        start = index = 0
        used = 0.0
        chance = -1  # where the line may best be broken
        previous: Token | None = None
        spaced, count = False, 0
        while index < len(tokens):
            token = tokens[index]
            if token.word is None:
                yield start, index
                start = index = index + 1
                used, chance, previous, spaced, self._in_a_row = 0.0, -1, None, False, 0
                count += 1
                continue
            if token.is_glue:
                spaced = True
            else:
                if previous is not None and _may_break(previous.text, spaced, token.text):
                    chance = index
                if used + token.width > room and index > start:
                    end = self._end(
                        index, chance if chance > start else index, used, chance == index and spaced
                    )
                    yield start, end
                    start = index = end
                    used, chance, previous, spaced = 0.0, -1, None, False
                    count += 1
                    continue
                previous, spaced = token, False
            used += token.width
            index += 1
        if start < len(tokens) or not count:
            yield start, len(tokens)

    def _end(self, index: int, end: int, used: float, begins: bool) -> int:
        """Where the line ends that a token is too wide for: there, or within the token, which is then divided."""
        if self._divides and begins and self._in_a_row < _MOST_IN_A_ROW and self._is_worth(index, used):
            parts = _divided(self.tokens[index], self._room - used, self._size)
            if parts is not None:
                self.tokens[index : index + 1] = parts
                self._in_a_row += 1
                return index + 2
        self._in_a_row = 0
        return end

    def _is_worth(self, index: int, used: float) -> bool:
        """Whether the line would be short, and a word on its own ends it that is not the last of its paragraph."""
        tokens = self.tokens
        before = tokens[index - 1]
        left = self._room - used + (before.width if before.is_glue else 0.0)
        if left < self._zone or index + 2 >= len(tokens):
            return False
        return tokens[index + 1].is_glue and tokens[index + 2].word is not None


def _divided(token: Token, room: float, size: float, *, names: bool = False) -> list[Token] | None:
    """The token as what fits the room with a hyphen, the hyphen, and the rest; None where it stays whole."""
    span = token.span
    if span.address or span.target or token.level & 1:
        return None
    lettering = span.lettering
    hyphen = lettering.word("-", False)
    sign = Token(
        SOFT_HYPHEN, hyphen._replace(actual_text=SOFT_HYPHEN), hyphen.width * size, token.level, span
    )
    # A word that is wider than its column is cut in any case: then better where the paper's language would.
    language = lettering.language if names else span.divided_in
    for offset in divisions(token.text, language, names=names):
        first, rest = (lettering.word(part, False) for part in (token.text[:offset], token.text[offset:]))
        if first.width * size + sign.width <= room:
            return [
                token._replace(text=token.text[:offset], word=first, width=first.width * size),
                sign,
                token._replace(text=token.text[offset:], word=rest, width=rest.width * size),
            ]
    return None


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
    """The token in pieces that fit the width, divided by its language or else cut between characters; in one piece when
    nothing narrower is left."""
    if token.width <= width or token.is_glue or token.word is None:
        yield token
        return
    divided = _divided(token, width, size, names=True)
    if divided is not None:
        yield from divided[:2]
        yield from _parts(divided[2], width, size)
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
