"""The words for what was read of a session."""

from facilitator.publishing.document import plain
from facilitator.publishing.wording import Wording
from facilitator.reading.facts import SessionFacts
from facilitator.reading.wording import facts_of


def test_a_session_over_a_change_of_the_clocks_ends_when_the_clocks_on_the_wall_say() -> None:
    night = SessionFacts("s", date="2026-03-28", start=23 * 60, zone="Europe/Madrid", minutes=240)
    assert ("Time", plain("23:00–04:00 (Europe/Madrid)")) in facts_of(night, Wording("en"))
    plainly = SessionFacts("s", date="2026-03-21", start=23 * 60, zone="Europe/Madrid", minutes=240)
    assert ("Time", plain("23:00–03:00 (Europe/Madrid)")) in facts_of(plainly, Wording("en"))
