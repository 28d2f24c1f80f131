"""The working agenda as tables that the import takes back without a change: each row carries the id of what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from facilitator.domain.consent import ATTRIBUTION_LABELS, CONSENT_LABELS, Attribution, Consent
from facilitator.domain.times import clock
from facilitator.domain.vocabulary import APPEARANCE_STATUS_LABELS, AppearanceStatus
from facilitator.publishing.document import Column, Table, plain
from facilitator.publishing.wording import Wording
from facilitator.reading.facts import SessionFacts
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan
from facilitator.translation import mark

_SESSION = (
    *(mark("Session"), mark("Date"), mark("Start"), mark("Minutes"), mark("Time zone")),
    *(mark("Languages"), mark("Link"), mark("Title"), mark("Theme"), mark("Series"), mark("Hosts")),
    *(mark("Partners"), mark("Attribution"), mark("Session key")),
)
_AGENDA = (
    *(mark("Session"), mark("Order"), mark("Group"), mark("Segment"), mark("Title"), mark("Minutes")),
    *(mark("Start"), mark("Speakers"), mark("Moderators"), mark("Cue"), mark("Notes"), mark("Link")),
    *(mark("Attribution"), mark("Segment as written"), mark("Item ID")),
)
_GROUPS = (
    *(mark("Session"), mark("Group"), mark("Room"), mark("Link"), mark("Moderator"), mark("Rapporteur")),
    *(mark("Moderator ID"), mark("Rapporteur ID"), mark("Group ID")),
)
_SPEAKERS = (
    *(mark("Session"), mark("Name"), mark("Office"), mark("Organisation"), mark("City"), mark("Country")),
    *(mark("Role"), mark("Minutes"), mark("Speaks in"), mark("Status"), mark("Consent")),
    *(mark("Role as written"), mark("Item ID"), mark("Person ID"), mark("Appearance ID")),
)
_NUMBERS = frozenset({mark("Order"), mark("Minutes")})
_WIDE = frozenset({mark("Title"), mark("Cue"), mark("Notes"), mark("Speakers")})
_MODERATOR = "moderator"


def working_tables(
    plan: Plan,
    facts: SessionFacts,
    told: Collection[str],
    segment_labels: Mapping[str, str] | None = None,
    role_labels: Mapping[str, str] | None = None,
    wording: Wording | None = None,
) -> tuple[Table, ...]:
    """The agenda, its session, groups and speakers. ``told`` are the ids of those whom the gate lets a working paper
    name; nobody else is in them. The rules of the session and of
    its items are, so that they go where their people go. A start stands only where
    it is fixed. Labels are given by their codes; the codes stand where they are not."""
    say = wording or Wording("en")
    writer = _Writer(plan, facts, frozenset(told), segment_labels or {}, role_labels or {}, say)
    agenda = _table(say, mark("Agenda"), _AGENDA, writer.agenda())
    others = (
        _table(say, mark("Session"), _SESSION, [writer.session()]),
        _table(say, mark("Groups"), _GROUPS, writer.groups()),
        _table(say, mark("Speakers"), _SPEAKERS, writer.speakers()),
    )
    return (agenda, *(table for table in others if table.rows))


def _table(
    wording: Wording, name: str, headings: Sequence[str], rows: Iterator[Sequence[str]] | list[list[str]]
) -> Table:
    columns = tuple(
        Column(wording(text), 3.0 if text in _WIDE else 1.0, numeric=text in _NUMBERS) for text in headings
    )
    return Table(columns, tuple(tuple(plain(cell) for cell in row) for row in rows), name=wording(name))


class _Writer:
    def __init__(
        self,
        plan: Plan,
        facts: SessionFacts,
        told: frozenset[str],
        segments: Mapping[str, str],
        roles: Mapping[str, str],
        wording: Wording,
    ) -> None:
        self._plan, self._told, self._segments, self._roles = plan, told, segments, roles
        self._facts, self._say = facts, wording

    def session(self) -> list[str]:
        plan, facts = self._plan, self._facts
        return [
            *(plan.session, plan.date, clock(plan.start), _number(plan.minutes), plan.zone),
            *("; ".join(plan.languages), plan.link, facts.title, facts.theme, facts.series),
            *(_listed(facts.hosts), _listed(facts.partners), self._rule(facts.attribution), plan.session_id),
        ]

    def agenda(self) -> Iterator[list[str]]:
        for number, item in enumerate(self._plan.items, start=1):
            yield [
                *(self._plan.session, str(number), item.group, self._segment(item), item.title),
                *(_number(item.minutes), clock(item.pinned_start)),
                self._names(one for one in item.appearances if one.role != _MODERATOR),
                self._names(one for one in item.appearances if one.role == _MODERATOR),
                *(item.cue, item.notes, item.link, self._rule(item.attribution)),
                *(item.segment_as_written, item.id),
            ]

    def groups(self) -> Iterator[list[str]]:
        for group in self._plan.groups:
            moderator = group.moderator if group.moderator_id in self._told else ""
            rapporteur = group.rapporteur if group.rapporteur_id in self._told else ""
            yield [
                *(self._plan.session, group.name, group.room, group.link, moderator, rapporteur),
                *(
                    group.moderator_id if moderator else "",
                    group.rapporteur_id if rapporteur else "",
                    group.id,
                ),
            ]

    def speakers(self) -> Iterator[list[str]]:
        for one in self._plan.appearances:
            if one.person_id not in self._told:
                continue
            yield [
                *(self._plan.session, one.name, one.office, one.organisation, one.city, one.country),
                *(
                    self._role(one),
                    _number(one.minutes),
                    one.language,
                    self._status(one),
                    self._consent(one.consent),
                ),
                *(one.role_as_written, one.item_id, one.person_id, one.id),
            ]
        seen = {one.person_id for one in self._plan.appearances}
        for person_id, name, consent in _leads(self._plan.groups):
            if person_id not in seen and person_id in self._told:
                seen.add(person_id)
                nothing = [""] * 4
                yield [
                    *(self._plan.session, name, *nothing, *nothing, self._consent(consent)),
                    *("", "", person_id, ""),
                ]

    def _names(self, appearances: Iterator[AppearanceRow]) -> str:
        return _listed(one.person for one in appearances if one.person_id in self._told)

    def _segment(self, item: AgendaItemRow) -> str:
        return self._segments.get(item.segment, item.segment)

    def _role(self, one: AppearanceRow) -> str:
        return self._roles.get(one.role, one.role)

    def _status(self, one: AppearanceRow) -> str:
        known = one.status in set(AppearanceStatus)
        return self._say(APPEARANCE_STATUS_LABELS[AppearanceStatus(one.status)]) if known else one.status

    def _consent(self, code: str) -> str:
        return self._say(CONSENT_LABELS[Consent(code)]) if code in set(Consent) else code

    def _rule(self, code: str) -> str:
        return self._say(ATTRIBUTION_LABELS[Attribution(code)]) if code in set(Attribution) else code


def _listed(names: Iterable[str]) -> str:
    """Names in one cell, with what parts them taken out of each."""
    return "; ".join(" ".join(name.replace(";", ",").replace("|", "/").split()) for name in names)


def _leads(groups: Sequence[GroupRow]) -> Iterator[tuple[str, str, str]]:
    for group in groups:
        for lead in (
            (group.moderator_id, group.moderator, group.moderator_consent),
            (group.rapporteur_id, group.rapporteur, group.rapporteur_consent),
        ):
            if lead[0]:
                yield lead


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
