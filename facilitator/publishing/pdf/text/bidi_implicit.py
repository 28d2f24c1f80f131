"""Rules W1 to W7, N0 to N2, I1 and I2 of UAX #9: types that numbers, brackets and neutrals take from around them."""

from __future__ import annotations

from facilitator.publishing.pdf.text.bidi_classes import (
    CLOSING_BRACKETS,
    NEUTRAL_OR_ISOLATE,
    OPENING_BRACKETS,
    strong_direction,
)

_BRACKET_STACK = 63  # BD16


def resolve_weak(types: list[str], start: str) -> None:
    """W1 to W7, in place; ``start`` is the direction before the sequence."""
    _marks_and_arabic_numbers(types, start)
    for index in range(1, len(types) - 1):  # W4
        before, after = types[index - 1], types[index + 1]
        if before == after and (
            (types[index] == "ES" and before == "EN") or (types[index] == "CS" and before in ("EN", "AN"))
        ):
            types[index] = before
    _terminators(types)
    strong = start
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):  # W6
            types[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            types[index] = "L"


def _marks_and_arabic_numbers(types: list[str], start: str) -> None:
    """W1 (marks take the type before), W2 (numbers after Arabic letters), W3 (Arabic letters are R)."""
    previous = strong = start
    for index, kind in enumerate(types):
        if kind == "NSM":
            kind = "ON" if previous in ("LRI", "RLI", "FSI", "PDI") else previous
            types[index] = kind
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[index] = previous = "AN"
    for index, kind in enumerate(types):
        if kind == "AL":
            types[index] = "R"


def _terminators(types: list[str]) -> None:
    """W5: signs such as % and $ beside a European number belong to it."""
    index = 0
    while index < len(types):
        if types[index] != "ET":
            index += 1
            continue
        end = index
        while end < len(types) and types[end] == "ET":
            end += 1
        if (index and types[index - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[index:end] = ["EN"] * (end - index)
        index = end


def resolve_brackets(
    types: list[str], characters: list[str], marks: list[bool], start: str, embedding: str
) -> None:
    """N0, in place: a pair of brackets takes the direction of what it holds, or else of what stands before it."""
    opposite = "L" if embedding == "R" else "R"
    for opening, closing in sorted(_pairs(types, characters)):
        inside = {strong_direction(types[index]) for index in range(opening + 1, closing)}
        if embedding in inside:
            direction = embedding
        elif opposite in inside:
            before = next(
                filter(None, (strong_direction(types[i]) for i in range(opening - 1, -1, -1))), start
            )
            direction = opposite if before == opposite else embedding
        else:
            continue
        for bracket in (opening, closing):
            types[bracket] = direction
            following = bracket + 1
            while following < len(types) and marks[following]:
                types[following] = direction
                following += 1


def _pairs(types: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """BD16: positions of matching brackets; none at all when they nest deeper than the stack."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, character in enumerate(characters):
        if types[index] != "ON":
            continue
        if character in OPENING_BRACKETS:
            if len(stack) == _BRACKET_STACK:
                return []
            stack.append((OPENING_BRACKETS[character], index))
        elif character in CLOSING_BRACKETS:
            wanted = CLOSING_BRACKETS[character]
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == wanted:
                    pairs.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    return pairs


def resolve_neutrals(types: list[str], start: str, end: str, embedding: str) -> None:
    """N1 and N2, in place: neutrals between two of one direction take it, others take the embedding's."""
    index = 0
    while index < len(types):
        if types[index] not in NEUTRAL_OR_ISOLATE:
            index += 1
            continue
        stop = index
        while stop < len(types) and types[stop] in NEUTRAL_OR_ISOLATE:
            stop += 1
        before = strong_direction(types[index - 1]) if index else start
        after = strong_direction(types[stop]) if stop < len(types) else end
        types[index:stop] = [before if before == after else embedding] * (stop - index)
        index = stop


def implicit_level(kind: str, level: int) -> int:
    """I1 and I2: the level of a resolved type within an embedding level."""
    if level & 1:
        return level + (kind in ("L", "EN", "AN"))
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
