"""Paragraphs as they stand in the text that is being written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.prose.spans import TextSpan, read_spans, write_spans
from facilitator.domain.prose.style import Style


@dataclass(frozen=True)
class Written:
    """A paragraph. ``id`` is that of its row, empty for one that has none yet."""

    id: str
    style: Style
    text: str
    spans: tuple[TextSpan, ...] = ()


def to_draft(paragraphs: Sequence[Written]) -> str:
    """Paragraphs as a draft keeps them."""
    rows = [[one.id, one.style.value, one.text, write_spans(one.spans)] for one in paragraphs]
    return json.dumps(rows, ensure_ascii=False)


def of_draft(draft: str) -> tuple[Written, ...]:
    """The paragraphs of a draft; none where it can't be read."""
    try:
        rows = json.loads(draft) if draft else []
        return tuple(
            Written(str(row_id), Style(style), str(text), read_spans(spans, len(text)))
            for row_id, style, text, spans in rows
        )
    except (ValueError, TypeError):
        return ()
