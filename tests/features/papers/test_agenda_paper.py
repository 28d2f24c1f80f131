"""The agenda for participants: times in several zones, speakers as far as they agreed, nothing of the team's."""

import csv
import io

import openpyxl

from facilitator.storage.edits import SetFields
from facilitator.storage.records import AttachmentRecord, LearningSessionRecord
from tests.features.papers.conftest import Papers
from tests.features.papers.test_run_sheet import line_with

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_each_item_has_its_times_in_the_sessions_zone_and_its_further_ones(papers: Papers) -> None:
    text = papers.markdown("agenda")
    assert "| Time | Guayaquil, UTC−5 | Tokyo, UTC+9 | What and who |" in text
    assert "| **15:15–15:40** | 08:15 | 22:15 | **City round**" in text
    assert "08:00–10:00 (Guayaquil, UTC−5)" in text
    assert "23 April, 22:00\u00a0– 24 April, 00:00 (Tokyo, UTC+9)" in text


def test_speakers_stand_there_as_far_as_they_agreed(papers: Papers) -> None:
    text = papers.markdown("agenda")
    assert "Rosa Quispe, Mayor, Quito (City or region speaker)" in text
    assert "Head of Funds, Development Fund (Partner)" in text
    for name in ("Brandt", "Secretov", "Envoy", "Dora"):
        assert name not in text
    assert "1 further person takes part and is not listed" in text


def test_it_tells_how_to_join_and_keeps_the_teams_own(papers: Papers) -> None:
    text = papers.markdown("agenda")
    assert "https://meet.example.org/8" in line_with(text, "How to join")
    for told in ("What will it cost?", "To see what pays", "Concept", "English, French", "Spanish"):
        assert told in text
    for kept in ("Slide 1", "Mind the time", "Slides", "not for publication", "mina@example.org"):
        assert kept not in text


def test_as_a_table_it_has_a_row_for_each_item(papers: Papers) -> None:
    rows = list(csv.DictReader(io.StringIO(papers.rendering("agenda", "csv").data.decode("utf-8-sig"))))
    assert [row["Title"] for row in rows] == [
        "Opening", "City round", "Groups", "On taxes", "On loans", "Wrap-up"
    ]  # fmt: skip
    assert (rows[1]["Start"], rows[1]["End"], rows[1]["Tokyo, UTC+9"]) == ("15:15", "15:40", "22:15")
    assert rows[3]["Group"] == "Group A"
    sheet = openpyxl.load_workbook(io.BytesIO(papers.rendering("agenda", "xlsx").data)).worksheets[0]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("City round" in row for row in shown)


def test_a_logo_of_the_series_is_on_it_and_a_lost_one_is_told(papers: Papers) -> None:
    from facilitator.storage.contents import AddAttachment, Owner

    series = papers.plan.ids["series"]
    logo = AddAttachment(Owner(series_id=series), "logo.png", "image/png", PIXEL, "Logo of the series")
    papers.store.run(logo)
    document = papers.document("agenda")
    assert [logo.data for logo in document.sealed.cover.logos] == [PIXEL]
    assert papers.rendering("agenda", "pdf").pages >= 1
    papers.store.run(SetFields(AttachmentRecord, logo.row_id, {"sha256": "0" * 64}, "Lose"))
    document = papers.document("agenda")
    assert document.sealed.cover.logos == ()
    assert "1 logo of the series can’t be read." in [finding.message for finding in document.findings]


def test_under_the_chatham_house_rule_it_names_nobody(papers: Papers) -> None:
    rule = {"attribution": "chatham_house"}
    papers.store.run(SetFields(LearningSessionRecord, papers.plan.ids["session"], rule, "Rule"))
    text = papers.markdown("agenda")
    for name in ("Quispe", "Okoro", "Quito", "Head of Funds"):
        assert name not in text
    assert "further people take part and are not listed" in text
