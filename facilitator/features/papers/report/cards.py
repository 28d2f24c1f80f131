"""What is held up or stands on a table: time cards and name cards."""

from __future__ import annotations

from facilitator.features.papers.cleared import Attendee, Paper
from facilitator.features.papers.report.frame import sealed
from facilitator.features.papers.report.people import details_of, is_told, title_of
from facilitator.publishing.document import Block, Front, NameCard, NameCards, Paragraph, Sign, plain
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TIME_CARDS, NAME_CARDS = mark("Time cards"), mark("Name cards")


def build_time_cards(paper: Paper) -> ClearedDocument:
    """5, 2 and 1 minutes, and stop."""
    wording = Wording(paper.language)
    signs = [
        Sign(str(minutes), wording.count("{count} minute left", "{count} minutes left", minutes), urgency)
        for urgency, minutes in enumerate((5, 2, 1))
    ]
    signs.append(Sign(wording(mark("STOP")), wording(mark("Thank you: your time is over")), 3))
    title = wording(TIME_CARDS)
    return sealed(paper, title, "time-cards", signs, wording, front=Front.NONE, landscape=True)


def build_name_cards(paper: Paper) -> ClearedDocument:
    """A card for everyone who takes part, has not declined, and of whom anything tells."""
    wording = Wording(paper.language)
    told = [one for one in paper.attendees if is_told(one.person, wording)]
    blocks: list[Block] = [NameCards(tuple(_card(one, wording) for one in told))]
    if not told:
        blocks = [Paragraph(plain(wording(mark("Nobody takes part yet."))))]
    return sealed(paper, wording(NAME_CARDS), "name-cards", blocks, wording, front=Front.NONE)


def _card(one: Attendee, wording: Wording) -> NameCard:
    person = one.person
    name = title_of(person, wording)
    if not person.name:
        return NameCard(name)
    where = person.place or person.organisation or person.country
    lines = (wording.label(person.office), where)
    return NameCard(name, tuple(filter(None, lines)) or tuple(filter(None, (details_of(person, wording),))))
