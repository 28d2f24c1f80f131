"""A plan as large as they come: three days, four groups, sixty items."""

from __future__ import annotations

from facilitator.features.agenda import commands
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store

SESSION = "three-days"
GROUPS = ("Housing", "Finance", "Mobility", "Culture")
DAYS = 3
ITEMS = 60
_DAY = 24 * 60
_MORNING = 9 * 60
_LUNCH = 13 * 60

_BEFORE = (("Welcome", "welcome", 15), ("Opening", "opening", 30), ("City round", "city_round", 40))
_BEHIND = (("Partners", "partners", 25), ("Discussion", "discussion", 45), ("Leadership", "leadership", 20))


def make_three_days(store: Store, zone: str = "Europe/Madrid") -> dict[str, str]:
    """Add the session, from Friday 5 June 2026, 9:00 on; the ids of its items by title, such as "Opening 1" on the
    first day. Fixed are the beginning of each day and the afternoon; the groups meet once a day, of which the first
    needs as long as all have."""
    values = {"id": SESSION, "label": "3D", "title": "Three days", "date": "2026-06-05", "start": _MORNING}
    store.run(AddRow(LearningSessionRecord, {**values, "zone": zone, "minutes": 2 * _DAY + 9 * 60}, "Add"))
    groups = {}
    for name in GROUPS:
        group = commands.AddGroup(SESSION, name)
        store.run(group)
        groups[name] = group.id
    found: dict[str, str] = {}

    def add(title: str, segment: str, minutes: int, **more: str | int) -> str:
        command = commands.AddItem(SESSION, title, segment, minutes, **more)  # type: ignore[arg-type]
        store.run(command)
        found[title] = command.id
        return command.id

    for day in range(DAYS):
        for number, (title, segment, minutes) in enumerate(_BEFORE):
            fixed = {"pinned_start": day * _DAY + _MORNING} if number == 0 else {}
            add(f"{title} {day + 1}", segment, minutes, **fixed)
        holder = add(f"Groups {day + 1}", "breakout", 60)
        for name, group_id in groups.items():
            before = ""
            for talk in "abc":
                before = add(
                    f"{name} {day + 1}{talk}",
                    "city_round",
                    20,
                    group_id=group_id,
                    holder=holder,
                    after=before,
                )
        add(f"Lunch {day + 1}", "break", 60, pinned_start=day * _DAY + _LUNCH)
        for title, segment, minutes in _BEHIND:
            add(f"{title} {day + 1}", segment, minutes)
    assert len(found) == ITEMS
    return found
