"""How a Word document looks: its colours, its sheet, and its named styles, which a reader may change in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from facilitator import assets
from facilitator.publishing import colours
from facilitator.publishing.colours import WHITE, Colour
from facilitator.publishing.direction import language_level
from facilitator.publishing.docx.text import attribute, language_code, script_of
from facilitator.publishing.pdf.paper import LANDSCAPE, PORTRAIT

_TYPEFACE = "Calibri"
"""On nearly every machine that opens Word documents, or one of the same widths in its place."""
_TWIPS = 20
"""To the point."""


@dataclass(frozen=True)
class Look:
    """Colours as RRGGBB, lengths in twentieths of a point."""

    accent_code: str
    language: str
    landscape: bool = False
    typeface: str = ""

    @property
    def mirrored(self) -> bool:
        """Whether the paper is read from the right."""
        return language_level(self.language) == 1

    @cached_property
    def ground(self) -> str:
        """The accent, of bands and bars."""
        return _code(colours.parsed(self.accent_code))

    @cached_property
    def accent(self) -> str:
        """The accent as small text on white."""
        return _code(colours.legible_on_white(colours.parsed(self.accent_code)))

    @cached_property
    def on_accent(self) -> str:
        """Text on the accent."""
        return _code(colours.text_on(colours.parsed(self.accent_code)))

    @cached_property
    def tint(self) -> str:
        """The ground of tiles."""
        return _code(colours.mixed(colours.parsed(self.accent_code), WHITE, 0.92))

    @cached_property
    def track(self) -> str:
        """What a chart's bar runs in."""
        return _code(colours.mixed(colours.parsed(self.accent_code), WHITE, 0.86))

    @cached_property
    def second(self) -> str:
        """The second series of a chart, lighter than the first in grey too."""
        return _code(colours.mixed(colours.parsed(self.accent_code), WHITE, 0.5))

    @property
    def inside(self) -> int:
        """The width between the margins."""
        return int((LANDSCAPE if self.landscape else PORTRAIT).inside * _TWIPS)

    def styles(self) -> str:
        """The part of the file that holds the styles."""
        text = assets.read_text("styles", "paper-docx.xml")
        code = language_code(self.language) or "en"
        told = {"val": "en", "eastAsia": "zh-CN", "bidi": "ar"} | {script_of(code): code}
        words = {
            "typeface": attribute(self.typeface or _TYPEFACE)[1:-1],
            "language": told["val"],
            "east_asian": told["eastAsia"],
            "right_to_left": told["bidi"],
            "accent": self.accent,
            "accent_ground": self.ground,
            "on_accent": self.on_accent,
            "width": str(self.inside),
            "bidi": "<w:bidi/>" if self.mirrored else "",
            "start": "right" if self.mirrored else "left",
        }
        for name, word in words.items():
            text = text.replace(f"{{{name}}}", word)
        return text.partition("?>")[2].lstrip()

    def section(self, references: str, *, titled: bool) -> str:
        """The properties of the sheet; ``titled`` papers begin without running texts."""
        paper = LANDSCAPE if self.landscape else PORTRAIT
        size = f'w:w="{_twips(paper.width)}" w:h="{_twips(paper.height)}"'
        turned = ' w:orient="landscape"' if self.landscape else ""
        side = _twips(paper.margin)
        margins = (
            f'w:top="{_twips(paper.top)}" w:right="{side}" w:bottom="{_twips(paper.bottom)}" w:left="{side}"'
        )
        running = f'w:header="{_twips(paper.header_top)}" w:footer="{_twips(paper.footer_height - 20)}"'
        return (
            f'<w:sectPr>{references}<w:pgSz {size}{turned}/><w:pgMar {margins} {running} w:gutter="0"/>'
            f"{'<w:titlePg/>' if titled else ''}{'<w:bidi/>' if self.mirrored else ''}</w:sectPr>"
        )


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _code(colour: Colour) -> str:
    red, green, blue = (round(part * 255) for part in colour)
    return f"{red:02X}{green:02X}{blue:02X}"
