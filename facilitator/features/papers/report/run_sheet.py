"""The run sheet: all that the team needs to know from minute to minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.domain.times import length
from facilitator.domain.vocabulary import APPEARANCE_STATUS_LABELS, AppearanceStatus
from facilitator.features.papers.cleared import Appearing, Attendee, Paper, PaperItem
from facilitator.features.papers.report.frame import for_the_team, missing, sealed
from facilitator.features.papers.report.in_words import end_against_slot, warnings
from facilitator.features.papers.report.people import full, heading_of, is_told, lines, title_of, with_link
from facilitator.features.papers.report.times import Section, headings, span, zone_times
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TITLE = mark("Run sheet")
_TEAM = frozenset(
    {"moderator", "facilitator", "rapporteur", "note_taker", "interpreter", "technical_host", "chat_monitor"}
)


def build_run_sheet(paper: Paper) -> ClearedDocument:
    """Times, cues, people and links of everything, for those who run the session."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "run-sheet", _blocks(paper, wording), wording, landscape=True)


def build_working_sheet(paper: Paper, tables: Callable[[Wording], tuple[Table, ...]]) -> ClearedDocument:
    """The working agenda as the tables that import back unchanged."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "run-sheet", tables(wording), wording, landscape=True)


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    yield for_the_team(wording)
    yield from missing(paper, wording)
    yield Facts(tuple(_facts(paper, wording)))
    for above, section in headings(paper, wording):
        yield from above
        yield _table(paper, section, wording)
    yield from _beside(paper, wording)
    yield from _contacts(paper, wording)
    yield from _materials(paper, wording)


def _facts(paper: Paper, wording: Wording) -> Iterator[tuple[str, Runs]]:
    session = paper.session
    for label, value in (
        (mark("Time"), (" · " if paper.days == 1 else "\n").join(zone_times(paper, wording))),
        (mark("The end"), end_against_slot(paper, wording)),
        (mark("Languages"), wording.marks.listed(map(wording.label, session.languages))),
        (mark("Interpretation"), wording.marks.listed(map(wording.label, session.interpretation))),
    ):
        if value:
            yield wording(label), plain(value)
    if session.link:
        yield wording(mark("Link")), (Run(session.link, link=session.link),)


def _leads(paper: Paper, group_id: str, wording: Wording) -> Runs:
    group = paper.group(group_id)
    if group is None:
        return ()
    parts = []
    for label, lead in ((mark("Moderator"), group.moderator), (mark("Rapporteur"), group.rapporteur)):
        name = full(lead, wording) if lead else wording(mark("nobody yet"))
        parts.append(wording.marks.labelled(wording(label), name))
    return with_link(" · ".join(parts), group.link)


def _table(paper: Paper, section: Section, wording: Wording) -> Table:
    """One section. All tables of a paper have the same columns: those that any of its items fills."""
    every = paper.items
    columns = (
        (any(item.start is not None for item in every), Column(wording(mark("Time")), 1.15)),
        (
            any(item.length or item.minutes is not None for item in every),
            Column(wording(mark("Min")), 0.5, numeric=True),
        ),
        (True, Column(wording(mark("What")), 2.6)),
        (True, Column(wording(mark("Who")), 2.6)),
        (any(item.cue or item.notes for item in every), Column(wording(mark("Cue and notes")), 2.3)),
        (any(item.link for item in every), Column(wording(mark("Link")), 1.2)),
    )
    kept = [at for at, (filled, _) in enumerate(columns) if filled]
    rows = (_row(paper, item, section.day, wording) for item in section.items)
    cells = tuple(tuple(row[at] for at in kept) for row in rows)
    return Table(tuple(columns[at][1] for at in kept), cells, lead=_leads(paper, section.group_id, wording))


def _row(paper: Paper, item: PaperItem, day: int, wording: Wording) -> tuple[Runs, ...]:
    title, kind = heading_of(item, wording), wording.label(item.segment)
    what = [
        (Run(title, bold=True),),
        plain(kind if kind != title else ""),
        *((Run(warning, italic=True),) for warning in warnings(item, wording)),
    ]
    return (
        (Run(span(paper, item.start, item.end, day, wording), bold=True),) if item.start is not None else (),
        plain(length(item.length) if item.length or item.minutes is not None else "–"),
        lines(what),
        lines([*(_who(one, wording) for one in item.who), _unlisted(item, wording)]),
        lines(
            [plain(item.cue.strip()), (Run(item.notes.strip(), italic=True),) if item.notes.strip() else ()]
        ),
        (Run(item.link, link=item.link),) if item.link else (),
    )


def _who(one: Appearing, wording: Wording) -> Runs:
    status = next((state for state in AppearanceStatus if state == one.status), None)
    minutes = wording(mark("{minutes} min"), minutes=one.minutes) if one.minutes is not None else ""
    told = is_told(one.person, wording)
    details = (
        wording.label(one.role) if told else "",
        minutes,
        wording.label(one.language),
        wording(APPEARANCE_STATUS_LABELS[status]).lower() if status else "",
    )
    shown = wording.marks.described(details)
    name = title_of(one.person, wording) if told else wording.label(one.role) or "–"
    return (Run(name), *plain(wording.marks.bracketed(shown)))


def _unlisted(item: PaperItem, wording: Wording) -> Runs:
    if not item.unlisted:
        return ()
    told = wording.count(
        "and {count} person off the record", "and {count} people off the record", item.unlisted
    )
    return (Run(told, italic=True),)


def _beside(paper: Paper, wording: Wording) -> Iterator[Block]:
    if paper.beside:
        yield Heading(1, plain(wording(mark("Taking part in the whole session"))), "beside")
        yield Paragraph(_in_a_row([_who(one, wording) for one in paper.beside]))


def _in_a_row(people: list[Runs]) -> Runs:
    found: list[Run] = []
    for person in people:
        found += [Run("; ")] if found else []
        found += person
    return tuple(found)


def _contacts(paper: Paper, wording: Wording) -> Iterator[Block]:
    team = [one for one in paper.attendees if one.role_codes & _TEAM]
    if team:
        yield Heading(1, plain(wording(mark("The team"))), "team")
        columns = tuple(
            Column(wording(title), weight)
            for title, weight in (
                (mark("Name"), 1.6), (mark("Role"), 1.2), (mark("Telephone"), 1.0), (mark("E-mail"), 1.6)
            )
        )  # fmt: skip
        yield Table(columns, tuple(_contact(one, wording) for one in team))


def _contact(one: Attendee, wording: Wording) -> tuple[Runs, ...]:
    mail = (Run(one.email, link=f"mailto:{one.email}"),) if one.email else plain("–")
    roles = wording.marks.listed(wording.label(role) for role in one.roles)
    return plain(title_of(one.person, wording)), plain(roles), plain(one.phone or "–"), mail


def _materials(paper: Paper, wording: Wording) -> Iterator[Block]:
    materials = paper.session.materials
    if materials:
        yield Heading(1, plain(wording(mark("Links and materials"))), "materials")
        items = []
        for one in materials:
            runs = [Run(one.title or one.link, link="" if one.title else one.link)]
            if one.title and one.link:
                runs += [Run(" · "), Run(one.link, link=one.link)]
            if not one.for_participants:
                runs.append(Run(f" ({wording(mark('for the team'))})", italic=True))
            items.append(Item(tuple(runs)))
        yield Bullets(tuple(items))
