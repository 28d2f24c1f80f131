"""Which notes the page shows: those of its filters by session, or what a search finds, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.features.notes import queries
from facilitator.features.notes.listing.painting import Highlight
from facilitator.features.notes.queries import Filters
from facilitator.kit.library import Library

BEST = 200
_BEST_WITH_FILTERS = 3000


@dataclass(frozen=True)
class FoundNotes:
    """Ids in order, and by id the words around what was searched for. ``more`` tells that there may be others."""

    ids: Sequence[str]
    highlights: Mapping[str, Highlight]
    more: bool = False


def find_notes(library: Library, words: str, filters: Filters) -> FoundNotes:
    """Find notes. Raises ``Refused`` when the library can't be read."""
    if not words.strip():
        with library.read() as session:
            return FoundNotes(queries.note_ids(session, filters), {})
    limit = _BEST_WITH_FILTERS if filters else BEST
    hits = library.store.search(words, limit, ("note",))
    if filters:
        with library.read() as session:
            wanted = set(queries.note_ids(session, filters))
        chosen = [hit for hit in hits if hit.row_id in wanted]
    else:
        chosen = hits
    return FoundNotes(
        [hit.row_id for hit in chosen[:BEST]],
        {hit.row_id: Highlight(hit.context, hit.start, hit.end) for hit in chosen[:BEST]},
        more=len(hits) == limit or len(chosen) > BEST,
    )
