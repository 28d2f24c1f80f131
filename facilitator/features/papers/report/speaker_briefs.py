"""Speaker briefs: a page for each person, which tells them when they are on, in their own time, and what for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from facilitator.features.papers.cleared import Appearing, Paper, PaperItem
from facilitator.features.papers.report.brief_facts import led_facts, own_facts, session_facts
from facilitator.features.papers.report.brief_table import appearances_table
from facilitator.features.papers.report.frame import missing, sealed
from facilitator.features.papers.report.parts import materials, questions
from facilitator.features.papers.report.people import details_of, heading_of, is_told, title_of
from facilitator.publishing.document import Block, Facts, Front, Heading, Paragraph, Run, Voice, plain
from facilitator.publishing.gate import ClearedDocument, Finding, Severity, bind
from facilitator.publishing.wording import Wording
from facilitator.translation import mark, ntr

TITLE = mark("Speaker briefs")
_ONE = mark("Speaker brief")
_NOBODY = mark("Nobody appears in the session yet.")
_FEW = 2
"""Appearances that are told of in full; more of them are a table."""
_ID_LETTERS = 6
_NAME_LETTERS = 28

Heed = Callable[[int, int], None]


def build_speaker_briefs(
    everyone: Paper, ids: Sequence[str], paper_of: Callable[[str], Paper], heed: Heed
) -> ClearedDocument:
    """The briefs of the people with these ids in one paper to print and part, each cleared for its reader; without
    those who are off the record. ``everyone`` is the paper that is nobody's own; ``heed`` is told how many are done of
    how many."""
    wording = Wording(everyone.language)
    kept = [one for one in ids if one not in everyone.off_the_record]
    found = tuple(_kept_apart(len(ids) - len(kept)))
    if not kept:
        none = mark("Each brief of this session is given by itself.") if ids else _NOBODY
        told = Paragraph(plain(wording(none)))
        return sealed(everyone, wording(TITLE), "speaker-briefs", [told], wording).with_findings(found)
    reader = wording(mark("For the person named above alone: part these papers of several people"))
    frame = sealed(everyone, wording(TITLE), "speaker-briefs", [], wording, front=Front.NONE, reader=reader)
    made = []
    for done, person_id in enumerate(kept):
        heed(done, len(kept))
        made.append(build_speaker_brief(paper_of(person_id)))
    return bind(frame, made).with_findings(found)


def build_brief_files(
    ids: Sequence[str], paper_of: Callable[[str], Paper], heed: Heed
) -> tuple[ClearedDocument, ...]:
    """The brief of each of these people as a paper of its own. The file name tells the person; where several would have
    the same one, or a name has no letter that a file name can have, a part of the id tells them apart."""
    papers, made = [], []
    for done, person_id in enumerate(ids):
        heed(done, len(ids))
        papers.append(paper_of(person_id))
        made.append(build_speaker_brief(papers[-1]))
    taken = Counter(one.stem for one in made)
    return tuple(
        build_speaker_brief(paper, person_id[-_ID_LETTERS:])
        if taken[one.stem] > 1 or not _spelt(paper)
        else one
        for person_id, paper, one in zip(ids, papers, made, strict=True)
    )


def build_speaker_brief(paper: Paper, apart: str = "") -> ClearedDocument:
    """The brief of the person whose own paper it is; ``apart`` ends the file name."""
    wording = Wording(paper.language)
    assert paper.own is not None, "a brief is somebody's own"
    named = paper.own.name if _spelt(paper) else details_of(paper.own, wording)
    name = "-".join(filter(None, ("speaker-brief", named[:_NAME_LETTERS], apart)))
    told = is_told(paper.own, wording)
    reader = wording(mark("For {name} alone"), name=title_of(paper.own, wording)) if told else ""
    return sealed(
        paper, wording(_ONE), name, _blocks(paper, wording), wording, front=Front.NONE, reader=reader
    )


def _spelt(paper: Paper) -> bool:
    """Whether the name of the reader has letters that a file name can have."""
    name = paper.own.name if paper.own else ""
    return bool(re.search("[A-Za-z]{2}", unicodedata.normalize("NFKD", name)))


def _kept_apart(count: int) -> Iterator[Finding]:
    if count:
        message = ntr(
            "{count} person is off the record: their brief is not among these, and can be made alone.",
            "{count} people are off the record: their briefs are not among these, and can be made alone.",
            count,
        )
        yield Finding("brief_kept_apart", Severity.INFO, message.format(count=count))


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    own, session = paper.own, paper.session
    assert own is not None
    title = session.title or session.theme or session.series
    # On the very top: else the page's header would still name the person of the page before.
    yield Heading(
        1, plain(title_of(own, wording) if is_told(own, wording) else wording(_ONE)), f"brief-{own.id}"
    )
    yield Paragraph(
        plain(" · ".join((wording(mark("Speaker brief, for its reader alone")), *session.hosts))), Voice.SMALL
    )
    if title:
        yield Paragraph((Run(title, bold=True),), Voice.LEAD)
    yield from missing(paper, wording)
    found = list(_appearances(paper))
    if len(found) > _FEW:
        yield Heading(2, plain(wording(mark("When you are on"))), f"brief-{own.id}-all")
        yield appearances_table(paper, found, wording)
    else:
        for number, (item, one) in enumerate(found):
            yield Heading(2, plain(_heading(item, wording)), f"brief-{own.id}-{number}")
            yield Facts(tuple(own_facts(paper, item, one, wording)))
    led = tuple(led_facts(paper, wording))
    if led:
        yield Heading(2, plain(wording(mark("Groups with you"))), f"brief-{own.id}-groups")
        yield Facts(led)
    yield Heading(2, plain(wording(mark("The session"))), f"brief-{own.id}-session")
    yield Facts(tuple(session_facts(paper, wording)))
    yield from questions(paper, wording, 2)
    yield from materials(paper, wording, 2)


def _appearances(paper: Paper) -> Iterator[tuple[PaperItem | None, Appearing]]:
    own = paper.own.id if paper.own else ""
    for item in paper.items:
        yield from ((item, one) for one in item.who if one.person.id == own and not one.declined)
    yield from ((None, one) for one in paper.beside if one.person.id == own and not one.declined)


def _heading(item: PaperItem | None, wording: Wording) -> str:
    return heading_of(item, wording) if item else wording(mark("In the session as a whole"))
