"""A PDF carries what it shows as data: the same words, and nothing that the gate holds back."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

import pikepdf
import pytest

from facilitator.features.briefing.commands import StartBriefing
from facilitator.features.briefing.queries import build
from facilitator.publishing.export import render
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture(autouse=True)
def _at_one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")


def made(plan: Plan, template: str = "briefing", language: str = "", *, with_data: bool = True) -> bytes:
    with plan.store.read() as session:
        document = build(session, plan.ids["session"], template, language, with_data=with_data)
    return render(document, "pdf").data


def carried(data: bytes) -> dict[str, Any]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (file,) = pdf.attachments.values()
        found: dict[str, Any] = json.loads(file.get_file().read_bytes().decode("utf-8"))
    return found


def notes_by_text(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {note["text"]: note for note in data["notes"]}


def test_the_data_tells_what_the_paper_shows(full: Plan) -> None:
    data = carried(made(full))
    session = data["session"]
    assert (session["label"], session["date"], session["start"]) == ("8", "2020-04-23", "15:00")
    assert session["id"] == full.ids["session"]
    assert session["hosts"] == ["UCLG", "Metropolis", "UN-Habitat"]
    assert [line["title"] for line in data["agenda"]] == ["Opening", "City round"]
    assert "Rosa Quispe" in [person["name"] for person in data["speakers"]]
    assert [(case["title"], case["place"]) for case in data["cases"]] == [("Solidarity basket", "Quito")]
    assert data["figures"]["speakers"] == 2
    note = notes_by_text(data)["Report on progress."]
    assert (note["kind"], note["responsible"], note["due"]) == ("commitment", "Metropolis", "2020-06-30")


def test_each_paragraph_names_the_notes_behind_it_which_are_all_there(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    data = carried(made(full))
    known = {note["id"] for note in data["notes"]}
    evidence = [one for part in data["parts"] for row in part["paragraphs"] for one in row["evidence"]]
    assert full.ids["measure"] in evidence
    assert all(part["paragraphs"] for part in data["parts"])
    assert set(evidence) <= known


def test_what_is_withheld_is_not_in_the_data(full: Plan) -> None:
    told = json.dumps(carried(made(full)))
    for words in ("Not yet cleared", "Between us only", "Restart the recording", "Karl Brandt"):
        assert words not in told
    for name in ("pending", "secret", "logistics", "banker"):
        assert full.ids[name] not in told


def test_the_id_of_a_note_of_nobody_is_a_digest_as_ids_tell_the_minute(full: Plan) -> None:
    rule = SetFields(NoteRecord, full.ids["measure"], {"attribution": "chatham_house"}, "rule")
    full.store.run(rule)
    data = carried(made(full))
    note = notes_by_text(data)["Rents were frozen."]
    assert note["id"] == hashlib.sha256(full.ids["measure"].encode()).hexdigest()[:32]
    assert note["attribution"] == []
    assert full.ids["measure"] not in json.dumps(data)


def test_a_name_over_two_lines_is_found_in_each_value(full: Plan) -> None:
    full.store.run(SetFields(PersonRecord, full.ids["mayor"], {"consent": "off_the_record"}, "consent"))
    title = 'With Rosa\nQuispe of "Quito"'
    full.store.run(SetFields(LearningSessionRecord, full.ids["session"], {"title": title}, "title"))
    data = carried(made(full))
    assert "Quispe" not in json.dumps(data)
    assert "[name withheld]" in data["session"]["title"]
    with pikepdf.open(io.BytesIO(made(full))) as pdf:
        assert "quispe" not in " ".join(pdf.attachments)


def test_the_flash_note_carries_what_it_shows_alone(full: Plan) -> None:
    data = carried(made(full, "flash"))
    assert data["paper"] == "flash"
    assert [part["key"] for part in data["parts"]] == ["key_messages", "next_step"]
    assert not {"agenda", "speakers", "cases"} & set(data)
    assert {note["text"] for note in data["notes"]} == {"Finance the front line.", "Send the slides."}


@pytest.mark.parametrize("template", ["briefing", "flash"])
def test_the_same_date_gives_the_same_bytes_and_the_standard_that_allows_files(
    full: Plan, template: str
) -> None:
    first = made(full, template)
    assert first == made(full, template)
    for data, part in ((first, 3), (made(full, template, with_data=False), 2)):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            said = pdf.Root.Metadata.read_bytes().decode()
            assert f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A<" in said
            assert "<pdfuaid:part>1</pdfuaid:part>" in said
            assert len(pdf.attachments) == (part == 3)


def test_what_the_file_is_stands_in_the_language_of_the_paper(full: Plan) -> None:
    with pikepdf.open(io.BytesIO(made(full, language="fr"))) as pdf:
        (file,) = pdf.attachments.values()
        assert file.description.startswith("Ce que montre ce document")
        assert file.filename.endswith("-08-local-finance-briefing-data.json")
