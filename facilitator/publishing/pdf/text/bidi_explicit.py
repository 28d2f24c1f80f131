"""Rules X1 to X10 of UAX #9: explicit embeddings and isolates, and the sequences that the later rules work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitator.publishing.pdf.text.bidi_classes import (
    EMBEDDING_INITIATORS,
    ISOLATE_INITIATORS,
    REMOVED_BY_X9,
)

MAX_DEPTH = 125


@dataclass(frozen=True)
class RunSequence:
    """An isolating run sequence: the positions it holds, and the directions at its ends (``"L"`` or ``"R"``)."""

    positions: list[int]
    level: int
    start: str
    end: str


def matching_isolates(types: Sequence[str]) -> dict[int, int]:
    """Each isolate initiator's position, and the position of the PDI that closes it (BD9)."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for position, kind in enumerate(types):
        if kind in ISOLATE_INITIATORS:
            open_isolates.append(position)
        elif kind == "PDI" and open_isolates:
            matches[open_isolates.pop()] = position
    return matches


class _Stack:
    """The directional status stack: level, override (``"L"``, ``"R"`` or ``""``), whether an isolate opened it."""

    def __init__(self, base: int) -> None:
        self.entries: list[tuple[int, str, bool]] = [(base, "", False)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    @property
    def level(self) -> int:
        return self.entries[-1][0]

    @property
    def override(self) -> str:
        return self.entries[-1][1]

    def push(self, rightward: bool, override: str, isolate: bool) -> None:
        """X2 to X5c: open an embedding or isolate of the next odd or even level."""
        level = (self.level + 1) | 1 if rightward else (self.level + 2) & ~1
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += isolate
            self.entries.append((level, override, isolate))
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def pop_isolate(self) -> None:
        """X6a."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.entries[-1][2]:
                self.entries.pop()
            self.entries.pop()
            self.valid_isolates -= 1

    def pop_embedding(self) -> None:
        """X7."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.entries[-1][2] and len(self.entries) > 1:
            self.entries.pop()


def explicit_levels(
    types: list[str], base: int, isolates: dict[int, int], direction_of: Callable[[int, int], int]
) -> tuple[list[int], list[str]]:
    """The level of each position after X8, and the types as overrides changed them.

    ``direction_of(start, end)`` gives the level that the first strong character between two positions asks for.
    """
    levels = [base] * len(types)
    resolved = list(types)
    stack = _Stack(base)
    for position, kind in enumerate(types):
        if kind in EMBEDDING_INITIATORS:
            levels[position] = stack.level
            stack.push(kind[0] == "R", {"RLO": "R", "LRO": "L"}.get(kind, ""), isolate=False)
        elif kind in ISOLATE_INITIATORS:
            levels[position] = stack.level
            resolved[position] = stack.override or kind
            rightward = kind == "RLI"
            if kind == "FSI":
                rightward = direction_of(position + 1, isolates.get(position, len(types))) == 1
            stack.push(rightward, "", isolate=True)
        elif kind == "PDF":
            stack.pop_embedding()
            levels[position] = stack.level
        elif kind == "B":
            levels[position] = base
        else:
            if kind == "PDI":
                stack.pop_isolate()
            levels[position] = stack.level
            if stack.override and kind != "BN":
                resolved[position] = stack.override
    return levels, resolved


def isolating_sequences(
    types: list[str], levels: list[int], base: int, isolates: dict[int, int]
) -> list[RunSequence]:
    """X10: level runs, joined from each isolate initiator to its PDI, without the characters that X9 removes."""
    kept = [position for position, kind in enumerate(types) if kind not in REMOVED_BY_X9]
    runs: list[list[int]] = []
    for position in kept:
        if runs and levels[runs[-1][-1]] == levels[position]:
            runs[-1].append(position)
        else:
            runs.append([position])
    by_first = {run[0]: run for run in runs}
    closers = set(isolates.values())
    order = {position: index for index, position in enumerate(kept)}
    sequences = []
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in closers:
            continue
        positions = list(run)
        while positions[-1] in isolates:
            positions.extend(by_first[isolates[positions[-1]]])
        level = levels[positions[0]]
        before = order[positions[0]]
        after = order[positions[-1]] + 1
        previous = levels[kept[before - 1]] if before else base
        unclosed = types[positions[-1]] in ISOLATE_INITIATORS
        following = base if unclosed or after >= len(kept) else levels[kept[after]]
        sequences.append(
            RunSequence(positions, level, _side(max(level, previous)), _side(max(level, following)))
        )
    return sequences


def _side(level: int) -> str:
    return "R" if level & 1 else "L"
