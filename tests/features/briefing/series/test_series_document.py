"""All briefings of a series in one document: one contents, sessions told apart, each under its own consents."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pikepdf
import pypdfium2
import pytest

from facilitator.domain.errors import Cancelled, Refused
from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands import WriteSection, set_heading
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.queries import build, list_series, read_briefing, series_document
from facilitator.publishing.document import Contents, Heading, Run, headings_of, runs_of
from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage import records
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord, SeriesRecord
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture(autouse=True)
def _at_one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")


def bound(plan: Plan, language: str = "en", **options: Any) -> ClearedDocument:
    with plan.store.read() as session:
        make = series_document(session, plan.ids["session"], language, **options)
    return make(lambda _done, _of: None)


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def words(heading: Heading) -> str:
    return "".join(run.text for run in heading.runs)


def findings(document: ClearedDocument, code: str) -> list[str]:
    return [one.message for one in document.findings if one.code == code]


def test_sessions_follow_each_other_by_date_with_their_parts_below_them(series: Plan) -> None:
    document = bound(series).sealed
    tops = [words(one) for one in headings_of(document.blocks) if one.level == 1]
    assert tops[0] == "About the series"
    assert tops[1] == "8 · Beyond the immediate response: local finance"
    assert tops[2].startswith("9 · Housing with")
    assert len(tops) == 3
    parts = [words(one) for one in headings_of(document.blocks) if one.level == 2]
    assert parts.count("Key messages") == 2
    assert sum(isinstance(block, Contents) for block in document.blocks) == 1


def test_no_key_is_that_of_another_session_and_each_link_leads_within_its_own(series: Plan) -> None:
    document = bound(series).sealed
    keys = [one.key for one in headings_of(document.blocks)]
    assert len(keys) == len(set(keys))
    with series.store.read() as session:
        tree = read_briefing(session, series.ids["session"])
    assert tree
    own = next(one for one in tree.sections if one.key == "lessons")
    kept = (Written(row.id, row.style, row.text, row.spans) for row in own.paragraphs)
    link = TextSpan(0, 3, "a", "#key_messages")
    added = Written("", Style.BODY, "See the key messages.", (link,))
    series.store.run(WriteSection(own.id, (*kept, added)))
    document = bound(series).sealed
    targets = [
        run.target
        for block in document.blocks
        for runs in runs_of(block)
        for run in runs
        if isinstance(run, Run) and run.target
    ]
    assert targets == ["1-key_messages"]
    assert "1-key_messages" in [one.key for one in headings_of(document.blocks)]


def test_the_contents_tell_the_page_of_each_session_and_pages_are_counted_through(series: Plan) -> None:
    found = pages(render(bound(series), "pdf").data)
    count = len(found)
    assert all(f"Page {number} of {count}" in text for number, text in enumerate(found[1:], start=2))
    for title in ("8 · Beyond the immediate response: local finance", "9 · Housing with"):
        begins = next(number for number, text in enumerate(found, 1) if number > 2 and f"{title}" in text)
        line = next(text for text in found if "Contents" in text).partition(title)[2]
        numbers = [word for word in line.split() if word.isdigit()]
        assert int(numbers[0]) == begins


def test_the_head_of_each_page_names_the_session_that_it_belongs_to(series: Plan) -> None:
    found = pages(render(bound(series), "pdf").data)
    second = next(number for number, text in enumerate(found) if number > 1 and text.count("9 · Housing") > 1)
    first = next(number for number, text in enumerate(found) if number > 1 and text.count("8 · Beyond") > 1)
    assert first < second - 1
    assert all("8 · Beyond" in text for text in found[first:second])
    assert all("9 · Housing" in text and "8 · Beyond" not in text for text in found[second:])


def test_bookmarks_are_nested_by_session(series: Plan) -> None:
    with pikepdf.open(io.BytesIO(render(bound(series), "pdf").data)) as pdf, pdf.open_outline() as outline:
        tops = [one.title for one in outline.root]
        inner = [one.title for one in outline.root[2].children]
    assert [title[:3] for title in tops] == ["Abo", "8 ·", "9 ·"]
    assert {"Key messages", "Resources"} <= set(inner)


def test_what_one_session_must_not_tell_is_told_where_another_may_and_nowhere_else(series: Plan) -> None:
    document = bound(series)
    text = pages(render(document, "pdf").data)
    second = next(number for number, page in enumerate(text) if number > 1 and page.count("9 · Housing") > 1)
    assert any("Rosa Quispe" in page for page in text[2:second])
    assert not any("Quispe" in page for page in text[second:])
    assert not any("Quispe" in page for page in text[:2])
    assert any("Homes come first." in page for page in text[second:])


def test_the_series_itself_tells_nothing_that_any_of_its_sessions_must_not(series: Plan) -> None:
    texts = {"title": "Talks with Rosa Quispe", "about": "Rosa Quispe began it.", "contact": "Rosa Quispe"}
    series.store.run(SetFields(SeriesRecord, series.ids["series"], texts, "series"))
    document = bound(series).sealed
    own = (document.title, document.header, document.stem, document.cover.title, document.cover.contact)
    assert "quispe" not in " ".join(own).lower()
    about = [runs for block in document.blocks[:4] for runs in runs_of(block)]
    assert "Quispe" not in str(about)
    assert "[name withheld] began it." in str(about)


def test_hosts_stay_on_the_cover_where_a_session_that_they_do_not_host_hides_a_speakers_body(
    series: Plan,
) -> None:
    body = Plan(series.store)
    organisation = body.add(records.OrganisationRecord, "uclg", name="UCLG")
    guest = body.add(records.OrganisationRecord, name="Guest Hosts")
    hosting = {"session_id": series.ids["9"], "part": "host"}
    body.add(records.SessionOrganisationRecord, **hosting, organisation_id=guest)
    body.keep()
    series.store.run(SetFields(PersonRecord, series.ids["mayor"], {"organisation_id": organisation}, "body"))
    assert bound(series).sealed.cover.hosts == "UCLG, Metropolis, UN-Habitat"


def test_a_session_without_a_briefing_is_told_of_in_one_line(series: Plan) -> None:
    document = bound(series)
    (told,) = findings(document, "session_left_out")
    assert "10 · Culture" in told
    (drafted,) = findings(document, "session_not_composed")
    assert "(9)" in drafted
    text = " ".join(pages(render(document, "pdf").data))
    assert "Without a briefing, and so not in this document: 10 · Culture (14 May 2020)." in text
    assert text.count("Culture") == 1


def test_a_finding_begins_with_its_session(series: Plan) -> None:
    series.store.run(SetFields(NoteRecord, series.ids["measure"], {"attribution": "pending"}, "pending"))
    assert any(told.startswith("8: ") for told in findings(bound(series), "note_pending"))


def test_a_series_of_which_nothing_was_noted_is_refused(series: Plan) -> None:
    series.store.run(DeleteRows(LearningSessionRecord, [series.ids["session"], series.ids["9"]], "delete"))
    with series.store.read() as session, pytest.raises(Refused, match="notes to make one"):
        series_document(session, series.ids["10"])


def test_a_session_of_no_series_is_refused(series: Plan) -> None:
    series.store.run(SetFields(LearningSessionRecord, series.ids["10"], {"series_id": None}, "alone"))
    with series.store.read() as session, pytest.raises(Refused, match="belongs to no series"):
        series_document(session, series.ids["10"])


def test_a_chapter_says_what_the_paper_alone_says(series: Plan) -> None:
    with series.store.read() as session:
        (one_series,) = list_series(session)
        tree = read_briefing(session, series.ids["session"])
        assert tree
    series.store.run(set_heading(tree.sections[7].id, "What to keep in mind"))
    with series.store.read() as session:
        alone = build(session, series.ids["session"], "briefing", "en").sealed
    assert one_series[0] == series.ids["series"]
    whole = bound(series, series_id=one_series[0]).sealed
    texts = [str(runs) for block in whole.blocks for runs in runs_of(block)]
    for block in alone.blocks:
        for runs in runs_of(block):
            assert str(runs) in texts


def test_flash_notes_are_bound_with_their_data_each_under_a_name_of_its_own(series: Plan) -> None:
    series.store.run(SetFields(LearningSessionRecord, series.ids["9"], {"label": "8", "title": ""}, "same"))
    theme = {"theme": "Local finance"}
    series.store.run(SetFields(LearningSessionRecord, series.ids["9"], theme, "same"))
    data = render(bound(series, flash=True, with_data=True), "pdf").data
    assert data == render(bound(series, flash=True, with_data=True), "pdf").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = sorted(file.filename for file in pdf.attachments.values())
        assert names == ["lle-08-local-finance-flash-data-2.json", "lle-08-local-finance-flash-data.json"]
        assert "<pdfaid:part>3</pdfaid:part>" in pdf.Root.Metadata.read_bytes().decode()
    assert "Flash notes of the series" in pages(data)[0]


@pytest.mark.parametrize("format_", ["html", "docx", "md"])
def test_the_other_formats_hold_the_same_sessions(series: Plan, format_: str) -> None:
    data = render(bound(series), format_).data
    if format_ != "docx":
        text = data.decode("utf-8")
        assert text.count("Homes come first.") == 1
        assert text.index("8 · Beyond") < text.index("Homes come first.")
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert b"Homes come first." in archive.read("word/document.xml")


def test_whoever_cancels_stops_it_between_two_sessions(series: Plan) -> None:
    with series.store.read() as session:
        make = series_document(session, series.ids["session"], "en")
    seen = []

    def heed(done: int, of: int) -> None:
        seen.append((done, of))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(heed)
    assert seen == [(0, 4), (1, 4)]
    seen.clear()
    make(lambda done, of: seen.append((done, of)))
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4)]
