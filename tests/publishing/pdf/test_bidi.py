"""The bidirectional algorithm, against the cases that Unicode publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.publishing.direction import language_level
from facilitator.publishing.pdf.text import bidi
from facilitator.publishing.pdf.text.direction import paragraph_level

CASES = Path(__file__).parent / "data" / "BidiCharacterTest-sample.txt"


def cases() -> list[tuple[str, str, int, list[str], list[int]]]:
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            codes, direction, level, levels, order = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            found.append((text, direction, int(level), levels.split(), [int(at) for at in order.split()]))
    return found


def test_levels_and_order_are_those_that_unicode_publishes() -> None:
    found = cases()
    assert len(found) > 2000
    for text, direction, level, expected, order in found:
        base = bidi.base_level(text) if direction == "2" else int(direction)
        assert base == level, text
        levels = bidi.levels(text, base)
        kept = [at for at, wanted in enumerate(expected) if wanted != "x"]
        assert [str(levels[at]) for at in kept] == [expected[at] for at in kept], text
        visual = [kept[at] for at in bidi.visual_order([levels[at] for at in kept])]
        assert visual == order, text


def test_a_latin_paragraph_needs_no_reordering() -> None:
    assert not bidi.may_reorder("Any text – in Ελληνικά, Кириллица, 中文 (2020).")
    assert bidi.visual_order([0, 0, 0]) == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("Plain English", 0, 0),
        ("مرحبا بالعالم", 0, 1),
        ("Plain English", 1, 0),
        ("2020 – 45", 1, 1),
        ("C-0001 مشروع حافلات المستشفيات", 1, 1),
        ("UCLG تنظم الجلسة الأولى حول النقل في زمن الجائحة", 0, 1),
        ("The mayor said السلام عليكم to all of us", 0, 0),
        ("قال رئيس البلدية: The bus must run", 1, 1),
        ("", 1, 1),
    ],
)
def test_a_paragraph_is_read_from_the_side_it_is_written_from(
    text: str, document: int, expected: int
) -> None:
    assert paragraph_level(text, document) == expected


def test_languages_know_their_direction() -> None:
    assert [language_level(code) for code in ("ar", "he-IL", "fa", "en", "fr-CA", "zh-Hant", "")] == [
        1,
        1,
        1,
        0,
        0,
        0,
        0,
    ]
