"""Texts that a spreadsheet would take for formulas, and the mark that keeps it from doing so.

When a text table is opened, a cell that begins with ``=``, ``+``, ``-`` or ``@`` is worked out as a formula, which may
start programs (DDE) or send what is in other cells. An apostrophe before it makes it a text; spreadsheets show that
apostrophe, and an import here takes it off again. Workbooks need no such mark: in them, texts are texts.

Where Excel parts cells at semicolons, as in most of Europe, a new cell begins after each semicolon and each line end
of a text, whatever its quotation marks: those places count as beginnings, too.
"""

from __future__ import annotations

import re

MARK = "'"

_BEGINNING = r"(?:\A|(?<=[;\t\r\n]))"
# What may stand before the sign and be skipped. What already stands behind apostrophes gets one more, so that taking
# one off always gives back what was there.
_SKIPPED = f"{MARK}*(?:[^\\S\\t\\r\\n]|[\ufeff\u200b-\u200f\u2060])*"
# The signs, and the other forms that are taken for them. Plain negative numbers are none; phone numbers would lose
# their plus.
_NUMBER = rf"{MARK}*-\d+(?:[.,]\d+)?\s*(?:[;\t\r\n]|\Z)"
_SIGN = "[-=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]"
_FORMULA = f"(?!{_NUMBER}){_SKIPPED}{_SIGN}"
_CONTROL = rf"{_SKIPPED}[\t\r\n]"
_RISKY = re.compile(rf"{_BEGINNING}(?={_FORMULA})|\A(?={_CONTROL})")
_MARKED = re.compile(rf"{_BEGINNING}{MARK}(?={_FORMULA})|\A{MARK}(?={_CONTROL})")


def marked(text: str) -> str:
    """The text, with a mark wherever a spreadsheet might begin to work it out."""
    return _RISKY.sub(MARK, text)


def unmarked(text: str) -> str:
    """What ``marked`` was given; a text that it would not have marked so comes back as it is."""
    return _MARKED.sub("", text)
