"""What the bidirectional algorithm (Unicode Standard Annex #9) asks of single characters."""

from __future__ import annotations

import unicodedata
from functools import cache

ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDING_INITIATORS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED_BY_X9 = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
NEUTRAL_OR_ISOLATE = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})

# Unassigned code points of the right-to-left blocks count as right-to-left (DerivedBidiClass.txt, @missing lines).
_ARABIC_BLOCKS = ((0x0600, 0x07BF), (0x0860, 0x08FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF),
                  (0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F), (0x1EC70, 0x1ECBF),
                  (0x1ED00, 0x1ED4F), (0x1EE00, 0x1EEFF))  # fmt: skip
_HEBREW_LIKE_BLOCKS = (
    (0x0590, 0x05FF),
    (0x07C0, 0x085F),
    (0xFB1D, 0xFB4F),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EFFF),
)

# BidiBrackets.txt: opening and closing characters, pair by pair.
_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
# U+2329 and U+232A are canonically equivalent to U+3008 and U+3009, and match them.
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_OPENING_ALL = "\u2329" + _OPENING
_CLOSING_ALL = "\u232a" + _CLOSING
OPENING_BRACKETS = {
    opening: _CANONICAL.get(closing, closing)
    for opening, closing in zip(_OPENING_ALL, _CLOSING_ALL, strict=True)
}
CLOSING_BRACKETS = {closing: _CANONICAL.get(closing, closing) for closing in _CLOSING_ALL}
# Characters whose shape is turned around in text from the right, as far as it is another's shape (BidiMirroring.txt).
MIRRORED = {
    one: other
    for pair in (*zip(_OPENING, _CLOSING, strict=True), "«»", "‹›", "<>", "≤≥")
    for one, other in (tuple(pair), tuple(pair)[::-1])
}


@cache
def bidi_class(character: str) -> str:
    """The bidi class of one character, such as ``"L"``, ``"AL"`` or ``"EN"``."""
    known = unicodedata.bidirectional(character)
    if known:
        return known
    code = ord(character)
    if any(first <= code <= last for first, last in _ARABIC_BLOCKS):
        return "AL"
    if any(first <= code <= last for first, last in _HEBREW_LIKE_BLOCKS):
        return "R"
    return "L"


def strong_direction(bidi_type: str) -> str:
    """``"L"`` or ``"R"`` as the neutral rules see a resolved type, ``""`` when it has no direction."""
    if bidi_type == "L":
        return "L"
    return "R" if bidi_type in ("R", "EN", "AN") else ""
