"""The fonts of one document: which of them sets a cluster, and which glyphs of each were used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from facilitator.publishing.pdf.text import families
from facilitator.publishing.pdf.text.clusters import invisible, wants_emoji
from facilitator.publishing.pdf.text.families import Face, FontFile
from facilitator.publishing.pdf.text.scripts import CJK_SCRIPTS, script_of
from facilitator.publishing.pdf.text.typefaces import Typeface, typeface

# Quotation marks, dashes and dots that Chinese and Japanese set as wide as their characters, others as narrow ones.
_WIDE_IN_CJK = frozenset("“”‘’…—·")


class DocumentFont:
    """A typeface as one document uses it. ``texts`` is what each used glyph stands for when it is read back."""

    def __init__(self, loaded: Typeface, name: str) -> None:
        self.typeface = loaded
        self.name = name
        self.texts: dict[int, str] = {}

    @property
    def source(self) -> FontFile:
        return self.typeface.source

    def record(self, glyph: int, text: str) -> bool:
        """Note what a glyph stands for; False when it already stands for another text in this document."""
        return self.texts.setdefault(glyph, text) == text


class FontBook:
    """Chooses fonts for one document, in one place and always in the same way."""

    def __init__(self, typeface_name: str = "") -> None:
        """``typeface_name`` is the page's own typeface (``families.FAMILIES``), empty for the usual."""
        self._latin = families.FAMILIES.get(typeface_name, families.LATIN)
        self._fonts: dict[FontFile, DocumentFont] = {}

    def __iter__(self) -> Iterator[DocumentFont]:
        return iter(self._fonts.values())

    def font(self, source: FontFile) -> DocumentFont:
        """The font of a file as this document uses it."""
        known = self._fonts.get(source)
        if known is None:
            known = self._fonts[source] = DocumentFont(typeface(source), f"T{len(self._fonts) + 1}")
        return known

    def latin(self, face: Face) -> DocumentFont:
        """The page's own typeface in a style."""
        return self.font(self._latin[face])

    def choose(
        self, cluster: str, face: Face, language: str, previous: DocumentFont | None
    ) -> DocumentFont | None:
        """The font that has the whole cluster, ``previous`` where both would do; None when no font has it."""
        shown = "".join(character for character in cluster if not invisible(character))
        if not shown:
            return previous or self.latin(face)
        if (
            previous is not None
            and _goes_with_neighbours(shown)
            and _covers(previous.typeface, shown, cluster)
        ):
            return previous
        for source in _candidates(shown, cluster, face, language, self._latin):
            if _covers(typeface(source), shown, cluster):
                return self.font(source)
        return None


def _covers(loaded: Typeface, shown: str, cluster: str) -> bool:
    """Whether the font can show the cluster as it is, or as an equivalent spelling that HarfBuzz can make of it."""
    if loaded.covers(shown):
        return True
    if len(shown) == 1 and ord(shown) < 0xC0:
        return False
    spellings = (unicodedata.normalize("NFC", shown), unicodedata.normalize("NFD", shown))
    return any(map(loaded.covers, spellings)) and loaded.shows(cluster)


def _goes_with_neighbours(shown: str) -> bool:
    """Punctuation and marks beyond ASCII look best from the font of the letters before them."""
    return not shown[0].isascii() and not script_of(shown[0]) and unicodedata.category(shown[0])[0] in "MP"


def _candidates(
    shown: str, cluster: str, face: Face, language: str, latin: Mapping[Face, FontFile]
) -> Iterator[FontFile]:
    """Fonts in the order in which to ask them, those for other scripts last."""
    script = script_of(shown[0])
    cjk = families.cjk_for(language)
    if wants_emoji(cluster):
        yield families.EMOJI
    if script in CJK_SCRIPTS or (shown in _WIDE_IN_CJK and language[:2] in ("zh", "ja")):
        yield cjk
    elif script in families.SCRIPTS:
        yield families.SCRIPTS[script][face.heavy]
    yield latin[face]
    if latin is not families.LATIN:
        yield families.LATIN[face]
    yield families.MORE_LATIN[face.heavy]
    yield from families.SIGNS
    yield cjk
    for fonts in families.SCRIPTS.values():
        yield fonts[face.heavy]
