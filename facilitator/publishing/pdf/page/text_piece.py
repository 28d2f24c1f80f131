"""A paragraph on the page: lines of shaped text, links included."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.page.piece import Piece
from facilitator.publishing.pdf.page.text_drawing import LinePen, SpanNodes
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.pdf.text import bidi
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.hyphenation import SOFT_HYPHEN
from facilitator.publishing.pdf.text.lines import Line, break_lines
from facilitator.publishing.pdf.text.tokens import Span, Token, tokens

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas

_ORPHANS = 2  # fewest lines of a paragraph at the foot of a page
_WIDOWS = 2  # fewest lines at the head of the next
_MOST_BALANCED = 4  # lines


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph is set; size and leading (from line to line) in points.

    ``align`` is ``"own"`` (the side the paragraph is read from), ``"start"`` (the document's side for single lines,
    its own for longer texts), ``"end"`` (opposite to the document's side) or ``"center"``. ``balanced`` titles have
    lines of about one length; ``divided`` texts may divide words at the ends of lines.
    """

    size: float
    leading: float
    colour: Colour
    face: Face = Face.REGULAR
    align: str = "start"
    tabular: bool = False
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    balanced: bool = False
    divided: bool = False


class TextPiece(Piece):
    """A paragraph that runs from left (``level`` 0) or right (1) in a document that runs as ``document_level``. Without
    a ``node`` it is decoration, which tells nothing."""

    def __init__(
        self,
        spans: Sequence[Span],
        style: TextStyle,
        level: int,
        document_level: int,
        node: Node | None = None,
    ) -> None:
        self.style = style
        self.level = level
        self.document_level = document_level
        self.space_before, self.space_after = style.space_before, style.space_after
        self.keep_with_next = style.keep_with_next
        self._uncut = tokens(spans, style.size, level)
        turned = {id(token.span) for token in self._uncut if token.level}
        self._nodes = SpanNodes(node, turned) if node else None
        if node and (turned or level) and not any(span.address or span.target for span in spans):
            node.actual = "".join(span.text for span in spans)
        self._tokens: list[Token] = []
        self._lines: Sequence[Line] = ()
        self.leading = style.leading * _needed_leading(self._uncut)

    def layout(self, width: float) -> float:
        if width != self.width or not self._lines:
            self._tokens, self._lines = break_lines(
                self._uncut, width, self.style.size, divides=self.style.divided
            )
            if self.style.balanced and 1 < len(self._lines) <= _MOST_BALANCED:
                self._balance(width)
        self.width = width
        self.height = len(self._lines) * self.leading
        return self.height

    def _balance(self, width: float) -> None:
        """Break at the narrowest width that takes no more lines."""
        narrow, wide = width / 2, width
        for _ in range(6):
            middle = (narrow + wide) / 2
            broken, lines = break_lines(self._tokens, middle, self.style.size)
            if len(lines) > len(self._lines) or len(broken) > len(self._tokens):
                narrow = middle
            else:
                wide = middle
        self._tokens, self._lines = break_lines(self._tokens, wide, self.style.size)

    @property
    def line_count(self) -> int:
        """How many lines the paragraph takes at the width that it was laid out for."""
        return len(self._lines)

    @property
    def has_cut_words(self) -> bool:
        """Whether a word was wider than a whole line."""
        return len(self._tokens) > len(self._uncut)

    def recolour(self, colour: Colour) -> None:
        self._tokens = [token._replace(span=replace(token.span, colour=colour)) for token in self._tokens]

    def natural_width(self) -> float:
        """The width, in points, that the text would take on one line."""
        return sum(token.width for token in self._uncut)

    def last_line_width(self) -> float:
        """The width, in points, of the last line as laid out."""
        return sum(token.width for token in self._visible(self._lines[-1]))

    def first_baseline(self) -> float:
        """Where the first line stands below the upper edge: capitals are in the middle of the line's height."""
        return (self.leading + self.style.size * 0.66) / 2

    def least(self) -> float:
        count = len(self._lines)
        return self.leading * (count if count <= _ORPHANS + _WIDOWS - 1 else _ORPHANS)

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        count = len(self._lines)
        fitting = int((height + 0.01) / self.leading)
        if fitting >= count:
            return None
        fitting = min(fitting, count - _WIDOWS)
        while fitting >= _ORPHANS and self._tokens[self._lines[fitting - 1][1] - 1].text == SOFT_HYPHEN:
            fitting -= 1
        if fitting < _ORPHANS:
            return None
        return self._part(self._lines[:fitting], first=True), self._part(self._lines[fitting:], first=False)

    def _part(self, lines: Sequence[Line], first: bool) -> TextPiece:
        part = copy.copy(self)
        part._lines = lines
        part.height = len(lines) * self.leading
        if first:
            part.space_after, part.keep_with_next = 0.0, False
        else:
            part.space_before = 0.0
        return part

    def _visible(self, line: Line) -> list[Token]:
        """The tokens of a line without the white space at its end."""
        start, end = line
        found = self._tokens[start:end]
        while found and found[-1].is_glue:
            found.pop()
        return found

    def _offset(self, used: float, single: bool) -> float:
        """How far from the left edge a line of a width begins."""
        align = self.style.align
        if align == "center":
            return (self.width - used) / 2
        side = self.document_level if align == "end" or (align == "start" and single) else self.level
        from_right = (side == 1) != (align == "end")
        return self.width - used if from_right else 0.0

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        pen = LinePen(canvas, self.style.size, self._nodes)
        baseline = top + self.first_baseline()
        single = len(self._lines) == 1
        for line in self._lines:
            shown = self._visible(line)
            if shown:
                used = sum(token.width for token in shown)
                if self.level or any(token.level for token in shown):
                    shown = [shown[index] for index in bidi.visual_order([token.level for token in shown])]
                pen.line(shown, x + self._offset(used, single), baseline)
            baseline += self.leading
        pen.finish()


def _needed_leading(found: Sequence[Token]) -> float:
    """How much more than the style's leading the text needs: by the share of its scripts, so that a word does not
    push a whole paragraph apart."""
    width = sum(token.width for token in found)
    if not width:
        return 1.0
    return sum(token.width * token.word.leading for token in found if token.word) / width
