"""Which encoding a text file has, and its text."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ("cp1252", "mac_roman", "latin_1")
_USUAL = set("áàâäãåçéèêëíìîïñóòôöõøúùûüýÿæœßÁÀÂÄÃÅÇÉÈÊËÍÎÏÑÓÔÖÕØÚÜŒÆ’‘“”«»–—…•·€£°ºª¿¡§©®™\u00a0")
_RUN_OF_HIGH_LETTERS = re.compile(r"[^\W\d_\x00-\x7f]{3}")
_SAMPLE = 200_000
"""Bytes that are examined when the encoding has to be guessed."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by its mark, as UTF-8 or UTF-16 when it is valid, else by likelihood.

    Raises ValueError when it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding.removesuffix("-sig")
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return _strictly(data, unmarked), unmarked
    if b"\0" in data:
        raise ValueError("it holds bytes that no text has")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    encoding = _likely(data)
    return data.decode(encoding, errors="replace"), encoding


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"its mark says {encoding}, but it is not") from error


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin text has a NUL in nearly every second byte."""
    sample = data[:2_000]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.7 * half else ""


def _likely(data: bytes) -> str:
    """Statistics go wrong on short tables, so the usual western ones are tried first: how usual are their letters?"""
    sample = data[:_SAMPLE] if len(data) > _SAMPLE else data
    scores = [(_western_score(sample, encoding), encoding) for encoding in _WESTERN]
    best = max(scores, key=lambda scored: scored[0])
    if best[0] > 0.8:
        return best[1]
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    return guess.encoding if guess else best[1] if best[0] >= 0 else "latin_1"


def _western_score(sample: bytes, encoding: str) -> float:
    """The share of usual characters among those beyond ASCII; less where three such letters follow each other."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    high = [letter for letter in text if letter > "\x7f"]
    if not high:
        return 1.0
    return sum(letter in _USUAL for letter in high) / len(high) - len(
        _RUN_OF_HIGH_LETTERS.findall(text)
    ) / len(high)
