"""The sheet that is printed on: its size and margins."""

from __future__ import annotations

from dataclasses import dataclass

A4 = (595.28, 841.89)  # points


@dataclass(frozen=True)
class Paper:
    """A sheet, all lengths in points. ``margin`` is left and right; text begins ``top`` below the upper edge, which
    is below the running header, and ends ``bottom`` above the lower one."""

    width: float = A4[0]
    height: float = A4[1]
    margin: float = 70.0
    top: float = 88.0
    bottom: float = 76.0
    header_top: float = 44.0
    footer_height: float = 52.0  # from the page's foot to the top of the running footer

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def footer_top(self) -> float:
        """Where the running footer begins, below the upper edge."""
        return self.height - self.footer_height


PORTRAIT = Paper()
# Wide tables are what pages are turned for: they get more of the sheet.
LANDSCAPE = Paper(
    width=A4[1], height=A4[0], margin=48.0, top=70.0, bottom=58.0, header_top=32.0, footer_height=40.0
)
