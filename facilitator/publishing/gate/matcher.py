"""Find thousands of spellings in a text in one pass, the longest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.publishing.gate.addresses import Spans, addresses
from facilitator.publishing.gate.finds import Find, Sought
from facilitator.publishing.gate.folding import WIDEST_GAP, Folded, Gap, letters_of
from facilitator.publishing.gate.spellings import LONG, Spelling, Sureness
from facilitator.publishing.gate.titles import LINKS, TITLES, TITLES_AFTER

_LINKS = tuple(sorted({letters_of(link) for link in LINKS}, key=len, reverse=True))
_ADDRESS_WORD = 4
"""The shortest surname that is looked for in small letters, in addresses only."""
_ADDRESS_PART = 6
"""The shortest surname that is looked for inside the joined words of an address."""
_DEPTH = 40
"""Letters of a spelling that are told apart in the tree; the rest is compared at once, for texts may be long."""


class Matcher:
    """All that is sought, as a tree of letters."""

    def __init__(self, sought: Iterable[Sought] = ()) -> None:
        self._root: dict[str, Any] = {}
        for one in sought:
            self._add(one)

    def find(self, folded: Folded) -> Iterator[Find]:
        """Everything sought that stands in the text, also one inside the other."""
        within, letters, root = addresses(folded.text), folded.letters, self._root
        for start in range(len(letters)):
            node, depth = root.get(letters[start]), 0
            while node is not None:
                for sought in node.get("", ()):
                    begin, over = start, len(sought.spelling.letters)
                    if over > _DEPTH and not letters.startswith(sought.spelling.letters, start):
                        continue
                    end = start + over
                    stop = _stands(folded, start, end, sought.spelling, within)
                    if stop is not None and sought.spelling.beside:
                        begin, stop = _beside(folded, start, stop, sought.spelling.beside)
                    if stop is not None:
                        alone = sought.spelling.sureness is Sureness.WORD or sought.spelling.everyday
                        titled = alone and _has_title(folded, start, end)
                        yield Find(folded.starts[begin], folded.ends[stop - 1], sought, titled)
                depth += 1
                node = node.get(letters[start + depth]) if start + depth < len(letters) else None

    def _add(self, sought: Sought) -> None:
        node = self._root
        for letter in sought.spelling.letters[:_DEPTH]:
            node = node.setdefault(letter, {})
        kept: list[Sought] = node.setdefault("", [])
        if sought not in kept:
            kept.append(sought)


def _stands(folded: Folded, start: int, end: int, spelling: Spelling, within: Spans) -> int | None:
    """Where the find ends when the spelling truly stands here; None when the letters only happen to follow."""
    in_address = within.at(folded.starts[start]) is not None
    if in_address and _is_distinctive(spelling):
        return end  # "#votezelvorin"
    stop = _end_of_word(folded, end, spelling)
    if stop is None or not (spelling.open_start or _begins_word(folded, start)):
        return None
    if _splits_a_sign(folded, start, end) or not _gaps_fit(folded, start, end, spelling):
        return None
    alone = spelling.sureness is Sureness.WORD or spelling.everyday
    titled = alone and _has_title(folded, start, end)
    if spelling.everyday and not (titled and folded.is_capital(start)):
        return None
    if in_address and len(spelling.letters) >= _ADDRESS_WORD:
        return stop
    if spelling.after_title and not titled:
        return None
    if spelling.capital >= 0 and not titled and not folded.is_capital(start + spelling.capital):
        return None
    short = len(spelling.letters) < LONG
    if short and not all(_is_apart(folded, start + joint) for joint in spelling.spaced):
        return None
    return stop


def _is_distinctive(spelling: Spelling) -> bool:
    single = spelling.sureness is Sureness.WORD and not spelling.everyday and not spelling.spaced
    return single and len(spelling.letters) >= _ADDRESS_PART


def _begins_word(folded: Folded, index: int) -> bool:
    return (
        _is_apart(folded, index) or folded.letters[index - 1].isnumeric() or folded.letters[index].isnumeric()
    )


def _is_apart(folded: Folded, index: int) -> bool:
    return index == 0 or folded.gaps[index] is not Gap.NONE or folded.is_camel(index)


def _end_of_word(folded: Folded, end: int, spelling: Spelling) -> int | None:
    if spelling.open_end or end == len(folded.letters) or _begins_word(folded, end):
        return end
    genitive = folded.letters[end] == "s" and (
        end + 1 == len(folded.letters) or _begins_word(folded, end + 1)
    )
    return end + 1 if genitive else None


def _splits_a_sign(folded: Folded, start: int, end: int) -> bool:
    """Whether the find begins or ends within one sign of several letters, such as a syllable of Hangul."""
    begins = start > 0 and folded.starts[start] == folded.starts[start - 1]
    ends = end < len(folded.letters) and folded.starts[end] == folded.starts[end - 1]
    return begins or ends


def _gaps_fit(folded: Folded, start: int, end: int, spelling: Spelling) -> bool:
    wide = bisect_left(folded.wide, start + 1)
    if wide < len(folded.wide) and folded.wide[wide] < end:
        return False
    if len(spelling.letters) >= LONG:
        return True
    inside = [at for at in range(start + 1, end) if folded.gaps[at] is Gap.VISIBLE]
    if len(inside) == end - start - 1:
        return True
    return all(at - start in spelling.joints for at in inside)


def _beside(folded: Folded, start: int, stop: int, words: tuple[str, ...]) -> tuple[int, int | None]:
    """The find with one of the words before it, with or without a link such as "of the", or after it."""
    letters = folded.letters
    for link in _LINKS:
        at = start - len(link)
        if at > 0 and letters.startswith(link, at) and letters.endswith(words, 0, at):
            for word in words:
                begin = at - len(word)
                fits = begin >= 0 and letters.startswith(word, begin) and _begins_word(folded, begin)
                if fits and _is_close(folded, begin, start):
                    return begin, stop
    for word in ("", "s"):
        at = stop + len(word)
        if letters.startswith(word, stop) and letters.startswith(words, at):
            end = at + max(len(one) for one in words if letters.startswith(one, at))
            if _is_close(folded, start, end - 1):
                return start, end
    return start, None


def _is_close(folded: Folded, start: int, end: int) -> bool:
    return all(folded.starts[at] - folded.ends[at - 1] <= WIDEST_GAP for at in range(start + 1, end + 1))


def _has_title(folded: Folded, start: int, end: int) -> bool:
    if folded.letters.startswith(TITLES_AFTER, end):
        return True
    if start == 0 or folded.text[folded.ends[start - 1] : folded.starts[start]].strip(" .\u00a0\u202f"):
        return False
    stop = start
    while start > 0 and stop - start < 24:
        start -= 1
        if folded.gaps[start] is not Gap.NONE or start == 0:
            break
    return folded.letters[start:stop] in TITLES
