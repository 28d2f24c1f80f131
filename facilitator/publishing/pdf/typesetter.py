"""From the runs of a document to paragraphs on the page: the one way in for every text that is printed."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

from facilitator.publishing.addresses import safe_address
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import Run, Runs
from facilitator.publishing.own_language import is_in
from facilitator.publishing.pdf.look import Look
from facilitator.publishing.pdf.page.text_piece import TextPiece, TextStyle
from facilitator.publishing.pdf.structure.nodes import Node, Tree
from facilitator.publishing.pdf.text.direction import paragraph_level
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import FontBook
from facilitator.publishing.pdf.text.scripts import HANGUL, KANA
from facilitator.publishing.pdf.text.tokens import Span
from facilitator.publishing.pdf.text.words import Lettering
from facilitator.publishing.plain_text import printable


class Typesetter:
    """Sets the texts of one document; ``missing`` gathers the characters that no font has,
    ``notes`` what else could not be shown as meant."""

    def __init__(self, language: str, look: Look, places: dict[str, str], typeface: str = "") -> None:
        self.look = look
        self.language = language
        self._is_stated = False
        """Whether somebody said that all texts are in that language; else users' words may be in any."""
        self.places = places
        self.tree = Tree()
        self.parent = self.tree.root
        """What is set next is told below this node."""
        self.book = FontBook(typeface)
        self.missing: dict[str, None] = {}
        self.notes: dict[str, None] = {}
        self._letterings: dict[tuple[Face, str, bool], Lettering] = {}

    def with_look(self, look: Look) -> Typesetter:
        """The same document in another size; fonts and shaped words are shared."""
        other = copy.copy(self)
        other.look = look
        return other

    def anew(self, look: Look) -> Typesetter:
        """The same document in another size, from its beginning: what was set before is not told."""
        other = self.with_look(look)
        other.tree = Tree()
        other.parent = other.tree.root
        return other

    def under(self, kind: str, **others: object) -> Typesetter:
        """The same, telling what it sets below a new node of a kind."""
        other = copy.copy(self)
        other.parent = self.parent.child(kind, **others)
        return other

    def in_language(self, language: str) -> Typesetter:
        """The same document in another language, from the side that it is read from."""
        other = copy.copy(self)
        other.look = replace(self.look, level=language_level(language))
        other.language, other._letterings, other._is_stated = language, {}, True
        return other

    def note(self, told: str) -> None:
        """Tell, once, of something that could not be shown as meant."""
        self.notes[told] = None

    def text(self, runs: Runs, style: TextStyle, node: Node | None = None) -> TextPiece:
        """A paragraph of these runs, printed as they are written, and told as ``node``, or as a paragraph."""
        printed = [replace(run, text=printable(run.text or run.link)) for run in runs]
        whole = "".join(run.text for run in printed)
        own = "".join(run.text for run in printed if not run.language)
        divided = self.language if self._is_stated or is_in(own, self.language) else ""
        spans = [self._span(run, style, _telling_language(whole), divided) for run in printed if run.text]
        level = paragraph_level(whole, self.look.level)
        return TextPiece(spans, style, level, self.look.level, node or self.parent.child("P"))

    def plain(self, text: str, style: TextStyle, node: Node | None = None) -> TextPiece:
        """A paragraph in one style throughout."""
        return self.text((Run(text),), style, node)

    def fitting(self, text: str, style: TextStyle, width: float) -> TextPiece:
        """One line that is no wider than ``width`` points: whole, or cut at its end with an ellipsis."""
        piece = self.plain(text, style)
        kept = len(text)
        while piece.natural_width() > width and kept > 1:
            kept = min(kept - 1, max(1, int(kept * width / piece.natural_width())))
            piece = self.plain(f"{text[:kept].rstrip()}…", style)
        piece.layout(max(width, piece.natural_width()))
        return piece

    def _span(self, run: Run, style: TextStyle, telling: str, divided: str) -> Span:
        face = style.face.with_style(run.bold, run.italic)
        language = run.language or self.language
        if telling and language[:2] not in ("zh", "ja", "ko"):
            language = telling
        address = safe_address(run.link)
        target = self.places.get(run.target, "")
        colour = self.look.accent_text if address else style.colour
        other = run.language if run.language != self.language else ""
        lettering = self._lettering(face, language, style.tabular)
        return Span(run.text, lettering, colour, address, target, other, run.language or divided)

    def _lettering(self, face: Face, language: str, tabular: bool) -> Lettering:
        key = (face, language, tabular)
        if key not in self._letterings:
            self._letterings[key] = Lettering(self.book, face, language, self.missing, tabular)
        return self._letterings[key]


def _telling_language(text: str) -> str:
    """Japanese or Korean where a text's own letters say so: their Chinese characters have other shapes."""
    if text.isascii():
        return ""
    if KANA.search(text):
        return "ja"
    return "ko" if HANGUL.search(text) else ""


def joined(parts: Sequence[str], separator: str) -> str:
    """The parts that say something, with a separator between them."""
    return separator.join(part for part in parts if part.strip())
