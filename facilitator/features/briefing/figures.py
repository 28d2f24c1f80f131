"""The balance of voices of a session: by head and by minutes, of women and men and of sections."""

from __future__ import annotations

from collections import defaultdict

from facilitator.domain.vocabulary import GENDER_LABELS, SILENT_ROLES, Gender
from facilitator.features.briefing.cleared import NOT_STATED, Figures, Tally
from facilitator.features.briefing.snapshot import Snapshot
from facilitator.publishing.gate import Clearance


def figures_of(snapshot: Snapshot, clearance: Clearance) -> Figures:
    """Count everyone who speaks. The section of someone who may not be shown counts as not stated, since a single
    head in a section would tell where they come from."""
    minutes: dict[str, int] = defaultdict(int)
    roles: dict[str, set[str]] = defaultdict(set)
    for appearance in snapshot.appearances:
        roles[appearance.person_id].add(appearance.role_code)
        if appearance.role_code not in SILENT_ROLES:
            minutes[appearance.person_id] += appearance.minutes or 0
    present = [
        clearance.people[person.id]
        for person in snapshot.material.people
        if person.present and not roles.get(person.id, {""}) <= SILENT_ROLES
    ]
    genders: dict[str, list[int]] = {GENDER_LABELS[one]: [0, 0] for one in (Gender.WOMAN, Gender.MAN)}
    sections: dict[str, list[int]] = {}
    for person in present:
        for tally, label in (
            (genders, GENDER_LABELS[person.gender]),
            (sections, person.section or NOT_STATED),
        ):
            counted = tally.setdefault(label, [0, 0])
            counted[0] += 1
            counted[1] += minutes[person.id]
    return Figures(
        len(present),
        sum(not person.listed for person in present),
        _tallies(genders),
        _tallies(sections),
        sum(minutes[person.id] for person in present),
    )


def _tallies(counted: dict[str, list[int]]) -> tuple[Tally, ...]:
    """In the order given, what is not stated last."""
    ordered = sorted(counted, key=lambda label: label == NOT_STATED)
    return tuple(Tally(label, *counted[label]) for label in ordered if counted[label][0])
