"""Reads the history of a note from the journal of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.domain.naming import person_label, session_label
from facilitator.features.notes import queries
from facilitator.features.notes.history.steps import HistoryStep, steps_of, with_terms
from facilitator.kit.library import Library
from facilitator.storage.histories import history_of_links
from facilitator.translation import tr


def read_history(library: Library, note_id: str) -> list[HistoryStep]:
    """All that happened to a note, latest first."""
    store = library.store
    with library.read() as session:
        detail = queries.note_detail(session, note_id)
        versions = store.history("note", note_id)
        named: dict[tuple[str, str], str] = {}

        def naming(table: str, row_id: str) -> str:
            key = (table, row_id)
            if key not in named:
                image: Mapping[str, Any] | None = queries.image_of(session, table, row_id)
                if image is None:  # deleted: as it was last
                    before = (version.before for version in store.history(table, row_id))
                    image = next((one for one in before if one is not None), None)
                named[key] = _called(table, image) if image else tr("something that was deleted")
            return named[key]

        steps = steps_of(versions, detail.values if detail else None, detail.zone if detail else "", naming)
        return with_terms(steps, history_of_links(store, "note_term", "note_id", note_id), naming)


def _called(table: str, image: Mapping[str, Any]) -> str:
    if table == "person":
        return person_label(image["name"], image["office_title"])
    if table == "learning_session":
        return session_label(image["label"], image["title"])
    names = (image.get(name) for name in ("text", "title", "name", "label"))
    words = next(filter(None, names), "")
    return str(words or tr("without a name"))
