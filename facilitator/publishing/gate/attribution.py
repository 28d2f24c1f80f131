"""Who a note is attributed to in print, as far as the gate allows."""

from __future__ import annotations

from facilitator.domain.consent import Disclosure
from facilitator.publishing.gate.folding import letters_of
from facilitator.publishing.gate.subjects import NoteSubject, PersonSubject


def attribution_of(note: NoteSubject, speaker: PersonSubject | None, level: Disclosure) -> tuple[str, ...]:
    """The parts of the line, such as name, office and place: by role without the name; nothing when stricter.

    A body or group without a known person ("Participants") is told only where the note may be attributed by name,
    for what stands in its place may be the name of someone whom the library does not know.
    """
    if level >= Disclosure.CHATHAM_HOUSE:
        return ()
    if speaker is None:
        return (note.voice,) if level is Disclosure.NAMED and note.voice else ()
    office = speaker.office_title or speaker.office or speaker.role
    place = (speaker.place.name if speaker.place else "") or (note.place.name if note.place else "")
    if level is Disclosure.NAMED:
        body = speaker.organisation.name if speaker.organisation else ""
        return _without_echo((speaker.name, office, place or body))
    # A body stands for the place of those who act for one.
    body = speaker.organisation.name if speaker.organisation else ""
    return _without_echo((office, place or body or speaker.section))


def _without_echo(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that are not said already by one before them ("Mayor of Utrecht, Utrecht")."""
    kept: list[str] = []
    for part in parts:
        if part and letters_of(part) not in letters_of(" ".join(kept)):
            kept.append(part)
    return tuple(kept)
