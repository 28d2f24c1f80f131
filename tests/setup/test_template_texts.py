"""The texts of the templates that ship are collected for those who translate."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import template_texts

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "resources" / "templates").rglob("*.json"))


def texts(data: object) -> list[str]:
    file = io.BytesIO(json.dumps(data).encode())
    return [message[2] for message in template_texts.extract(file, (), (), options={})]


def test_texts_for_people_are_found_however_deep_and_once_each() -> None:
    item = {"title": "Poll", "segment": "poll", "minutes": 5, "roles": ["moderator"], "cue": "Show it"}
    data = {
        "front": "band",
        "title": "Plan",
        "groups": [{"name": "Group {number}"}],
        "items": [item, item],
    }
    assert texts(data) == ["Plan", "Group {number}", "Poll", "Show it"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_what_ships_stands_in_the_catalogue(path: Path) -> None:
    catalogue = (ROOT / "resources" / "translations" / "facilitator.pot").read_text(encoding="utf-8")
    entries = catalogue.replace('"\n"', "")  # long texts are wrapped
    with path.open("rb") as file:
        found = [message[2] for message in template_texts.extract(file, (), (), options={})]
    assert found
    missing = [text for text in found if json.dumps(text, ensure_ascii=False)[1:-1] not in entries]
    assert not missing
