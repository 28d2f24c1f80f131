"""Write lines of shaped words into the page as text operators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.canvas import colour_operands
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.pdf.text.fonts import DocumentFont
from facilitator.publishing.pdf.text.tokens import Span, Token
from facilitator.publishing.pdf.text.words import Segment, Word

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas

MARKER_COLOUR: Colour = (0.45, 0.45, 0.48)
_STROKE_OF_BOLD = 0.028  # of the font size: the thickness that stands in for a bold weight


class SpanNodes:
    """The nodes of one paragraph: its own, and one for each link, each passage in another language, and each that is
    not drawn as it is read (``turned``), unless the paragraph as a whole tells how it is read."""

    def __init__(self, node: Node, turned: set[int]) -> None:
        self.node = node
        self._turned = turned
        self._links: dict[int, Node] = {}
        self._others: dict[int, Node] = {}

    def link(self, span: Span) -> Node:
        """The node that the link of a span belongs to."""
        if self.node.kind == "Link" or not (span.address or span.target):
            return self.node
        if id(span) not in self._links:
            self._links[id(span)] = self.node.child("Link")
        return self._links[id(span)]

    def of(self, span: Span) -> Node:
        """What is drawn of a span is drawn for this node."""
        turned = id(span) in self._turned and not self.node.actual
        if not (turned or span.language):
            return self.link(span)
        if id(span) not in self._others:
            actual = span.text if turned else ""
            made = self.link(span).child("Span", language=span.language, actual=actual)
            self._others[id(span)] = made
        return self._others[id(span)]


class LinePen:
    """Collects the operators of one paragraph; ``finish`` puts them on the page, with underlines and links."""

    def __init__(self, canvas: PageCanvas, size: float, nodes: SpanNodes | None) -> None:
        self._canvas = canvas
        self._nodes = nodes if canvas.marking.is_told else None
        self._marked: Node | None = None
        self._size = size
        self._operators: list[str] = []
        self._pending: list[str] = []
        self._font: DocumentFont | None = None
        self._scale = 1.0
        self._colour: Colour | None = None
        self._stroked = False
        self._areas: list[tuple[Span, float, float, float]] = []

    def line(self, shown: Sequence[Token], x: float, baseline: float) -> None:
        """One line of tokens in visual order, its baseline at a distance from the top of the page."""
        self._flush()
        self._mark(shown[0].span)
        self._operators.append(f"1 0 0 1 {x:.2f} {self._canvas.height - baseline:.2f} Tm")
        for token in shown:
            self._mark(token.span)
            if token.word is not None:
                self._word(token.word, token.span.colour)
            if token.span.address or token.span.target:
                self._mark_link(token, x, baseline)
            x += token.width

    def _mark(self, span: Span) -> None:
        """What is drawn next is drawn for the node of this span."""
        node = self._nodes.of(span) if self._nodes else None
        if node is self._marked:
            return
        self._flush()
        if self._marked is not None:
            self._operators.append("EMC")
        if node is not None:
            self._operators.append(self._canvas.marking.begin(node))
        self._marked = node

    def _word(self, word: Word, colour: Colour) -> None:
        if word.actual_text is not None:
            self._flush()
            text = word.actual_text.encode("utf-16-be").hex().upper()
            self._operators.append(f"/Span<</ActualText<FEFF{text}>>>BDC")
        for segment in word.segments:
            self._segment(segment, MARKER_COLOUR if segment.marker else colour)
        if word.actual_text is not None:
            self._flush()
            self._operators.append("EMC")

    def _segment(self, segment: Segment, colour: Colour) -> None:
        if colour is not self._colour and colour != self._colour:
            self._set(f"{colour_operands(colour)} rg {colour_operands(colour)} RG")
            self._colour = colour
        if segment.font is not self._font or segment.scale != self._scale:
            self._font, self._scale = segment.font, segment.scale
            self._set(f"/{segment.font.name} {self._size * segment.scale:.2f} Tf")
        if segment.emboldened != self._stroked:
            width = self._size * segment.scale * _STROKE_OF_BOLD
            self._set(f"2 Tr {width:.2f} w" if segment.emboldened else "0 Tr")
            self._stroked = segment.emboldened
        for rise, operands in segment.chunks:
            if rise:
                self._set(f"{rise * self._size * segment.scale / 1000:.3f} Ts")
            self._pending.append(operands)
            if rise:
                self._set("0 Ts")

    def _set(self, operator: str) -> None:
        self._flush()
        self._operators.append(operator)

    def _flush(self) -> None:
        if self._pending:
            self._operators.append(f"[{''.join(self._pending)}]TJ")
            self._pending.clear()

    def _mark_link(self, token: Token, x: float, baseline: float) -> None:
        """Lengthen the link area that ends here, or begin one."""
        if self._areas:
            span, left, right, line = self._areas[-1]
            if span is token.span and line == baseline and abs(right - x) < 0.1:
                self._areas[-1] = (span, left, x + token.width, line)
                return
        self._areas.append((token.span, x, x + token.width, baseline))

    def finish(self) -> None:
        """Write everything to the page."""
        self._flush()
        if self._stroked:
            self._operators.append("0 Tr")
        if self._marked is not None:
            self._operators.append("EMC")
        if self._operators:
            self._canvas.show_text(self._operators, marked=self._marked is not None)
        for span, left, right, baseline in self._areas:
            if span.address:
                self._canvas.rule(left, baseline + self._size * 0.16, right - left, span.colour, 0.4)
            top = baseline - self._size * 0.85
            area = left, top, right - left, self._size * 1.15
            node = self._nodes.link(span) if self._nodes else None
            self._canvas.link(area, span.address, span.target, node, span.text.strip())
