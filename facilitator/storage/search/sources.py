"""What is searched: of each kind of row its texts, its title, and what it belongs to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass

SEPARATOR = "\n"
"""Stands between the texts of a row."""


@dataclass(frozen=True)
class Source:
    """One kind of rows. All but ``kind`` and ``table`` is SQL; ``row`` is the alias of the table."""

    kind: str
    table: str
    row: str
    joins: str
    session_id: str
    title: str
    belongs_to: str
    texts: tuple[str, ...]

    def documents(self, connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[tuple[str, ...]]:
        """Id and texts of the rows that exist."""
        return self._select(connection, f"{self.row}.id, {self._body}", ids)

    def found(self, connection: sqlite3.Connection, ids: Collection[str]) -> Iterator[tuple[str, ...]]:
        """Id, session, title, what it belongs to, and the texts of the rows that exist."""
        wanted = f"{self.row}.id, {self.session_id}, {self.title}, {self.belongs_to}, {self._body}"
        return self._select(connection, wanted, ids)

    @property
    def _body(self) -> str:
        return f" || '{SEPARATOR}' || ".join(self.texts)

    def _select(
        self, connection: sqlite3.Connection, wanted: str, ids: Collection[str]
    ) -> Iterator[tuple[str, ...]]:
        return connection.execute(
            f"SELECT {wanted} FROM json_each(?) j JOIN {self.table} {self.row} ON {self.row}.id = j.value {self.joins}",
            (json.dumps(list(ids)),),
        )


def _of(alias: str, *columns: str) -> tuple[str, ...]:
    return tuple(f"{alias}.{column}" for column in columns)


def _joined(alias: str, *columns: str) -> tuple[str, ...]:
    return tuple(f"coalesce({alias}.{column}, '')" for column in columns)


def _parts(text: str, table: str) -> str:
    parts = f"SELECT group_concat(part.{text}, '{SEPARATOR}') FROM {table} part WHERE part.session_id = s.id"
    return f"coalesce(({parts}), '')"


_SESSION = "trim(s.label || ' ' || s.title)"
_PLACE = _joined("c", "name", "also_written")
_CASE_TEXTS = (
    *("title", "challenge", "objectives", "measures", "target_groups", "actors", "resources"),
    *("results", "evidence", "obstacles", "lessons"),
)
_NOTE_TEXTS = ("text", "voice", "addressee", "responsible", "figure", "unit", "source", "answer")

SOURCES = (
    Source(
        kind="session",
        table="learning_session",
        row="s",
        joins="",
        session_id="s.id",
        title=_SESSION,
        belongs_to="s.theme",
        texts=(
            *_of("s", "title", "label", "theme", "about", "objectives", "concept"),
            _parts("text", "guiding_question"),
            _parts("title", "agenda_item"),
        ),
    ),
    Source(
        kind="person",
        table="person",
        row="p",
        joins="LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN place c ON c.id = p.place_id",
        session_id="''",
        title="p.name",
        belongs_to="p.office_title",
        texts=(
            *_of("p", "name", "also_written", "office_title"),
            *_joined("o", "name", "short_name", "also_written"),
            *_PLACE,
            *_joined("c", "country"),
            *_of("p", "country", "biography"),
        ),
    ),
    Source(
        kind="case",
        table="case_study",
        row="k",
        joins="LEFT JOIN place c ON c.id = k.place_id",
        session_id="coalesce(k.session_id, '')",
        title="k.title",
        belongs_to="coalesce(c.name, '')",
        texts=(*_of("k", *_CASE_TEXTS), *_PLACE, *_joined("c", "country")),
    ),
    Source(
        kind="note",
        table="note",
        row="n",
        joins="JOIN learning_session s ON s.id = n.session_id LEFT JOIN place c ON c.id = n.place_id",
        session_id="n.session_id",
        title="n.kind",
        belongs_to=_SESSION,
        texts=(*_of("n", *_NOTE_TEXTS), *_PLACE),
    ),
)

DEPENDENTS = (
    ("organisation", "person", "organisation_id"),
    ("place", "person", "place_id"),
    ("place", "case_study", "place_id"),
    ("place", "note", "place_id"),
)
"""Table, the table whose texts include its own, and the column there that refers to it."""

PARTS = ("guiding_question", "agenda_item")
"""Tables whose texts are part of their session's; ``session_id`` says which."""
