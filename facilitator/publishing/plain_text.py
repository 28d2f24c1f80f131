"""Make any text that a person typed or imported safe to print: the one place where characters are dropped or changed.

What stays is printed as written. What goes has no shape of its own (control characters, byte order marks) or could
make printed words stand in another order than they were written in (bidirectional overrides and isolates).
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u115f\u1160\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]|[\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]+")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile("[\t\x1f]")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1e\x7f-\x9f\u00ad\u115f\u1160\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e001f]"
)
# Tag letters spell out the flags of England, Scotland and Wales; anywhere else they are invisible.
_STRAY_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")


def printable(text: str) -> str:
    """The text with every line end as a line feed, and without characters that cannot or must not be printed.

    Tabulators become spaces; halves of surrogate pairs are joined, or shown as U+FFFD when alone, and so are
    noncharacters; controls, soft hyphens, Korean fillers and directional overrides are dropped.
    """
    if not _SUSPECT.search(text):
        return text
    text = _SURROGATES.sub(_joined, text)
    text = _LINE_END.sub("\n", text)
    text = _BLANK.sub(" ", text)
    text = _NONCHARACTER.sub(REPLACEMENT, text)
    text = _STRAY_TAGS.sub("", text)
    return _DROPPED.sub("", text)


def single_line(text: str) -> str:
    """The same for places that hold one line, such as bookmarks and metadata: any white space is one space."""
    return " ".join(printable(text).split())


def _joined(match: re.Match[str]) -> str:
    return match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
