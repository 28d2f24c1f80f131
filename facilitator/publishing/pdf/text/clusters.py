"""Cut text into what a reader takes for one character: a letter with its marks, a whole emoji."""

from __future__ import annotations

import unicodedata
from functools import cache

ZERO_WIDTH_JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
TEXT_STYLE = "\ufe0e"
KEYCAP = "\u20e3"


@cache
def extends(character: str) -> bool:
    """Whether the character belongs to the one before it: marks, joiners, variation selectors, skin tones, tags."""
    if unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return True
    code = ord(character)
    return (
        character in "\u200c\u200d"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or 0x1160 <= code <= 0x11FF  # Korean vowels and finals that join the consonant before them
        or 0xD7B0 <= code <= 0xD7FF
    )


@cache
def invisible(character: str) -> bool:
    """Whether the character has no shape of its own and no font needs to have it."""
    code = ord(character)
    return (
        character in "\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\uffa0\u200b\u200c\u200d\u200e\u200f"
        or 0x180B <= code <= 0x180F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )


def _regional(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be torn apart nor set in two fonts."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if not found:
            found.append(character)
        elif extends(character) or _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(cluster: str, character: str) -> bool:
    """Two letters make a flag; after a joiner, signs join signs (a family), while letters stay letters of their own."""
    if cluster[-1] == ZERO_WIDTH_JOINER:
        return unicodedata.category(cluster[0])[0] == "S" and unicodedata.category(character)[0] == "S"
    return len(cluster) == 1 and _regional(cluster) and _regional(character)


def wants_emoji(cluster: str) -> bool:
    """Whether the cluster is to be shown as a picture rather than as a sign of the text."""
    if TEXT_STYLE in cluster:
        return False
    if EMOJI_STYLE in cluster or KEYCAP in cluster:
        return True
    return 0x1F1E6 <= ord(cluster[0]) <= 0x1F1FF or 0x1F300 <= ord(cluster[0]) <= 0x1FAFF
