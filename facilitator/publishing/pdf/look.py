"""How a paper looks: its colours, sizes and distances, in points at scale 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from facilitator.publishing import colours
from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.page.text_piece import TextStyle
from facilitator.publishing.pdf.paper import PORTRAIT, Paper
from facilitator.publishing.pdf.text.families import Face

INK: Colour = (0.106, 0.137, 0.180)
MUTED: Colour = (0.341, 0.384, 0.439)
HAIRLINE: Colour = (0.800, 0.824, 0.851)


@dataclass(frozen=True)
class Look:
    """Styles of one paper. ``scale`` shrinks all text of a one-page paper; ``level`` is 1 when it runs from right;
    ``paper`` is the sheet that its pages are printed on."""

    accent_code: str
    level: int = 0
    scale: float = 1.0
    paper: Paper = PORTRAIT

    @cached_property
    def accent(self) -> Colour:
        """The ground of bands and bars."""
        return colours.parsed(self.accent_code)

    @cached_property
    def accent_text(self) -> Colour:
        """The accent as small text on white."""
        return colours.legible_on_white(self.accent)

    @cached_property
    def on_accent(self) -> Colour:
        """Text on the accent."""
        return colours.text_on(self.accent)

    @cached_property
    def tint(self) -> Colour:
        """The ground of tiles: the accent as a breath."""
        return colours.mixed(self.accent, colours.WHITE, 0.92)

    @cached_property
    def track(self) -> Colour:
        """What a chart's bar runs in."""
        return colours.mixed(self.accent, colours.WHITE, 0.86)

    @property
    def mirrored(self) -> bool:
        """Whether columns and indents begin on the right."""
        return self.level == 1

    def points(self, length: float) -> float:
        """A length of the design at this paper's scale."""
        return length * self.scale

    def _style(self, size: float, leading: float, colour: Colour = INK, **others: object) -> TextStyle:
        style = TextStyle(self.points(size), self.points(leading), colour)
        scaled = {
            name: self.points(value) if name.startswith("space") and isinstance(value, float) else value
            for name, value in others.items()
        }
        return replace(style, **scaled)  # type: ignore[arg-type]  # fields of the style, by name

    @cached_property
    def body(self) -> TextStyle:
        return self._style(10.4, 15.2, align="own", space_after=7.5, divided=True)

    @cached_property
    def lead(self) -> TextStyle:
        return self._style(13.0, 18.6, colour=self.accent_text, align="own", space_after=12.0, divided=True)

    @cached_property
    def small(self) -> TextStyle:
        return self._style(8.7, 12.2, colour=MUTED, align="own", space_after=5.0, divided=True)

    @cached_property
    def item(self) -> TextStyle:
        return self._style(10.4, 15.0, space_after=4.5, divided=True)

    @cached_property
    def marker(self) -> TextStyle:
        return self._style(10.4, 15.0, colour=self.accent_text, face=Face.SEMIBOLD, tabular=True)

    @cached_property
    def quotation(self) -> TextStyle:
        return self._style(11.6, 16.6, face=Face.ITALIC, align="own", space_after=4.0, divided=True)

    @cached_property
    def attribution(self) -> TextStyle:
        return self._style(9.2, 13.0, colour=MUTED, align="own")

    def heading(self, level: int) -> TextStyle:
        """The style of a heading of a level, 1 being the largest."""
        if level <= 1:
            style = self._style(20.0, 24.5, self.accent_text, face=Face.SEMIBOLD, space_before=26.0)
            return replace(style, space_after=self.points(9.0), keep_with_next=True, balanced=True)
        size, before = (13.6, 18.0) if level == 2 else (11.0, 12.0)
        colour = INK if level == 2 else self.accent_text
        style = self._style(size, size * 1.3, colour, face=Face.SEMIBOLD, space_before=before)
        return replace(style, space_after=self.points(5.0), keep_with_next=True)

    @cached_property
    def cell(self) -> TextStyle:
        return self._style(9.2, 12.9)

    @cached_property
    def told_cell(self) -> TextStyle:
        """A cell of words, which may divide them."""
        return replace(self.cell, divided=True)

    @cached_property
    def column_title(self) -> TextStyle:
        return self._style(8.6, 11.6, self.accent_text, face=Face.SEMIBOLD)

    @cached_property
    def number(self) -> TextStyle:
        return replace(self.cell, align="end", tabular=True)

    @cached_property
    def number_title(self) -> TextStyle:
        return replace(self.column_title, align="end")

    @cached_property
    def caption(self) -> TextStyle:
        return self._style(
            9.6, 13.4, face=Face.SEMIBOLD, space_before=10.0, space_after=4.0, keep_with_next=True
        )

    @cached_property
    def fact_label(self) -> TextStyle:
        return self._style(9.6, 14.0, colour=MUTED)

    @cached_property
    def fact_value(self) -> TextStyle:
        return self._style(9.9, 14.0, divided=True)

    @cached_property
    def figure_label(self) -> TextStyle:
        return self._style(9.2, 12.4, colour=MUTED)

    def figure_value(self, size: float) -> TextStyle:
        """A large numeral; the size in points before scaling."""
        return self._style(size, size * 1.12, self.accent_text, face=Face.SEMIBOLD)

    @cached_property
    def bar_text(self) -> TextStyle:
        return replace(self.cell, face=Face.SEMIBOLD, tabular=True)

    @cached_property
    def contents_part(self) -> TextStyle:
        return self._style(11.0, 15.5, face=Face.SEMIBOLD)

    @cached_property
    def contents_entry(self) -> TextStyle:
        return self._style(10.0, 14.5)

    @cached_property
    def running(self) -> TextStyle:
        return TextStyle(8.2, 11.0, MUTED, tabular=True)
