"""Find the headings of a table, in any of our languages and any order, and tell from them what the table is."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from facilitator import assets
from facilitator.domain.text import folded
from facilitator.features.imports.reading.values import Cell, TableKind

LIST_FIELDS = frozenset(
    {"speakers", "moderators", "hosts", "partners", "languages", "theme", "tags", "questions"}
    | {"consent", "attribution"}
)
"""Fields whose columns may come several times ("Speaker 1", "Speaker 2"); they are read together. Of several columns
about consent the strictest holds."""

LOOKED_THROUGH = 40
"""Rows in which headings may stand, below titles."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ENDINGS = re.compile(r"(?<=\w)(?:\(\w{1,3}\)|[·./](?:e|es|a|as|trice|ne)[·./]?(?=s\b|\b))")
"""Endings for all genders, as in ``Intervenant(e)s``, ``Intervenant·e·s`` and ``Ponente/a``."""
_NUMBER_SIGN = re.compile(r"\bn\s*[°ºo]\s*\.?(?=\s|$|\b(?:de|session|seance|sesion)\b)|№|n\.\s*[ºo°]\.?")
_LAST_NUMBER = re.compile(r"\s*\d+$")
_SAYS_MORE_OF_PEOPLE = (
    *("name", "last_name", "city", "country", "organisation", "role", "gender", "section", "email", "phone"),
    *("biography", "consent", "languages"),
)
_ENOUGH = {
    TableKind.SESSIONS: (
        ("label", "title", "date"),
        ("date", "start", "hosts", "theme", "questions", "partners"),
    ),
    TableKind.GROUPS: (("key",), ("name", "room")),
    TableKind.AGENDA: (
        ("segment", "title", "speakers"),
        ("segment", "minutes", "order", "speakers", "start"),
    ),
    TableKind.SPEAKERS: (("name", "last_name", "office"), _SAYS_MORE_OF_PEOPLE),
    TableKind.CASES: (("title", "measures", "challenge"), ("city", "country", "measures", "challenge")),
    TableKind.NOTES: (("text", "quote"), ("text", "quote")),
}
_NAMES_OF_KINDS = {
    TableKind.SESSIONS: ("session", "seance", "sesion", "calendar"),
    TableKind.GROUPS: ("group", "groupe", "grupo"),
    TableKind.AGENDA: ("agenda", "programme", "program", "ordre du jour", "orden del dia", "run sheet"),
    TableKind.SPEAKERS: ("speaker", "intervenant", "ponente", "people", "personnes", "personas", "orador"),
    TableKind.CASES: ("case", "cas", "caso"),
    TableKind.NOTES: ("note", "nota", "quote", "citation", "cita"),
}


@dataclass(frozen=True)
class Match:
    kind: TableKind | None
    score: int
    fields: Mapping[int, str]


def best_score(rows: Sequence[tuple[Cell, ...]]) -> int:
    """How well the rows are understood as a table: 0 when no row among them looks like headings."""
    return max((match(row).score for row in rows[:LOOKED_THROUGH]), default=0)


@cache
def heading_key(heading: str) -> str:
    """The heading without case, accents, units in brackets and punctuation; ``N°`` and its kin become ``no``."""
    bare = _BRACKETS.sub(" ", _ENDINGS.sub("", heading)).strip() or heading
    text = _NUMBER_SIGN.sub("no ", folded(bare))
    if text.strip() == "#":
        return "no"
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


@cache
def _known() -> dict[TableKind, dict[str, tuple[str, int]]]:
    """Field and weight by heading, for each kind of table."""
    known: dict[TableKind, dict[str, tuple[str, int]]] = {kind: {} for kind in TableKind}
    for row in csv.DictReader(assets.read_text("imports", "headings.csv").splitlines()):
        for kind in row["tables"].split():
            for language in ("en", "fr", "es"):
                for heading in row[language].split("|"):
                    known[TableKind(kind)].setdefault(heading, (row["field"], int(row["weight"])))
    return known


def match(cells: tuple[Cell, ...], called: str = "") -> Match:
    """The kind of table for which these cells make the best headings. The name of file and sheet settles ties."""
    best = Match(None, 0, {})
    called = folded(called)
    for kind in TableKind:
        fields = _fields(cells, kind)
        needs, also = (set(names) for names in _ENOUGH[kind])
        named = set(fields.values())
        one, other = named & needs, named & also
        if not one or not other or len(fields) < 2 or (len(one | other) < 2 and kind is not TableKind.NOTES):
            continue
        weights = dict(_known()[kind].values())
        score = 2 * sum(weights[field] + 1 for field in named)
        score += any(word in called for word in _NAMES_OF_KINDS[kind])
        if score > best.score:
            best = Match(kind, score, fields)
    return best


def _fields(cells: tuple[Cell, ...], kind: TableKind) -> dict[int, str]:
    """The field of each column that has a known heading, by column number."""
    fields: dict[int, str] = {}
    for number, cell in enumerate(cells):
        if isinstance(cell, str) and cell and len(cell) <= 120:
            field = _field(cell, kind)
            if field and (field in LIST_FIELDS or field not in fields.values()):
                fields[number] = field
    named = set(fields.values())
    if kind is TableKind.SPEAKERS and "first_name" in named and "last_name" not in named:
        # "Nom" beside "Prénom", "Nombre" beside "Apellidos": the plain word for name is the other half.
        fields = {number: "last_name" if field == "name" else field for number, field in fields.items()}
    if kind is TableKind.SPEAKERS and "last_name" in named and "first_name" not in named:
        fields = {number: "first_name" if field == "name" else field for number, field in fields.items()}
    return fields


def _field(heading: str, kind: TableKind) -> str:
    known = _known()[kind]
    key = heading_key(heading)
    tries = [key, _LAST_NUMBER.sub("", key)]
    tries += [heading_key(part) for part in re.split(r"[/|\n–—]| - ", heading) if part.strip()]
    for attempt in tries:
        if attempt in known:
            return known[attempt][0]
    return ""
