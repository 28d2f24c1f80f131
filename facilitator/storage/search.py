"""Full-text search over sessions, people, cases and notes.

SQLite's FTS5 neither cuts Chinese and Japanese nor unifies Arabic letters, so a normalised text stands beside each
row (case folded, marks dropped, letters unified, a space around each CJK character), and queries are normalised alike.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from facilitator.storage.journal import ChangeSet


@dataclass(frozen=True)
class Hit:
    """One row that matches: its kind (``session``, ``person``, ``case`` or ``note``), what it belongs to, and the
    words around the first match, which stands at ``start:end`` of ``context``."""

    kind: str
    row_id: str
    session_id: str
    title: str
    belongs_to: str
    context: str
    start: int
    end: int


@dataclass(frozen=True)
class _Source:
    kind: str
    table: str
    select: str


_SOURCES = (
    _Source(
        "session",
        "learning_session",
        "SELECT s.id, s.id, s.label || ' ' || s.title || ' ' || s.theme || ' ' || s.about || ' ' ||"
        " coalesce((SELECT group_concat(q.text, ' ') FROM guiding_question q WHERE q.session_id = s.id), '') || ' ' ||"
        " coalesce((SELECT group_concat(i.title, ' ') FROM agenda_item i WHERE i.session_id = s.id), '')"
        " FROM learning_session s",
    ),
    _Source(
        "person",
        "person",
        "SELECT p.id, '', p.name || ' ' || p.office_title || ' ' || coalesce(o.name || ' ' || o.short_name, '') || ' ' ||"
        " coalesce(c.name || ' ' || c.country, '') || ' ' || p.country || ' ' || p.biography FROM person p"
        " LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN place c ON c.id = p.place_id",
    ),
    _Source(
        "case",
        "case_study",
        "SELECT k.id, coalesce(k.session_id, ''), k.title || ' ' || coalesce(c.name || ' ' || c.country, '') || ' ' ||"
        " k.challenge || ' ' || k.objectives || ' ' || k.measures || ' ' || k.target_groups || ' ' || k.actors || ' ' ||"
        " k.resources || ' ' || k.results || ' ' || k.evidence || ' ' || k.obstacles || ' ' || k.lessons"
        " FROM case_study k LEFT JOIN place c ON c.id = k.place_id",
    ),
    _Source(
        "note",
        "note",
        "SELECT n.id, n.session_id, n.text || ' ' || n.voice || ' ' || n.addressee || ' ' || n.responsible || ' ' ||"
        " n.figure || ' ' || n.unit || ' ' || n.source || ' ' || n.answer FROM note n",
    ),
)
_DEPENDENTS = {
    "organisation": ("person", "SELECT id FROM person WHERE organisation_id = ?"),
    "place": ("person", "SELECT id FROM person WHERE place_id = ?"),
    "guiding_question": ("session", "SELECT session_id FROM guiding_question WHERE id = ?"),
    "agenda_item": ("session", "SELECT session_id FROM agenda_item WHERE id = ?"),
}
_CASES_OF_PLACE = "SELECT id FROM case_study WHERE place_id = ?"

_CJK = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_DROPPED = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u0591-\u05c7]")
_UNIFIED = str.maketrans({"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ß": "ss"})
_ARTICLE = re.compile("(?<!\\w)(?:و?ال)(?=\\w{3})")
_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def _normalised_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return unicodedata.normalize("NFC", _DROPPED.sub("", decomposed)).translate(_UNIFIED)


def normalised(text: str) -> str:
    """The text as it is indexed and queried."""
    if text.isascii():
        return text.lower()
    folded = _DROPPED.sub("", unicodedata.normalize("NFKD", text.casefold()))
    unified = unicodedata.normalize("NFC", folded).translate(_UNIFIED)
    return _CJK.sub(r" \1 ", _ARTICLE.sub("", unified))


def update(connection: sqlite3.Connection, changes: ChangeSet) -> None:
    """Bring the index in line with what a command changed, in its transaction."""
    for source in _SOURCES:
        ids = set(changes.tables.get(source.table, ())) | _dependents(connection, source.kind, changes)
        if ids:
            _index(connection, source, ids)


def rebuild(connection: sqlite3.Connection) -> None:
    """Index everything anew."""
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_text")
    for source in _SOURCES:
        _index(connection, source, [row[0] for row in connection.execute(f"SELECT id FROM {source.table}")])


def _dependents(connection: sqlite3.Connection, kind: str, changes: ChangeSet) -> set[str]:
    found: set[str] = set()
    for table, (dependent, select) in _DEPENDENTS.items():
        if dependent == kind:
            for row_id in changes.tables.get(table, ()):
                found.update(row[0] for row in connection.execute(select, (row_id,)))
    if kind == "case":
        for row_id in changes.tables.get("place", ()):
            found.update(row[0] for row in connection.execute(_CASES_OF_PLACE, (row_id,)))
    return found


def _index(connection: sqlite3.Connection, source: _Source, ids: Iterable[str]) -> None:
    alias = source.select.split(" FROM ")[-1].split()[1]
    for row_id in ids:
        old = connection.execute(
            "SELECT rowid, body FROM search_text WHERE kind = ? AND row_id = ?", (source.kind, row_id)
        ).fetchone()
        row = connection.execute(f"{source.select} WHERE {alias}.id = ?", (row_id,)).fetchone()
        body = normalised(row[2]) if row else ""
        if old and row and old[1] == body:
            continue
        if old:
            connection.execute("INSERT INTO search (search, rowid, body) VALUES ('delete', ?, ?)", old)
        if not row:
            if old:
                connection.execute("DELETE FROM search_text WHERE rowid = ?", (old[0],))
            continue
        if old:
            connection.execute(
                "UPDATE search_text SET session_id = ?, body = ? WHERE rowid = ?", (row[1], body, old[0])
            )
            number = old[0]
        else:
            number = connection.execute(
                "INSERT INTO search_text (kind, row_id, session_id, body) VALUES (?, ?, ?, ?)",
                (source.kind, row_id, row[1], body),
            ).lastrowid
        connection.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (number, body))


def match_expression(query: str) -> str:
    """The FTS5 expression for what a person typed: all words, each by prefix; CJK runs as phrases. Empty for none."""
    terms = []
    for chunk in query.split():
        words = _WORDS.findall(normalised(chunk))
        if words:
            star = "" if _CJK.search(words[-1]) else "*"
            terms.append('"' + " ".join(words) + '"' + star)
    return " AND ".join(terms)


def find(connection: sqlite3.Connection, query: str, limit: int = 200) -> list[Hit]:
    """Where the words occur, best first."""
    expression = match_expression(query)
    if not expression:
        return []
    rows = connection.execute(
        "SELECT t.kind, t.row_id, t.session_id FROM search JOIN search_text t ON t.rowid = search.rowid"
        " WHERE search MATCH ? ORDER BY search.rank LIMIT ?",
        (expression, limit),
    ).fetchall()
    words = [word for chunk in query.split() for word in _WORDS.findall(normalised(chunk))]
    return [_hit(connection, kind, row_id, session_id, words) for kind, row_id, session_id in rows]


_TITLES = {
    "session": "SELECT trim(label || ' ' || title), theme, title || ' ' || theme || ' ' || about FROM learning_session",
    "person": "SELECT p.name, p.office_title, p.name || ' · ' || p.office_title || ' ' || p.biography FROM person p",
    "case": "SELECT k.title, coalesce(c.name, ''), k.title || ' · ' || k.challenge || ' ' || k.measures || ' ' || k.results"
    " FROM case_study k LEFT JOIN place c ON c.id = k.place_id",
    "note": "SELECT n.kind, trim(s.label || ' ' || s.title), n.text FROM note n"
    " JOIN learning_session s ON s.id = n.session_id",
}
_ALIAS = {"session": "learning_session", "person": "p", "case": "k", "note": "n"}


def _hit(connection: sqlite3.Connection, kind: str, row_id: str, session_id: str, words: list[str]) -> Hit:
    row = connection.execute(f"{_TITLES[kind]} WHERE {_ALIAS[kind]}.id = ?", (row_id,)).fetchone()
    title, belongs_to, text = row if row else ("", "", "")
    start, end = _first_match(text, words)
    first = max(0, start - 60)
    context = text[first : end + 100]
    return Hit(kind, row_id, session_id, title, belongs_to, context, start - first, end - first)


def _first_match(text: str, words: list[str]) -> tuple[int, int]:
    """Where one of the normalised words stands in the original text; (0, 0) when it stands in another field."""
    offsets: list[int] = []
    letters: list[str] = []
    for position, character in enumerate(text[:20_000]):
        for letter in _normalised_character(character):
            letters.append(letter)
            offsets.append(position)
    joined = "".join(letters)
    for word in words:
        found = re.search(rf"(?<!\w){re.escape(word)}", joined) or re.search(re.escape(word), joined)
        if found and found.end() > found.start():
            return offsets[found.start()], offsets[found.end() - 1] + 1
    return 0, 0
