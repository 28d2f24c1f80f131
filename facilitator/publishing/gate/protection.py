"""Whom a paper must not name, and how a text is cleaned of them."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.publishing.gate import identities, sought
from facilitator.publishing.gate.addresses import Spans, mails
from facilitator.publishing.gate.finds import Find, Sought, What
from facilitator.publishing.gate.folding import fold, letters_of
from facilitator.publishing.gate.levels import Levels
from facilitator.publishing.gate.matcher import Matcher
from facilitator.publishing.gate.spellings import Sureness
from facilitator.publishing.gate.subjects import CaseSubject, Material, NoteSubject
from facilitator.translation import mark, papers

_WORDS = {
    What.NAME: mark("[name withheld]"),
    What.OFFICE: mark("[office withheld]"),
    What.PLACE: mark("[place withheld]"),
    What.ORGANISATION: mark("[organisation withheld]"),
    What.TEXT: mark("[text withheld]"),
}
_HARMLESS = (What.CLEARED, What.PLAIN, What.ELSEWHERE)


@dataclass(frozen=True)
class Span:
    """A stretch of a text that must go, the words that stand for it, and the rows that it would give away."""

    start: int
    end: int
    instead: str
    row_ids: tuple[str, ...]


@dataclass(frozen=True)
class Cleaned:
    """A text without what must not be in it; what was replaced, and what may be someone and was left."""

    text: str
    spans: tuple[Span, ...] = ()
    doubtful: tuple[str, ...] = ()


class Protection:
    """All that one paper must not tell, for the whole of it and, more strictly, for single notes and cases."""

    def __init__(self, material: Material, levels: Levels) -> None:
        self.language = material.language
        self._people = {person.id: person for person in material.people}
        self._levels = levels
        self._notes = {note.id: note for note in material.notes}
        self._cases = {case.id: case for case in material.cases}
        self._everywhere = Matcher(sought.everywhere(material, levels))
        self._fixed = Matcher()
        self._fixed_words: set[str] = set()
        """Fixed texts of one word: harmless only where they stand alone, such as a column's title."""
        self._within: dict[str, Matcher] = {}

    def with_plain(self, texts: Iterable[str]) -> Protection:
        """The same, knowing fixed texts that one word of a name may be part of, such as headings."""
        known = list(texts)
        grown = copy.copy(self)
        grown._fixed = Matcher(identities.of_texts((text for text in known if " " in text), What.PLAIN))
        grown._fixed_words = {letters_of(text) for text in known if " " not in text}
        return grown

    def told_in(self, language: str) -> Protection:
        """The same, with what stands for names in another language (BCP 47)."""
        other = copy.copy(self)
        other.language = language
        return other

    def clean(self, text: str, within: Iterable[str] = ()) -> Cleaned:
        """The text without what must not be told in it; ``within`` are ids of notes and cases that it rests on."""
        if not text:
            return Cleaned(text)
        spans, doubtful = self.spans(text, within)
        parts, at = [], 0
        for span in spans:
            parts += [text[at : span.start], span.instead]
            at = span.end
        return Cleaned("".join([*parts, text[at:]]), tuple(spans), doubtful)

    def table_of(self, row_id: str) -> str:
        """The table of a row that a span tells of: a person, or the note or case that holds the words."""
        if row_id in self._people:
            return "person"
        return "note" if row_id in self._notes else "case_study"

    def spans(self, text: str, within: Iterable[str] = ()) -> tuple[list[Span], tuple[str, ...]]:
        """What must go from a text, in order and apart, and the ids of people whom a word left may mean."""
        folded = fold(text)
        if folded.letters in self._fixed_words:
            return [], ()
        finds = [*self._everywhere.find(folded), *self._fixed.find(folded)]
        harmless = _Harmless(find for find in finds if find.sought.what in _HARMLESS)
        doubtful = [find for find in finds if find.sought.what is What.DOUBTFUL]
        telling = [find for find in finds if find.sought.what in _WORDS and not harmless.excuse(find, text)]
        for row_id in within:
            telling += self._matcher_within(row_id).find(folded)
        spans = self._merged(text, telling)
        gone = Spans((span.start, span.end) for span in spans)
        open_ = {
            find.sought.row_id
            for find in doubtful
            if not ((held := gone.at(find.start)) and find.end <= held[1]) and not harmless.excuse(find, text)
        }
        return spans, tuple(sorted(open_))

    def _merged(self, text: str, finds: Iterable[Find]) -> list[Span]:
        words = papers(self.language)
        whole = mails(text)
        stretches: list[tuple[int, int, What, set[str]]] = []
        for find in sorted(finds, key=lambda one: (one.start, -one.end)):
            start, end = find.start, find.end
            mail = whole.at(start) if find.sought.what is What.NAME else None
            if mail:
                start, end = mail[0], max(end, mail[1])
            if stretches and start < stretches[-1][1]:
                before = stretches[-1]
                stretches[-1] = (
                    min(start, before[0]), max(end, before[1]), before[2], before[3] | {find.sought.row_id}
                )  # fmt: skip
            else:
                stretches.append((start, end, find.sought.what, {find.sought.row_id}))
        return [
            Span(start, end, words.gettext(_WORDS[what]), tuple(sorted(rows - {""})))
            for start, end, what, rows in stretches
        ]

    def _matcher_within(self, row_id: str) -> Matcher:
        if row_id not in self._within:
            self._within[row_id] = Matcher(self._sought_within(row_id))
        return self._within[row_id]

    def _sought_within(self, row_id: str) -> Iterator[Sought]:
        subject: NoteSubject | CaseSubject | None = self._notes.get(row_id)
        level = self._levels.notes.get(row_id)
        if subject is None:
            subject, level = self._cases.get(row_id), self._levels.cases.get(row_id)
        if subject is None or level is None:
            return iter(())
        return sought.within(subject, level, self._people.get(subject.speaker_id))


class _Harmless:
    """Harmless finds in the order of the text, so that only those near another find are compared with it."""

    def __init__(self, finds: Iterable[Find]) -> None:
        self._finds = sorted(finds, key=lambda find: find.start)
        self._starts = [find.start for find in self._finds]
        self._longest = max((find.end - find.start for find in self._finds), default=0)

    def excuse(self, find: Find, text: str) -> bool:
        """Whether one of them shows that the find is no name."""
        first = bisect_left(self._starts, find.start - self._longest)
        last = bisect_right(self._starts, find.start)
        return any(_excuses(one, find, text) for one in self._finds[first:last])


def _excuses(harmless: Find, find: Find, text: str) -> bool:
    if _is_next_in_list(harmless, find, text):
        return True
    if not (harmless.start <= find.start and find.end <= harmless.end):
        return False
    longer = harmless.end - harmless.start > find.end - find.start
    sureness = find.sought.spelling.sureness
    if find.sought.what is What.PLACE and harmless.sought.what is What.ELSEWHERE:
        return longer
    if find.sought.what not in (What.NAME, What.DOUBTFUL):
        return False
    if harmless.sought.what is What.CLEARED:
        return longer or sureness is not Sureness.WHOLE
    return sureness is Sureness.WORD and not find.titled


def _is_next_in_list(cleared: Find, find: Find, text: str) -> bool:
    """Whether the find only joins the end of a cleared name with the next: "Maria García, Juan García"."""
    joined = cleared.start < find.start < cleared.end < find.end and cleared.sought.what is What.CLEARED
    return joined and text[cleared.end : find.end].lstrip().startswith((",", ";", "،", "、"))
