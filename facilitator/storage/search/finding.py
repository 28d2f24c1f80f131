"""Find rows by words, and show where the words stand."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from facilitator.storage.search import expressions, index, normalising
from facilitator.storage.search.expressions import Term
from facilitator.storage.search.sources import SOURCES

_BEFORE, _AFTER = 60, 100
"""Characters of context."""

_FURTHEST = 20_000
"""Characters of a text in which the words are looked for, to show them."""

_MOST_PARTS = 10
"""Words that are also looked for within words."""

_MOST_RANKED = 10_000
"""Rows among which it is worth the time to find the best; words of more than that tell little."""

KINDS = tuple(source.kind for source in SOURCES)
"""The kinds of rows that are searched."""

_Found = tuple[str, str]
"""Kind and id of a row."""


@dataclass(frozen=True)
class Hit:
    """One row that matches: its kind (``session``, ``person``, ``case`` or ``note``), what it belongs to, and the
    words around the first match, which stands at ``start:end`` of ``context``.

    ``title`` is a note's kind, and else what the row is called. ``session_id`` is empty for people.
    """

    kind: str
    row_id: str
    session_id: str
    title: str
    belongs_to: str
    context: str
    start: int
    end: int


def find(
    connection: sqlite3.Connection, query: str, limit: int = 200, kinds: Collection[str] = KINDS
) -> list[Hit]:
    """Where the words occur, best first; where no word begins like that, what has them as parts of words.

    Of words that occur in very many rows, those come first that were changed last.
    """
    terms = expressions.terms(query)
    if not terms:
        return []
    expression = expressions.match_expression(terms)
    found = _matching(connection, expression, limit, kinds) or _within_words(connection, terms, limit, kinds)
    if index.waiting(connection):
        found = _corrected(connection, found, expression, limit, kinds)
    return _hits(connection, found, terms)


def _matching(
    connection: sqlite3.Connection, expression: str, limit: int, kinds: Collection[str]
) -> list[_Found]:
    (matches,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (expression, _MOST_RANKED)
    ).fetchone()
    order = "search.rank" if matches < _MOST_RANKED else "search.rowid DESC"
    marks = ", ".join("?" * len(kinds))
    return connection.execute(
        "SELECT t.kind, t.row_id FROM search JOIN search_text t ON t.number = search.rowid"
        f" WHERE search MATCH ? AND t.kind IN ({marks}) ORDER BY {order} LIMIT ?",
        (expression, *kinds, limit),
    ).fetchall()


def _corrected(
    connection: sqlite3.Connection, found: list[_Found], expression: str, limit: int, kinds: Collection[str]
) -> list[_Found]:
    """The rows found, set right by what changed and is not yet indexed: who may only read can't index it."""
    aside = sqlite3.connect(":memory:", isolation_level=None)
    try:
        outdated: set[str] = set()
        for (statement,) in connection.execute(
            "SELECT sql FROM sqlite_master WHERE name IN ('search_text', 'search') ORDER BY name DESC"
        ):
            aside.execute(statement)
        for source, ids in index.stale(connection).items():
            outdated |= ids
            index.add(aside, source, index.documents_of(connection, source, ids))
        newer = _matching(aside, expression, limit, kinds)
    finally:
        aside.close()
    return [*newer, *(row for row in found if row[1] not in outdated)][:limit]


def _within_words(
    connection: sqlite3.Connection, terms: Sequence[Term], limit: int, kinds: Collection[str]
) -> list[_Found]:
    parts = {word for term in terms for word in term.words}
    quoted = not all(term.begun for term in terms)  # what is quoted is meant as it stands
    if quoted or len(parts) > _MOST_PARTS:
        return []
    marks = ", ".join("?" * len(kinds))
    conditions = " AND ".join(["instr(body, ?)"] * len(parts))
    return connection.execute(
        f"SELECT kind, row_id FROM search_text WHERE {conditions} AND kind IN ({marks}) LIMIT ?",
        (*parts, *kinds, limit),
    ).fetchall()


def _hits(connection: sqlite3.Connection, found: Sequence[_Found], terms: Sequence[Term]) -> list[Hit]:
    ids = defaultdict(list)
    for kind, row_id in found:
        ids[kind].append(row_id)
    beginnings, anywhere = _patterns(terms)
    hits = {}
    for source in SOURCES:
        if source.kind not in ids:
            continue
        for row_id, session_id, title, belongs_to, text in source.found(connection, ids[source.kind]):
            start, end = _place(text[:_FURTHEST], beginnings, anywhere)
            hits[row_id] = Hit(
                source.kind, row_id, session_id, title, belongs_to, *_context(text, start, end)
            )
    return [hits[row_id] for _, row_id in found if row_id in hits]


def _patterns(terms: Sequence[Term]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = "|".join(r"\W*".join(map(re.escape, term.words)) for term in terms)
    return re.compile(rf"(?<!\w)(?:{phrases})"), re.compile(phrases)


def _place(text: str, beginnings: re.Pattern[str], anywhere: re.Pattern[str]) -> tuple[int, int]:
    """Where the first match stands in the original text; (0, 0) where it can't be told."""
    as_written = beginnings.search(text.lower()) if text.isascii() else None
    if as_written:
        return as_written.span()
    letters = normalising.letters(text)
    joined = "".join(letters)
    found = beginnings.search(joined) or anywhere.search(joined)
    if not found:
        return 0, 0
    ends = list(accumulate(map(len, letters)))
    return bisect_right(ends, found.start()), bisect_right(ends, found.end() - 1) + 1


def _context(text: str, start: int, end: int) -> tuple[str, int, int]:
    before = " ".join(text[max(0, start - _BEFORE) : start].split())
    if before and text[start - 1].isspace():
        before += " "
    match = " ".join(text[start:end].split())
    after = text[end : end + _AFTER]
    return (
        before + match + (" " if after[:1].isspace() else "") + " ".join(after.split()),
        len(before),
        len(before) + len(match),
    )
