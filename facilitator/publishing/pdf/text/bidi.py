"""The Unicode Bidirectional Algorithm (Unicode Standard Annex #9), for one paragraph at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.publishing.pdf.text.bidi_classes import (
    ISOLATE_INITIATORS,
    REMOVED_BY_X9,
    bidi_class,
)
from facilitator.publishing.pdf.text.bidi_explicit import (
    explicit_levels,
    isolating_sequences,
    matching_isolates,
)
from facilitator.publishing.pdf.text.bidi_implicit import (
    implicit_level,
    resolve_brackets,
    resolve_neutrals,
    resolve_weak,
)

# Characters without which a left-to-right paragraph needs no reordering at all.
_MAY_REORDER = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FROM_LEFT, _FROM_RIGHT = 0, 1


def may_reorder(text: str) -> bool:
    """Whether the text holds a character that runs from right to left, or that makes others do so."""
    return _MAY_REORDER.search(text) is not None


def base_level(text: str, default: int = _FROM_LEFT) -> int:
    """P2 and P3: 0 or 1 by the first strong character outside isolates, ``default`` when there is none."""
    return _first_strong([bidi_class(character) for character in text], default)


def _first_strong(types: Sequence[str], default: int) -> int:
    depth = 0
    for kind in types:
        if kind in ISOLATE_INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return _FROM_LEFT if kind == "L" else _FROM_RIGHT
    return default


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph that runs from left (0) or from right (1)."""
    if base == _FROM_LEFT and not may_reorder(text):
        return [base] * len(text)
    types = [bidi_class(character) for character in text]
    isolates = matching_isolates(types)

    def direction_of(start: int, end: int) -> int:
        return _first_strong(types[start:end], _FROM_LEFT)

    found, resolved = explicit_levels(types, base, isolates, direction_of)
    for sequence in isolating_sequences(types, found, base, isolates):
        positions = sequence.positions
        embedding = "R" if sequence.level & 1 else "L"
        kinds = [resolved[position] for position in positions]
        marks = [types[position] == "NSM" for position in positions]
        resolve_weak(kinds, sequence.start)
        resolve_brackets(kinds, [text[position] for position in positions], marks, sequence.start, embedding)
        resolve_neutrals(kinds, sequence.start, sequence.end, embedding)
        for position, kind in zip(positions, kinds, strict=True):
            found[position] = implicit_level(kind, sequence.level)
    _reset_whitespace(types, found, base)
    return found


def _reset_whitespace(types: list[str], found: list[int], base: int) -> None:
    """L1, taking the paragraph as one line; what X9 removed goes with the character before it."""
    for position, kind in enumerate(types):
        if kind in REMOVED_BY_X9:
            found[position] = found[position - 1] if position else base
    trailing = True
    for position in range(len(types) - 1, -1, -1):
        kind = types[position]
        if kind in ("B", "S"):
            found[position] = base
            trailing = True
        elif trailing and (kind in ("WS", "PDI") or kind in ISOLATE_INITIATORS or kind in REMOVED_BY_X9):
            found[position] = base
        else:
            trailing = False


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """L2: the logical indices of one line's pieces, from left to right."""
    order = list(range(len(line_levels)))
    if not line_levels:
        return order
    highest = max(line_levels)
    lowest_odd = min((level for level in line_levels if level & 1), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        index = 0
        while index < len(order):
            if line_levels[order[index]] < level:
                index += 1
                continue
            end = index
            while end < len(order) and line_levels[order[end]] >= level:
                end += 1
            order[index:end] = reversed(order[index:end])
            index = end
    return order
