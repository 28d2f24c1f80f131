"""Parts that several papers have."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.features.papers.cleared import Paper
from facilitator.publishing.document import Block, Bullets, Heading, Item, Paragraph, Run, Runs, Voice, plain
from facilitator.publishing.wording import Wording
from facilitator.translation import mark


def questions(paper: Paper, wording: Wording, level: int = 1) -> Iterator[Block]:
    """The guiding questions, numbered, under a heading of a level."""
    if paper.session.questions:
        yield Heading(level, plain(wording(mark("Guiding questions"))), f"questions-{_owner(paper)}")
        yield Bullets(tuple(Item(plain(one)) for one in paper.session.questions), ordered=True)


def materials(paper: Paper, wording: Wording, level: int = 1) -> Iterator[Block]:
    """What participants may read and open, under a heading of a level."""
    found = [one for one in paper.session.materials if one.for_participants]
    if found:
        yield Heading(level, plain(wording(mark("Materials"))), f"materials-{_owner(paper)}")
        yield Bullets(tuple(Item(_material(one.title, one.link)) for one in found))


def left_out(paper: Paper, wording: Wording, further: int = 0) -> Iterator[Block]:
    """How many take part and are not listed, with those of whom nothing tells; why is nobody's business."""
    if count := paper.unlisted + further:
        text = wording.count(
            "{count} further person takes part and is not listed.",
            "{count} further people take part and are not listed.",
            count,
        )
        yield Paragraph(plain(text), Voice.SMALL)


def _material(title: str, link: str) -> Runs:
    if not title or not link:
        return (Run(title or link, link=link),)
    return Run(title), Run(" · "), Run(link, link=link)


def _owner(paper: Paper) -> str:
    return paper.own.id if paper.own else "all"
