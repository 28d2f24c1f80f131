"""The command line lists what happened, as papers need it."""

from __future__ import annotations

import json

import pytest

from facilitator.cli import main
from facilitator.features.clock import commands
from facilitator.storage.store import Store
from tests.domain.running.plans import at
from tests.features.clock.commands.conftest import Steered, plan_session


@pytest.fixture
def steered(store: Store) -> Steered:
    """The session, planned and not begun."""
    plan_session(store)
    return Steered(store)


def listed(steered: Steered, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    """The rows that the command prints as JSON."""
    capsys.readouterr()
    assert main(["list", str(steered.store.path), "course", "--json", *more]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def test_items_and_speakers_are_listed_with_planned_and_actual_times(
    steered: Steered, capsys: pytest.CaptureFixture[str]
) -> None:
    steered.do(commands.start, at("15:01"))
    steered.do(commands.pause, at("15:02"))
    steered.do(commands.resume, at("15:04"))
    steered.do(commands.jump, at("15:10:30"), "closing")
    steered.do(commands.end, at("15:20"))
    rows = {row["title"]: row for row in listed(steered, capsys, "--session", "8")}

    assert rows["Opening"] | {"id": ""} == {
        "what": "item",
        "id": "",
        "session": "8",
        "session_id": "session-8",
        "group": "",
        "title": "Opening",
        "planned_start": "2020-04-09T13:00:00Z",
        "planned_end": "2020-04-09T13:10:00Z",
        "planned_minutes": 10.0,
        "actual_start": "2020-04-09T13:01:00Z",
        "actual_end": "2020-04-09T13:10:30Z",
        "seconds": 450,
        "minutes": 7.5,
        "state": "done",
    }
    assert (rows["Break"]["state"], rows["Break"]["actual_start"]) == ("passed", "")
    assert (rows["Ada Example"]["what"], rows["Ada Example"]["minutes"]) == ("speaker", 7.5)


def test_sessions_that_were_not_held_are_left_out(
    steered: Steered, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(steered, capsys) == []
