"""The line below a session's title."""

from facilitator.features.sessions.commands import set_field
from facilitator.features.sessions.facts import facts_line
from facilitator.features.sessions.queries import session_details
from facilitator.storage.store import Store


def line(store: Store, **values: object) -> str:
    for name, value in values.items():
        store.run(set_field("session-8", name, value))
    with store.read() as session:
        details = session_details(session, "session-8")
    assert details is not None
    return facts_line(details)


def test_the_end_is_what_the_clocks_show_also_when_they_change_on_the_way(store: Store) -> None:
    whole = {"date": "2026-03-28", "start": 23 * 60, "minutes": 240}
    assert "23:00–03:00 +1" in line(store, **whole)
    assert "23:00–04:00 +1 (Europe/Madrid)" in line(store, zone="Europe/Madrid")
