"""What the palette finds: commands, sessions, people and cases by name, and words anywhere in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from facilitator.domain.text import folded
from facilitator.domain.vocabulary import NOTE_KIND_LABELS, NoteKind
from facilitator.kit.context import Context
from facilitator.shell.commands import offers
from facilitator.shell.window import MainWindow
from facilitator.storage import choices
from facilitator.storage.search import Hit
from facilitator.translation import mark, tr

NAMES_SHOWN, HITS_SHOWN = 12, 40
_BEFORE = 24
"""Characters that are shown before a match."""
_ICONS = {"session": "sessions", "person": "people", "case": "cases", "note": "notes"}
_KINDS = {"session": mark("Session"), "person": mark("Person"), "case": mark("Case"), "note": mark("Note")}


@dataclass(frozen=True)
class Entry:
    """One line of the palette, and what it does."""

    title: str
    detail: str
    icon: str
    act: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    row: tuple[str, str] = ("", "")
    """Kind and id of the row that it opens."""


@dataclass(frozen=True)
class _Named:
    entry: Entry
    words: str
    """Its texts, folded for comparing."""


class Entries:
    """Read once when the palette opens; the words of the library are looked up with each query."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        self._context = context
        self._commands = [
            _named(
                Entry(
                    offer.text,
                    offer.group,
                    "forward",
                    offer.action.trigger,
                    offer.keys,
                    offer.action.isEnabled(),
                )
            )
            for offer in offers(window)
        ]
        self._rows = [_named(entry) for entry in self._read_rows()]

    def find(self, query: str) -> list[Entry]:
        """The entries for what was typed, best first; all commands for nothing."""
        words = folded(query).split()
        if not words:
            return [named.entry for named in self._commands]
        found = _best(self._commands, words, NAMES_SHOWN) + _best(self._rows, words, NAMES_SHOWN)
        found.sort(key=lambda ranked: ranked[0])
        entries = [entry for _, entry in found]
        shown = {entry.row for entry in entries}
        hits = self._context.library.store.search(query, HITS_SHOWN)
        return entries + [self._of_hit(hit) for hit in hits if (hit.kind, hit.row_id) not in shown]

    def _read_rows(self) -> Iterable[Entry]:
        with self._context.library.read() as session:
            named = (
                ("session", choices.sessions(session)),
                ("person", choices.people(session)),
                ("case", choices.cases(session)),
            )
        for kind, rows in named:
            for row_id, name in rows:
                opening = self._opening(kind, row_id)
                yield Entry(name, tr(_KINDS[kind]), _ICONS[kind], opening, row=(kind, row_id))

    def _of_hit(self, hit: Hit) -> Entry:
        words, row = _excerpt(hit), (hit.kind, hit.row_id)
        opening = self._opening(hit.kind, hit.row_id)
        if hit.kind != "note":
            return Entry(hit.title or words, words, _ICONS[hit.kind], opening, row=row)
        kind = tr(NOTE_KIND_LABELS[NoteKind(hit.title)]) if hit.title in set(NoteKind) else tr("Note")
        detail = tr("{kind}, {session}").format(kind=kind, session=hit.belongs_to)
        return Entry(words, detail, _ICONS[hit.kind], opening, row=row)

    def _opening(self, kind: str, row_id: str) -> Callable[[], object]:
        return partial(self._context.navigator.open_row, kind, row_id)


def _excerpt(hit: Hit) -> str:
    """The words around the match, from a whole word on."""
    before, after = hit.context[: hit.start], hit.context[hit.start :]
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    return " ".join((before + after).split())


def _named(entry: Entry) -> _Named:
    return _Named(entry, folded(f"{entry.title} {entry.detail}"))


def _best(named: Iterable[_Named], words: list[str], limit: int) -> list[tuple[int, Entry]]:
    ranked = [
        (_rank(one.words, words), one.entry) for one in named if all(word in one.words for word in words)
    ]
    ranked.sort(key=lambda found: found[0])
    return ranked[:limit]


def _rank(text: str, words: list[str]) -> int:
    """Lower is better: the text begins with what was typed, then words of it do, then it is somewhere inside."""
    if text.startswith(" ".join(words)):
        return 0
    return 1 if all(f" {word}" in f" {text}" for word in words) else 2
