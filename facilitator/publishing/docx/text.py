"""Texts as WordprocessingML: the one place where they are escaped, and where runs and paragraphs are written.

Children of properties stand in the order of the schema (ECMA-376, part 1, 17.3): Word refuses a file that has another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from facilitator.publishing.addresses import safe_address
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import Run, Runs
from facilitator.publishing.pdf.text.direction import paragraph_level
from facilitator.publishing.plain_text import printable, single_line

_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = re.compile(f"[{_FROM_RIGHT}](?:[{_FROM_RIGHT}\\W]*[{_FROM_RIGHT}])?|[^{_FROM_RIGHT}]+")

LinkOf = Callable[[str], str]
"""Gives the id of a relation to an address."""


def attribute(words: str) -> str:
    """Words as an attribute's value, with its quotation marks."""
    return quoteattr(single_line(words))


def element_text(words: str) -> str:
    """Words between tags, on one line."""
    return escape(single_line(words))


def told(runs: Runs) -> bool:
    """Whether runs say anything."""
    return any((run.text or run.link).strip() for run in runs)


@dataclass(frozen=True)
class Shape:
    """How a paragraph differs from its style; lengths in twentieths of a point, ``after`` below 0 as the style has it.
    ``number`` is the list that it is an item of, ``bookmark`` the name that links to it use."""

    style: str = "Normal"
    keep: bool = False
    break_before: bool = False
    number: int = 0
    end: bool = False
    after: int = -1
    bookmark: str = ""


class Texts:
    """Writes the texts of one document, or of a passage in another language."""

    def __init__(self, language: str, anchors: dict[str, str], link_of: LinkOf) -> None:
        self.language, self.level = language, language_level(language)
        self._anchors, self._link_of = anchors, link_of
        self._outer = ""

    def in_language(self, language: str) -> Texts:
        """The same for a passage in another language."""
        other = Texts(language, self._anchors, self._link_of)
        other._outer = language
        return other

    def paragraph(self, runs: Runs, shape: Shape | None = None) -> str:
        """A paragraph, from the side that it is read from."""
        whole = "".join(printable(run.text or run.link) for run in runs)
        from_right = paragraph_level(whole, self.level) == 1
        return self._paragraph("".join(self.run(run) for run in runs), shape or Shape(), from_right)

    def around(self, inside: str, shape: Shape) -> str:
        """A paragraph around what is written already, from the side of the document."""
        return self._paragraph(inside, shape, self.level == 1)

    def gap(self, height: int) -> str:
        """A line of no words, and so much space below it."""
        return self.around("", Shape("Tight", after=height))

    def _paragraph(self, inside: str, shape: Shape, from_right: bool) -> str:
        if shape.bookmark:
            number = int(shape.bookmark.removeprefix("_Toc"))
            start = f'<w:bookmarkStart w:id="{number}" w:name="{shape.bookmark}"/>'
            inside = f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p>{properties(shape, from_right)}{inside}</w:p>"

    def plain(self, words: str, shape: Shape | None = None) -> str:
        """A paragraph of words without any style of their own."""
        return self.paragraph((Run(words),), shape)

    def inline_plain(self, words: str) -> str:
        """Words within a paragraph, without any style of their own."""
        return self.run(Run(words))

    def run(self, run: Run) -> str:
        """A run, and the link that it is."""
        words = printable(run.text or run.link)
        if not words:
            return ""
        address, anchor = safe_address(run.link), self._anchors.get(run.target, "")
        language = run.language or self._outer
        made = "".join(
            f"<w:r>{_looks(run, language, bool(address or anchor), bool(_from_right(part)))}{_lines(part)}</w:r>"
            for part in _STRETCH.findall(words)
        )
        if address:
            return f'<w:hyperlink r:id="{self._link_of(address)}" w:history="1">{made}</w:hyperlink>'
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{made}</w:hyperlink>' if anchor else made


def properties(shape: Shape, from_right: bool) -> str:
    """The properties of a paragraph; it says its side itself, since a passage may differ from the paper's styles."""
    parts = [
        f'<w:pStyle w:val="{shape.style}"/>',
        "<w:keepNext/>" if shape.keep else "",
        "<w:pageBreakBefore/>" if shape.break_before else "",
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{shape.number}"/></w:numPr>' if shape.number else "",
        _mirrored_bar(shape, from_right),
        "<w:bidi/>" if from_right else '<w:bidi w:val="0"/>',
        f'<w:spacing w:after="{shape.after}"/>' if shape.after >= 0 else "",
        # In a paragraph from the right, "right" is the end of its lines.
        '<w:jc w:val="right"/>' if shape.end else "",
    ]
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _mirrored_bar(shape: Shape, from_right: bool) -> str:
    """The bar beside a quotation on the side that it is read from."""
    if not from_right or shape.style not in ("Quote", "Attribution"):
        return ""
    return '<w:pBdr><w:left w:val="nil"/><w:right w:val="single" w:sz="18" w:space="10" w:color="auto"/></w:pBdr>'


def language_code(language: str) -> str:
    """The code as it stands; empty for what is no BCP 47 code."""
    return language if _LANGUAGE.fullmatch(language) else ""


def language_of(language: str) -> str:
    """The element that says which language a text is in; none for what is no BCP 47 code. A language says so for its
    own script alone: Latin words told to be Chinese are broken anywhere."""
    code = language_code(language)
    if not code:
        return ""
    return f'<w:lang w:{script_of(code)}="{code}"/>'


def script_of(language: str) -> str:
    """Which of a text's three languages it is: ``eastAsia``, ``bidi`` (from the right) or ``val`` (all others)."""
    if language.lower()[:2] in ("zh", "ja", "ko"):
        return "eastAsia"
    return "bidi" if language_level(language) else "val"


def _looks(run: Run, language: str, linked: bool, from_right: bool) -> str:
    parts = [
        '<w:rStyle w:val="Hyperlink"/>' if linked else "",
        '<w:rFonts w:hint="eastAsia"/>' if script_of(language) == "eastAsia" else "",
        "<w:b/><w:bCs/>" if run.bold else "",
        "<w:i/><w:iCs/>" if run.italic else "",
        "<w:rtl/>" if from_right else "",
        language_of(language),
    ]
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _from_right(words: str) -> bool:
    return re.match(f"[{_FROM_RIGHT}]", words) is not None


def _lines(words: str) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
