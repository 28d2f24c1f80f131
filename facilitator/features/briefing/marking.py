"""Words with what is bold, italic or a link, as runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import groupby

from facilitator.domain.prose.spans import Piece, TextSpan, pieces
from facilitator.publishing.addresses import inner_target
from facilitator.publishing.document import Run, Runs


def runs_of(text: str, spans: Iterable[TextSpan]) -> Runs:
    """A text in runs of one look each; a link ``#key`` goes to the heading of that key."""
    return tuple(_run(one) for one in pieces(text, spans) if one.text)


def _run(one: Piece) -> Run:
    target = inner_target(one.link)
    return Run(one.text, one.bold, one.italic, "" if target else one.link, target)


def bold_at(runs: Runs, places: Iterable[tuple[int, int]]) -> Runs:
    """The same words with those from a place to before another one in bold; places are counted over all runs."""
    bold = {at for start, end in places for at in range(start, end)}
    return tuple(_parted(runs, bold)) if bold else runs


def split(runs: Runs, mark: str) -> Iterator[Runs]:
    """The runs between the marks, each without them: the rows of a table, or the cells of a row."""
    found: list[Run] = []
    for run in runs:
        first, *others = run.text.split(mark)
        found += [dataclasses.replace(run, text=first)] if first else []
        for other in others:
            yield tuple(found)
            found = [dataclasses.replace(run, text=other)] if other else []
    yield tuple(found)


def _parted(runs: Runs, bold: set[int]) -> Iterator[Run]:
    at = 0
    for run in runs:
        for is_bold, letters in groupby(enumerate(run.text, at), lambda one: one[0] in bold):
            words = "".join(letter for _, letter in letters)
            yield dataclasses.replace(run, text=words, bold=run.bold or is_bold)
        at += len(run.text)
