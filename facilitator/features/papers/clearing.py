"""Take a snapshot through the gate: what comes out may be printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.domain.consent import Attribution, Disclosure, rule_of
from facilitator.domain.text import folded
from facilitator.domain.times import DAY
from facilitator.domain.vocabulary import SILENT_ROLES, AppearanceStatus
from facilitator.features.papers.cleared import Appearing, Attendee, Paper, PaperGroup, PaperItem
from facilitator.features.papers.snapshot import Snapshot
from facilitator.publishing.gate import Clearance, ClearedPerson, Finding, Severity, clear
from facilitator.publishing.gate.subjects import Audience
from facilitator.reading.branding import on_lost_logos
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow
from facilitator.reading.zones import PersonZone, person_zone
from facilitator.translation import tr

_MODERATOR, _RAPPORTEUR = "moderator", "rapporteur"


def clear_paper(snapshot: Snapshot, given_to: str = "") -> Paper:
    """Clear the plan and all who take part in it. ``given_to`` is the id of the person whose own paper it is, whom it
    may name to themselves."""
    material = dataclasses.replace(snapshot.material, given_to=frozenset({given_to} if given_to else ()))
    clearance = clear(material)
    clearing = _Clearing(dataclasses.replace(snapshot, material=material), clearance)
    items = tuple(clearing.items())
    attendees = tuple(clearing.attendees(items))
    own = clearance.people.get(given_to)
    plan = snapshot.plan
    return Paper(
        material.language,
        material.audience,
        snapshot.session,
        plan.day,
        plan.zones if plan.day.is_known else (),
        items,
        tuple(map(clearing.group, plan.groups)),
        tuple(one for one in attendees if one.person.listed),
        clearing.appearing(plan.taking_part, None, None)[0],
        sum(not one.person.listed for one in attendees),
        plan.summary,
        clearance.protection,
        tuple(
            dataclasses.replace(finding, session_id=plan.session_id)
            for finding in clearing.findings(attendees)
        ),
        snapshot.logos,
        own,
        clearing.zone_of(given_to) if own else None,
        frozenset(one.id for one in clearance.people.values() if one.level is Disclosure.OFF_THE_RECORD),
    )


@dataclass(frozen=True)
class _Clearing:
    snapshot: Snapshot
    clearance: Clearance

    @property
    def _for_the_team(self) -> bool:
        return self.snapshot.material.audience is Audience.TEAM

    def items(self) -> Iterator[PaperItem]:
        """The items; what is for the team alone is empty where the paper is not theirs."""
        day = 0
        for row in self.snapshot.plan.items:
            day = day if row.start is None else row.start // DAY
            yield self._item(row, day)

    def _item(self, row: AgendaItemRow, day: int) -> PaperItem:
        who, unlisted = self.appearing(row.appearances, row.begins, row.ends)
        if self._is_nameless(row):
            named = tuple(one for one in who if one.person.id in self.snapshot.material.given_to)
            who, unlisted = named, unlisted + len(who) - len(named)
        return PaperItem(
            row.id,
            day,
            row.group_id,
            self.snapshot.segments.get(row.segment, row.segment) or row.segment_as_written,
            row.segment,
            row.title,
            row.start,
            row.end,
            row.begins,
            row.ends,
            row.minutes,
            row.length,
            row.pinned_start is not None,
            row.gap,
            row.overlap,
            row.late,
            row.night,
            row.cue if self._for_the_team else "",
            row.notes if self._for_the_team else "",
            row.link,
            who,
            unlisted,
        )

    def _is_nameless(self, row: AgendaItemRow) -> bool:
        """Whether the item's own rule lets nobody outside the team know who spoke in it."""
        return not self._for_the_team and rule_of(row.attribution) is not Attribution.NAMED

    def appearing(
        self, rows: Iterable[AppearanceRow], begins: int | None, ends: int | None
    ) -> tuple[tuple[Appearing, ...], int]:
        """Those who may be shown of those on an item, and how many may not."""
        coming = [row for row in rows if self._for_the_team or row.status != AppearanceStatus.DECLINED]
        turns = [row.id for row in coming if row.status != AppearanceStatus.DECLINED]
        found, unlisted, now = [], 0, begins
        for row in coming:
            person = self.clearance.people[row.person_id]
            declined = row.status == AppearanceStatus.DECLINED
            turn = 0 if declined else turns.index(row.id) + 1
            begun = now if now is None or ends is None or now < ends else None
            if person.listed:
                language = self.snapshot.languages.get(row.language, row.language)
                role = self._role(row)
                status = row.status if self._for_the_team else ""
                found.append(Appearing(person, role, row.minutes, language, status, turn, len(turns), begun))
            elif not declined:
                unlisted += 1
            if now is not None and not declined:
                now = None if row.minutes is None else now + row.minutes
        return tuple(found), unlisted

    def group(self, row: GroupRow) -> PaperGroup:
        """A group with those of its leads who may be shown."""
        return PaperGroup(
            row.id, row.name, row.room, row.link, self._lead(row.moderator_id), self._lead(row.rapporteur_id)
        )

    def attendees(self, items: Iterable[PaperItem]) -> Iterator[Attendee]:
        """All who take part, shown or not, by the names that they are sorted by."""
        order = [item.id for item in items]
        codes: dict[str, dict[str, str]] = {}
        places: dict[str, list[str]] = {}
        nameless = {row.id for row in self.snapshot.plan.items if self._is_nameless(row)}
        for row in self.snapshot.plan.appearances:
            if row.status != AppearanceStatus.DECLINED:
                codes.setdefault(row.person_id, {})[row.role] = self._role(row)
                if row.item_id not in nameless or row.person_id in self.snapshot.material.given_to:
                    places.setdefault(row.person_id, []).append(row.item_id)
        for group in self.snapshot.plan.groups:
            for person_id, code in ((group.moderator_id, _MODERATOR), (group.rapporteur_id, _RAPPORTEUR)):
                if person_id:
                    codes.setdefault(person_id, {})[code] = self.snapshot.roles.get(code, code)
        people = self.snapshot.material.people
        for subject in sorted(people, key=lambda one: folded(one.sort_name or one.name or one.office_title)):
            if subject.id in codes:
                person, roles = self.clearance.people[subject.id], codes[subject.id]
                told = self._for_the_team and person.listed
                yield Attendee(
                    person,
                    tuple(filter(None, roles.values())),
                    frozenset(roles),
                    tuple(one for one in order if one in places.get(subject.id, ())),
                    roles.keys() <= SILENT_ROLES,
                    subject.email if told else "",
                    subject.phone if told else "",
                )

    def zone_of(self, person_id: str) -> PersonZone:
        """The zone a person lives by, and what it is known from."""
        rows = [row for row in self.snapshot.plan.appearances if row.person_id == person_id]
        if rows:
            return person_zone(rows[0].zone, rows[0].city, rows[0].country)
        person = self.clearance.people[person_id]
        return person_zone("", person.place, person.country)

    def findings(self, attendees: Iterable[Attendee]) -> Iterator[Finding]:
        """What bears on these papers: a note is not in them, and in a working paper consent holds nobody back."""
        held = {one.person.id for one in attendees if not one.person.listed}
        if not self._for_the_team:
            yield from (one for one in self.clearance.findings if one.table == "person")
        for person_id in sorted(held):
            message = tr("A person who takes part is left out, as consent or the rule of the session wants.")
            yield Finding("person_left_out", Severity.INFO, message, "person", person_id)
        yield from on_lost_logos(self.snapshot.lost_logos)

    def _role(self, row: AppearanceRow) -> str:
        roles: Mapping[str, str] = self.snapshot.roles
        return roles.get(row.role, row.role) or row.role_as_written

    def _lead(self, person_id: str) -> ClearedPerson | None:
        person = self.clearance.people.get(person_id)
        return person if person is not None and person.listed else None
