"""Find the columns that say what may be published of a person, a note, a case or a session, however they are headed.

A column about consent that is overlooked would publish what was said off the record, so these columns are also known by
a distinctive word in their heading, and by cells that hold nothing but words of consent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from facilitator.features.imports.reading.headings import heading_key
from facilitator.features.imports.reading.values import Cell, TableKind
from facilitator.features.imports.reading.words import code_of, listed, names, truth, word_key
from facilitator.translation import tr

_DISTINCTIVE = re.compile(
    r"\b(?:consent|attribut|atribuc|confiden|publica|publier|publish|permission|permiso|chatham|disclos|"
    r"off the record|on the record|anonym|anonim)"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:dates?|fechas?|jour|day|on|year|url|links?|liens?|enlaces?|titles?|titres?|titulos?|publications|"
    r"publicaciones|publisher|published in)\b"
)
"""Words that make a heading one of something else ("Publication date"), unless its cells speak of consent."""
_YES_MEANS = (
    (re.compile(r"\b(?:confiden|off the record)"), "off the record"),
    (re.compile(r"\b(?:chatham|anonym|anonim)"), "chatham house"),
)
"""Headings under which yes restricts, and what it means there; no restricts nothing there."""
_MAY_HOLD_CONSENT = frozenset({"", "status", "consent_note"})
"""Fields whose columns are consent when all their cells are: "Status" is a heading of many things."""


def consent_field(kind: TableKind | None) -> str:
    """The field that says what may be published, in a table of the kind."""
    return "consent" if kind in (TableKind.SPEAKERS, TableKind.CASES) else "attribution"


def with_consent(
    kind: TableKind | None,
    fields: Mapping[int, str],
    heading: Sequence[Cell],
    body: Sequence[tuple[int, tuple[Cell, ...]]],
) -> tuple[dict[int, str], tuple[str, ...]]:
    """The fields by column number with all columns of consent, and what to tell about those without a usual heading."""
    found, notices = dict(fields), []
    for number in range(max((len(cells) for cells in (heading, *(row for _, row in body))), default=0)):
        field = found.get(number, "")
        name = str(heading[number] or "") if number < len(heading) else ""
        texts = [str(row[number]) for _, row in body if number < len(row) and row[number] not in (None, "")]
        if field in _MAY_HOLD_CONSENT and (_headed_so(name, field, texts) or _all_consent(texts)):
            found[number] = consent_field(kind)
            text = tr("Column “{heading}” is read as saying what may be published.")
            notices.append(text.format(heading=name or str(number + 1)))
    return found, tuple(notices)


def in_words_of_consent(heading: str, cell: Cell) -> Cell:
    """A cell of such a column; yes and no under a heading such as "Confidential" in words that stand by themselves."""
    key = heading_key(heading)
    meaning = next((words for pattern, words in _YES_MEANS if pattern.search(key)), "")
    said = truth(("yes" if cell else "no") if isinstance(cell, bool) else str(cell)) if meaning else None
    if said is None:
        return cell
    return meaning if said else None


def _headed_so(heading: str, field: str, texts: Sequence[str]) -> bool:
    key = heading_key(heading)
    if field or not _DISTINCTIVE.search(key):
        return False
    return not _OF_SOMETHING_ELSE.search(key) or any(
        word_key(text) in names("consent_plain") for text in texts
    )


def _all_consent(texts: Sequence[str]) -> bool:
    """Whether all cells are words of consent, at least one of them a word that means nothing else."""
    parts = [part for text in texts for part in listed(text)]
    return any(word_key(part) in names("consent_plain") for part in parts) and all(
        code_of("consent", part) is not None for part in parts
    )
