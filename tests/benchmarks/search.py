"""Search over 100,000 notes, against the bare query to FTS5 for the ids of the same rows."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from facilitator.storage.search import expressions
from facilitator.storage.store import Store, open_library
from tests.benchmarks import many_notes
from tests.benchmarks.ratio import Ratio

AIM = 2.0
MOST_MS = 100
_NOTES = 100_000
_HITS = 200
_ROUNDS = 9


def measure() -> list[Ratio]:
    """One line for each kind of query, both in turn; our time includes titles, contexts and where the words stand."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.lle")
        many_notes.make(path, [_NOTES // 20] * 20)
        store = open_library(path)
        words = _frequent_words(store)
        first, second = words[0], words[1]
        queries = {
            "the most frequent word": first,
            "a word of one note in twenty": _in_one_of(store, words, 20),
            "two letters of a word": first[:2],
            "two frequent words": f"{first} {second}",
            "a word of one note in a thousand": many_notes.RARE,
            "a phrase": f'"{first} {second}"',
        }
        ratios = [_measured(store, what, query) for what, query in queries.items()]
        ratios.append(_within_words(store))
        store.close()
    return ratios


def _in_one_of(store: Store, words: list[str], notes: int) -> str:
    return next(word for word in words if len(store.search(word, _NOTES)) < _NOTES / notes)


def _frequent_words(store: Store) -> list[str]:
    with store.read() as session:
        texts = session.connection().exec_driver_sql("SELECT text FROM note LIMIT 2000").scalars().all()
    counts: dict[str, int] = {}
    for text in texts:
        for word in set(str(text).split()):
            counts[word] = counts.get(word, 0) + 1
    return sorted((word for word in counts if len(word) > 3), key=lambda word: -counts[word])


def _measured(store: Store, what: str, query: str) -> Ratio:
    expression = expressions.match_expression(expressions.terms(query))

    def bare() -> int:
        return len(
            store.raw()
            .execute(
                "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?", (expression, _HITS)
            )
            .fetchall()
        )

    ours, floor = _in_turn(lambda: len(store.search(query, _HITS)), bare)
    note = f"{bare()} hits; {'under' if ours < MOST_MS else 'OVER'} {MOST_MS} ms."
    return Ratio(f"Search: {what}", ours, floor, "ms", "FTS5 alone, the ids by rank", AIM, (note,))


def _within_words(store: Store) -> Ratio:
    """What no word begins with is looked for within words, which FTS5 can't."""

    def bare() -> int:
        rows = store.raw().execute(
            "SELECT row_id FROM search_text WHERE instr(body, 'nzigs') LIMIT ?", (_HITS,)
        )
        return len(rows.fetchall())

    ours, floor = _in_turn(lambda: len(store.search("nzigs", _HITS)), bare)
    return Ratio(
        "Search: within words", ours, floor, "ms", "one look through all texts", AIM, (f"{bare()} hits.",)
    )


def _in_turn(*acts: Callable[[], int]) -> list[float]:
    """Medians of milliseconds."""
    seen: list[list[float]] = [[] for _ in acts]
    for number in range(_ROUNDS + 1):
        for act, times in zip(acts, seen, strict=True):
            began = time.perf_counter()
            act()
            if number:
                times.append(1000 * (time.perf_counter() - began))
    return [statistics.median(times) for times in seen]
