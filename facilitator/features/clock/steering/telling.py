"""What a screen reader says of the clock without being asked: what began, the phases, and that it runs late."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.features.clock.steering.face import UNDER_WAY, Face, State
from facilitator.features.clock.steering.wording import late_words, roughly, spoken_phase, title_words
from facilitator.translation import tr


def news(before: Face | None, face: Face, zone: str, now: int) -> Iterator[str]:
    """Sentences on what is different from a moment ago. Of what was not followed then there are none."""
    if before is None:
        return
    if before.track != face.track:
        yield tr("Following {track}").format(track=face.track_name)
    if face.state is State.ENDED and before.state in UNDER_WAY:
        yield title_words(face)
    elif face.state in UNDER_WAY and (before.item_id, before.track) != (face.item_id, face.track):
        yield tr("Now: {item}").format(item=title_words(face))
    elif face.state is not before.state and State.PAUSED in (face.state, before.state):
        yield tr("Paused") if face.state is State.PAUSED else tr("Going on")
    elif face.item.phase is not before.item.phase and (words := spoken_phase(face)):
        yield words
    if face.is_late and not before.is_late:
        yield late_words(face, zone, now)


def clock_set_words(ahead: int) -> str:
    """What is said when somebody set the computer's clock, which is now so many milliseconds ahead (negative: behind)
    of the session's time; 0: they agree again."""
    if not ahead:
        return tr("The computer's clock agrees with the time of the session again.")
    text = (
        tr("The computer's clock was set {length} ahead. The time of the session goes on unchanged.")
        if ahead > 0
        else tr("The computer's clock was set back by {length}. The time of the session goes on unchanged.")
    )
    return text.format(length=roughly(ahead))
