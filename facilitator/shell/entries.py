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
        return entries + self._hits(query, {(entry.title, entry.icon) for entry in entries})

    def _read_rows(self) -> Iterable[Entry]:
        with self._context.library.read() as session:
            named = (
                ("session", choices.sessions(session)),
                ("person", choices.people(session)),
                ("case", choices.cases(session)),
            )
        for kind, rows in named:
            for row_id, name in rows:
                yield Entry(name, tr(_KINDS[kind]), _ICONS[kind], self._opening(kind, row_id))

    def _hits(self, query: str, shown: set[tuple[str, str]]) -> list[Entry]:
        hits = self._context.library.store.search(query, HITS_SHOWN)
        entries = [self._of_hit(hit) for hit in hits]
        return [entry for entry in entries if (entry.title, entry.icon) not in shown]

    def _of_hit(self, hit: Hit) -> Entry:
        opening = self._opening(hit.kind, hit.row_id)
        if hit.kind != "note":
            return Entry(hit.title, " ".join(hit.context.split()), _ICONS[hit.kind], opening)
        kind = tr(NOTE_KIND_LABELS[NoteKind(hit.title)]) if hit.title in set(NoteKind) else tr("Note")
        detail = tr("{kind}, {session}").format(kind=kind, session=hit.belongs_to)
        return Entry(" ".join(hit.context.split()), detail, _ICONS[hit.kind], opening)

    def _opening(self, kind: str, row_id: str) -> Callable[[], object]:
        return partial(self._context.navigator.open_row, kind, row_id)


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
