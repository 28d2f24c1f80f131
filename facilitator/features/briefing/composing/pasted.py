"""What is kept of a page of a word processor or a browser that is pasted: headings, bold, italic, lists, links, tables
and the pictures that are in it, and nothing else."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from facilitator.domain.prose.spans import Piece, joined
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.composing.written import Written
from facilitator.kit.pasting import cleaned
from facilitator.publishing.addresses import safe_address

_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg", "math"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = frozenset(
    {"p", "div", "li", "blockquote", "section", "article", "header", "footer", "pre", *_HEADINGS}
)
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|visibility\s*:\s*hidden", re.I
)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d+)", re.I)
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.I)
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+", re.I)
_HEAVY = 600
_DATA = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=\s]+)\Z")


@dataclass(frozen=True)
class PastedPicture:
    """A picture that was in the page itself, behind so many paragraphs of it."""

    after: int
    data: bytes = field(repr=False)
    alternative: str = ""


@dataclass(frozen=True)
class Pasted:
    """Paragraphs without rows, and pictures."""

    paragraphs: tuple[Written, ...]
    pictures: tuple[PastedPicture, ...] = ()


def of_plain(text: str) -> Pasted:
    """Plain text: a paragraph a line; lines with tabs that follow each other are a table."""
    found: list[Written] = []
    for line in text.splitlines():
        cells = [cleaned(cell).replace("\n", " ").strip() for cell in line.split("\t")]
        is_row = len(cells) > 1 and any(cells)
        row = "\t".join(cells) if is_row else " ".join(filter(None, cells))
        if is_row and found and found[-1].style is Style.TABLE:
            found[-1] = Written("", Style.TABLE, f"{found[-1].text}\n{row}")
        elif row:
            found.append(Written("", Style.TABLE if is_row else Style.BODY, row))
    return Pasted(tuple(found))


def of_html(markup: str) -> Pasted:
    """A page."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end_paragraph()
    return Pasted(tuple(reader.found), tuple(reader.pictures))


@dataclass(frozen=True)
class _Look:
    tag: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""
    style: Style = Style.BODY
    ordered: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Written] = []
        self.pictures: list[PastedPicture] = []
        self._looks = [_Look()]
        self._silent = 0
        self._pieces: list[Piece] = []
        self._style = Style.BODY
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        style = told.get("style", "")
        if tag in _VOID:
            self._void(tag, told)
            return
        if self._silent or tag in _SILENT or _HIDDEN.search(style) or "hidden" in told:
            self._silent += 1
            self._looks.append(_Look(tag))
            return
        if tag == "table":
            self.end_paragraph()
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows is not None:
            self._rows[-1:] = self._rows[-1:] or [[]]
            self._rows[-1].append("")
        elif tag in _BREAKS and self._rows is None:
            self.end_paragraph()
        self._looks.append(self._look(tag, told, style))
        if tag in _BREAKS and self._rows is None:
            self._style = self._looks[-1].style

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or all(look.tag != tag for look in self._looks):
            return
        while len(self._looks) > 1:
            look = self._looks.pop()
            self._silent = max(0, self._silent - 1)
            if look.tag == tag:
                break
        if self._silent:
            return
        if tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in _BREAKS and self._rows is None:
            self.end_paragraph()
            self._style = self._looks[-1].style

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", data)
        look = self._looks[-1]
        if self._rows is not None:
            if self._rows and self._rows[-1]:
                self._rows[-1][-1] += text
        elif text.strip() or self._pieces:
            self._pieces.append(Piece(cleaned(text), look.bold, look.italic, look.link))

    def end_paragraph(self) -> None:
        """What was read since the last break is a paragraph, unless it says nothing."""
        text, spans = joined(self._pieces)
        self._pieces = []
        if text.strip():
            end = len(text.rstrip())
            kept = tuple(span for span in spans if span.start < end)
            self.found.append(Written("", self._style, text[:end], kept))

    def _void(self, tag: str, told: dict[str, str]) -> None:
        if self._silent:
            return
        if tag == "br" and self._rows is None and self._pieces:
            self._pieces.append(Piece("\n", False, False, ""))
        elif tag == "img" and (found := _DATA.match(told.get("src", ""))):
            try:
                data = base64.b64decode(found[1], validate=False)
            except binascii.Error:
                return
            self.end_paragraph()
            self.pictures.append(PastedPicture(len(self.found), data, cleaned(told.get("alt", ""))))

    def _look(self, tag: str, told: dict[str, str], style: str) -> _Look:
        now = self._looks[-1]
        bold, italic = now.bold or tag in ("b", "strong"), now.italic or tag in ("i", "em", "cite")
        if weight := _WEIGHT.search(style):
            bold = weight[1].lower() in ("bold", "bolder") or (
                weight[1].isdigit() and int(weight[1]) >= _HEAVY
            )
        if slant := _SLANT.search(style):
            italic = slant[1].lower() != "normal"
        link = safe_address(told.get("href", "")) if tag == "a" else now.link
        kind, ordered = now.style, now.ordered
        if tag in _HEADINGS:
            kind, bold = Style.SUBHEADING, False
        elif tag in ("ul", "ol"):
            ordered = tag == "ol"
        elif tag == "li":
            kind = Style.NUMBERED if ordered else Style.BULLET
        elif tag == "blockquote":
            kind = Style.QUOTATION
        elif tag == "p" and _WORD_LIST.search(style):
            kind = Style.BULLET
        return _Look(tag, bold, italic, link, kind, ordered)

    def _end_table(self) -> None:
        rows = [[" ".join(cleaned(cell).split()) for cell in row] for row in self._rows or () if row]
        self._rows = None
        if any(cell for row in rows for cell in row):
            self.found.append(Written("", Style.TABLE, "\n".join("\t".join(row) for row in rows)))
