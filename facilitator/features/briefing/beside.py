"""A paper's second language beside its first, paragraph by paragraph.

Both languages tell the headings, the paragraphs, their attribution, the sentences on the session and the title. Tables
and figures that are made from the records stand once, across the page, in the first language: names and numbers are
the same in both.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from facilitator.domain.prose.style import Style
from facilitator.features.briefing import parts
from facilitator.features.briefing.cleared import ClearedBriefing, ClearedParagraph
from facilitator.features.briefing.prose import blocks_of
from facilitator.features.briefing.templates import Part, fixed_texts
from facilitator.publishing.document import (
    Beside,
    Block,
    Cover,
    Heading,
    Illustration,
    Paragraph,
    Run,
    Voice,
    plain,
)
from facilitator.publishing.wording import Wording

Pair = tuple[tuple[Block, ...], tuple[Block, ...]]


class Tongues:
    """The one or two languages of a paper. Without a second one every block is as the first has it."""

    def __init__(self, paper: ClearedBriefing, wording: Wording) -> None:
        self._paper, self._first = paper, wording
        is_second = paper.second_language not in ("", paper.language)
        self._second = Wording(paper.second_language) if is_second else None

    @property
    def used(self) -> set[str]:
        """The fixed texts of both, for the seal."""
        return self._first.used | (self._second.used if self._second else set())

    def text(self, text: str) -> str:
        """A title or heading of the template in the first language: translated where the program knows it, as its
        author wrote it otherwise, and then no fixed text for the gate."""
        return self._said(text, self._first)

    def heading(self, part: Part) -> Block:
        """The heading of a part, its own or the usual one."""
        section = self._paper.section(part.key)
        words = (section.heading if section else "") or self.text(part.heading)
        heading = Heading(1, plain(words), part.key)
        if self._second is None:
            return heading
        other = (section.second_heading if section else "") or self._said(part.heading, self._second)
        return self._beside([((heading,), (Heading(1, plain(other), self._key(part.key)),))])

    def small(self, message: str) -> Block:
        """A fixed line in small letters."""
        one = Paragraph(plain(self._first(message)), Voice.SMALL)
        if self._second is None:
            return one
        return self._beside([((one,), (Paragraph(plain(self._second(message)), Voice.SMALL),))])

    def about(self) -> Iterator[Block]:
        """The part on the session: its first sentences in both languages, its facts in the first."""
        lead, *others = parts.about(self._paper, self._first)
        if self._second is None:
            yield lead
        else:
            yield self._beside([((lead,), (next(parts.about(self._paper, self._second)),))])
        yield from others

    def told(self, key: str, paragraphs: Iterable[ClearedParagraph]) -> Iterator[Block]:
        """The paragraphs of a part. What has no second text stands beside nothing; pictures stand across the page."""
        if self._second is None:
            yield from blocks_of(key, paragraphs, self._first)
            return
        kept = list(paragraphs)
        made = chain.from_iterable(self._pairs(key, kept, self._second))
        for is_pair, group in groupby(made, lambda one: isinstance(one, tuple)):
            if is_pair:
                yield self._beside(one for one in group if isinstance(one, tuple))
            else:
                yield from (one for one in group if not isinstance(one, tuple))

    def cover(self, cover: Cover, kind: str) -> Cover:
        """The cover with the kind of paper in both languages, and the second title under the first."""
        if self._second is None:
            return cover
        both = " · ".join(filter(None, (cover.kind, self._said(kind, self._second))))
        title = "\n".join(filter(None, (cover.title, self._paper.second_title)))
        return dataclasses.replace(cover, kind=both, title=title)

    def _pairs(
        self, key: str, paragraphs: list[ClearedParagraph], second: Wording
    ) -> Iterator[list[Pair | Block]]:
        """A pair for each paragraph; numbered entries that follow each other are one, so that they count on."""
        subheadings = 0
        for group in _groups(paragraphs):
            one = group[0]
            if one.style is Style.SUBHEADING:
                subheadings += 1
                name = f"{key}-{subheadings}"
                other = (Heading(2, one.second, self._key(name)),) if _has_second(one) else ()
                yield [((Heading(2, one.runs, name),), other)]
                continue
            firsts = tuple(blocks_of(key, group, self._first))
            if one.style is Style.PICTURE:
                yield [self._picture(block, one) for block in firsts]
            else:
                others = tuple(blocks_of(key, map(_second_of, filter(_has_second, group)), second))
                yield [(firsts, others)]

    def _picture(self, block: Block, paragraph: ClearedParagraph) -> Block:
        if not isinstance(block, Illustration) or not paragraph.second_caption:
            return block
        other = Run(paragraph.second_caption, language=self._paper.second_language)
        between = (Run("\n"),) if block.caption else ()
        return dataclasses.replace(block, caption=(*block.caption, *between, other))

    @staticmethod
    def _said(text: str, wording: Wording) -> str:
        return wording(text) if text in fixed_texts() else text

    def _beside(self, pairs: Iterable[Pair]) -> Beside:
        return Beside(self._paper.second_language, tuple(pairs))

    def _key(self, key: str) -> str:
        return f"{key}-{self._paper.second_language}"


def _groups(paragraphs: Iterable[ClearedParagraph]) -> Iterator[list[ClearedParagraph]]:
    for style, group in groupby(paragraphs, lambda paragraph: paragraph.style):
        if style is Style.NUMBERED:
            yield list(group)
        else:
            yield from ([one] for one in group)


def _has_second(paragraph: ClearedParagraph) -> bool:
    return bool("".join(run.text for run in paragraph.second).strip())


def _second_of(paragraph: ClearedParagraph) -> ClearedParagraph:
    """The paragraph as the second language has it: the language in which its note was said is not that of the words."""
    notes = tuple(dataclasses.replace(note, language="") for note in paragraph.notes)
    return dataclasses.replace(
        paragraph, runs=paragraph.second, caption=paragraph.second_caption, notes=notes
    )
