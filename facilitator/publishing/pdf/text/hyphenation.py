"""Where a word may be divided at the end of a line, by the language that it is in.

Liang's patterns come with pyphen, one dictionary for each language, read when a line first needs it. Arabic, Chinese
and every other language without patterns divide no words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

LEAST_BEFORE = LEAST_AFTER = 3
"""Letters that stay on the first line, and that go on to the next."""
SOFT_HYPHEN = "\u00ad"
"""What the hyphen at a line's end is read back as (ISO 32000-1, 14.8.2.2.3)."""
# British where a paper only says English: the organisers and the United Nations write it.
_USUAL = {"en": "en_GB", "pt": "pt_PT"}
# One word alone, perhaps after an elided one and between marks: no address, number, name of a file or compound.
_DIVISIBLE = re.compile(
    r"[(\[“«„\"'‘¿¡\u00a0\u202f]*(?:[^\W\d_]{1,6}[’'])?([^\W\d_]{6,})[)\]”»“\"'’.,;:!?…%\u00a0\u202f]*"
)


def divisions(text: str, language: str, *, names: bool = False) -> tuple[int, ...]:
    """Offsets into a stretch of text without blanks where a hyphen may be put, the last one first.

    Words with a capital letter are left whole, since names are not divided, unless ``names`` says that they may be.
    ``language`` is BCP 47.
    """
    match = _DIVISIBLE.fullmatch(text)
    if match is None:
        return ()
    word = match[1]
    if not names and word != word.lower():
        return ()
    return tuple(match.start(1) + offset for offset in _divided(word.lower(), language))


@lru_cache(maxsize=20_000)
def _divided(word: str, language: str) -> tuple[int, ...]:
    patterns = _patterns(language)
    if patterns is None:
        return ()
    found = patterns.positions(word)
    # Where a division changes the spelling, the word read back would be another one.
    return tuple(sorted((int(one) for one in found if not getattr(one, "data", None)), reverse=True))


@cache
def _patterns(language: str) -> Any:
    """The dictionary of a language, or of the language that it is a variety of; None where there is none."""
    import pyphen

    code = language.replace("-", "_")
    name = _USUAL.get(code) or pyphen.language_fallback(code)
    return pyphen.Pyphen(lang=name, left=LEAST_BEFORE, right=LEAST_AFTER) if name else None
