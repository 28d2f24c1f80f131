"""Cut paragraphs into the pieces that lines are made of: words, spaces, single Chinese characters, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.text import bidi
from facilitator.publishing.pdf.text.scripts import script_of
from facilitator.publishing.pdf.text.words import Lettering, Word

_SPACES = " \u2000-\u2006\u2008-\u200b\u205f\u3000"
_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3001-\u30ff\u3100-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_HYPHENS = "\\-/\u2010\u2013\u2014"
_TOKEN = re.compile(
    f"\n|[{_SPACES}]+|[{_IDEOGRAPHS}][\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
    f"|(?:[^\n{_SPACES}{_IDEOGRAPHS}{_HYPHENS}]|[{_HYPHENS}](?=[0-9{_HYPHENS}]))+[{_HYPHENS}]?|[{_HYPHENS}]"
)
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_SPACE_SET = frozenset(" \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000")
_GROUPED_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_JOINING_SCRIPTS = frozenset({"Arab"})


@dataclass(frozen=True, eq=False)
class Span:
    """A stretch of printable text in one style. ``address`` is a safe one to open, ``target`` a place in the file;
    ``language`` is BCP 47 where it is another one than the document's; ``divided_in`` that by which its words are
    divided at the ends of lines, empty where none is known."""

    text: str
    lettering: Lettering
    colour: Colour
    address: str = ""
    target: str = ""
    language: str = ""
    divided_in: str = ""


class Token(NamedTuple):
    """What lines are broken between. ``width`` is in points, ``word`` is None at a line end.

    ``is_glue`` marks white space, which vanishes at the end of a line.
    """

    text: str
    word: Word | None
    width: float
    level: int
    span: Span
    is_glue: bool = False


def is_ideograph(character: str) -> bool:
    """Whether lines may break on either side of the character, as in Chinese and Japanese."""
    return _IDEOGRAPH.match(character) is not None


def tokens(spans: Sequence[Span], size: float, base: int) -> list[Token]:
    """All tokens of a paragraph that runs from left (0) or right (1), set at a size in points, in logical order."""
    text = "".join(span.text for span in spans)
    if base == 0 and not bidi.may_reorder(text):
        return [token for span in spans for token in _plain_tokens(span, size)]
    levels = _levels(text, base)
    found: list[Token] = []
    position = 0
    for span in spans:
        found.extend(_directed_tokens(span, size, text, levels, position))
        position += len(span.text)
    return found


def _levels(text: str, base: int) -> list[int]:
    """Levels line by line: what a person ends with a line feed is a paragraph to the algorithm.

    A number whose groups are parted by spaces is one number, as if the spaces were no-break ones.
    """
    found: list[int] = []
    text = _GROUPED_NUMBER.sub(lambda match: match.group().replace(" ", "\u00a0"), text)
    for line in text.split("\n"):
        found.extend(bidi.levels(line, base))
        found.append(base)
    return found


def _plain_tokens(span: Span, size: float) -> Iterator[Token]:
    word_of = span.lettering.word
    for piece in _TOKEN.findall(span.text):
        if piece == "\n":
            yield Token(piece, None, 0.0, 0, span)
        else:
            word = word_of(piece, False)
            yield Token(piece, word, word.width * size, 0, span, piece[0] in _SPACE_SET)


def _directed_tokens(span: Span, size: float, text: str, levels: list[int], offset: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(span.text):
        start, end = offset + match.start(), offset + match.end()
        if match.group() == "\n":
            yield Token("\n", None, 0.0, levels[start], span)
            continue
        while start < end:
            stop = start + 1
            while stop < end and levels[stop] == levels[start]:
                stop += 1
            piece, rightward = text[start:stop], bool(levels[start] & 1)
            before, after = _joined_neighbours(text, start, stop) if rightward else ("", "")
            word = span.lettering.word(piece, rightward, before, after)
            yield Token(piece, word, word.width * size, levels[start], span, piece[0] in _SPACE_SET)
            start = stop


def _joined_neighbours(text: str, start: int, stop: int) -> tuple[str, str]:
    """The letters that a piece cut out of a word joins with, such as where bold begins within an Arabic word."""
    before = text[start - 1] if start and _joins(text[start - 1]) and _joins(text[start]) else ""
    after = text[stop] if stop < len(text) and _joins(text[stop]) and _joins(text[stop - 1]) else ""
    return before, after


def _joins(character: str) -> bool:
    return script_of(character) in _JOINING_SCRIPTS and character.isalpha()
