"""Two hours of a session played in the window from what was said in real ones, by keys only, killed at random."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from facilitator.reading.held import Held, read_held
from facilitator.storage.store import Store, open_library
from tests.flows.conftest import Start
from tests.flows.played import library
from tests.flows.played.events import Expected
from tests.flows.played.player import Player, kills
from tests.flows.played.script import write

pytestmark = pytest.mark.window

_KILLS = 10
_SEED = os.environ.get("PLAYED_SEED", "2020")
"""What the moments of the kills are drawn from: ``random`` for others than in every run."""
_ALL = bool(os.environ.get("PLAYED_ALL"))
"""Every note of the sample, in place of one in three: it takes three times as long."""
_COLUMNS = (
    "kind",
    "attribution",
    "starred",
    "to_verify",
    "language",
    "heard_from",
    "addressee",
    "responsible",
    "due",
    "figure",
    "unit",
    "source",
    "answer",
)


def kept_in(store: Store) -> dict[str, Expected]:
    """The notes of the session, by id, as the library has them."""
    tags: dict[str, set[str]] = {}
    for note_id, label in store.raw().execute(
        "SELECT note_id, label FROM note_term JOIN term ON term.id = term_id WHERE vocabulary = 'tag'"
    ):
        tags.setdefault(note_id, set()).add(label)
    rows = store.raw().execute(
        f"SELECT id, text, began_at, agenda_item_id, speaker_id, {', '.join(_COLUMNS)} FROM note"
        " WHERE session_id = ? ORDER BY began_at, position, id",
        (library.SESSION,),
    )
    return {
        note_id: Expected(
            text,
            began_at,
            item or "",
            speaker or "",
            {name: value for name, value in zip(_COLUMNS, values, strict=True) if value},
            frozenset(tags.get(note_id, ())),
        )
        for note_id, text, began_at, item, speaker, *values in rows
    }


def held(store: Store) -> Held:
    with store.read() as session:
        found = read_held(session, library.SESSION)
    assert found is not None
    return found


def test_a_session_of_two_hours_that_is_killed_ten_times_keeps_every_note(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "played.lle"
    script = write(library.make(path, 1 if _ALL else 3))
    seed = Random().randrange(10**6) if _SEED == "random" else int(_SEED)
    sys.stdout.write(f"PLAYED_SEED={seed}\n")  # shown when it is red
    chance = Random(seed)
    player = Player(path, lambda at: start(path, at=at), script, kills(script, _KILLS, chance), chance)
    player.play()

    store = open_library(path, read_only=True)
    kept = kept_in(store)
    assert list(kept.values()) == [note.expected for note in script.notes]
    assert kept == player.kept
    course = held(store)
    turns = course.turns(script.ended)
    store.close()
    assert {stretch.item_id: stretch.began for stretch in course.course.stretches} == script.starts
    assert len(course.course.stretches) == len(script.starts)
    assert course.course.ended == script.ended
    assert {
        person: sum(turn.spoken for turn in turns if turn.person_id == person)
        for person in {turn.person_id for turn in turns}
    } == script.spoken
    assert checked(path)["integrity"] == []


def checked(path: Path) -> object:
    """What the program's own check finds wrong with the file."""
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "check", str(path), "--json"], stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout)
