"""Pictures, tables, lengths and disks that are worse than anyone means them: one clear message, and nothing lost."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from facilitator import assets
from facilitator.domain.errors import Cancelled, Refused
from facilitator.domain.prose.style import Style
from facilitator.features.briefing import queries
from facilitator.features.briefing.commands import StartBriefing, WriteSection
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.stage import BriefingStage
from facilitator.publishing import export
from facilitator.publishing.document import Cover, Document, Paragraph, plain
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.pdf import render
from facilitator.publishing.pdf.text import typefaces
from tests.features.briefing.briefing_plan import Plan

FORMATS = ("pdf", "docx", "html", "md")


def bomb(path: Path, side: int) -> Path:
    """A PNG of some hundred bytes that says it has ``side`` pixels squared."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b""))
    return path


def written(full: Plan, *paragraphs: Written) -> ClearedDocument:
    """The briefing with these paragraphs in one of its parts."""
    with full.store.read() as session:
        found = queries.read_briefing(session, full.ids["session"])
    section = found.section("lessons") if found else None
    assert section is not None
    full.store.run(WriteSection(section.id, paragraphs))
    with full.store.read() as session:
        return queries.build(session, full.ids["session"], "briefing")


@pytest.fixture
def drafted(full: Plan) -> Plan:
    full.store.run(StartBriefing(full.ids["session"]))
    return full


@pytest.mark.parametrize("kind", ["20,000 pixels", "broken", "no picture"])
def test_a_picture_that_is_none_is_refused_in_one_message_and_the_text_stays(
    composed: BriefingStage, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    path = tmp_path / "picture.png"
    if kind == "20,000 pixels":
        bomb(path, 20_000)
    else:
        path.write_bytes(b"\x89PNG\r\n\x1a\n broken" if kind == "broken" else b"<html>no picture</html>")
    composed.desk.go("lessons")
    before = composed.desk.briefing
    told: list[Refused] = []
    composed.desk.context.notices.refused.connect(told.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    composed.composing.editor.insertFromMimeData(mime)
    assert len(told) == 1
    assert "picture.png" in str(told[0])
    assert "Nothing was changed" in str(told[0])
    assert composed.desk.briefing == before


@pytest.mark.parametrize("format_", FORMATS)
def test_a_table_of_five_thousand_rows_is_written_whole(drafted: Plan, format_: str) -> None:
    rows = [
        "Number\tCity\tMeasure",
        *(f"{number}\tCity {number}\tRents were frozen" for number in range(5000)),
    ]
    document = written(drafted, Written("", Style.TABLE, "\n".join(rows)))
    data = export.render(document, format_).data
    if format_ == "pdf":
        with pypdfium2.PdfDocument(data) as opened:
            text = " ".join(page.get_textpage().get_text_bounded() for page in opened)
        assert text.count("Rents were frozen") >= 5000
        assert "City 4999" in text
    elif format_ != "docx":
        assert data.decode().count("City 4999") == 1
    else:
        assert len(data) > 20_000


def test_two_hundred_pages_have_contents_with_the_right_pages(drafted: Plan) -> None:
    many = [Written("", Style.SUBHEADING, f"Chapter {number}") for number in range(280)]
    words = "The city keeps its markets open and its people paid. " * 55
    paragraphs = [one for heading in many for one in (heading, Written("", Style.BODY, words))]
    data = export.render(written(drafted, *paragraphs), "pdf").data
    with pypdfium2.PdfDocument(data) as opened:
        assert len(opened) >= 200
        pages = [page.get_textpage().get_text_bounded() for page in opened]
    last = max(number for number, text in enumerate(pages, start=1) if "Chapter 279" in text)
    contents = " ".join(" ".join(pages[:12]).split())
    assert f"Chapter 279 {last}" in contents


def test_what_takes_long_is_told_and_can_be_stopped_half_way(drafted: Plan) -> None:
    words = "The city keeps its markets open and its people paid. " * 55
    document = written(drafted, *(Written("", Style.BODY, words) for _ in range(120)))
    seen: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        export.render(document, "pdf", progress=lambda *at: seen.append(at), cancelled=lambda: len(seen) > 3)
    assert seen
    assert all(0 <= done <= of for done, of in seen)


def test_a_font_that_can_not_be_read_is_one_message_and_no_half_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"no font at all")
    real = assets.path

    def path(*parts: str) -> Path:
        return damaged if parts[-1].startswith("NotoNaskhArabic") else real(*parts)

    monkeypatch.setattr(assets, "path", path)
    typefaces.typeface.cache_clear()
    try:
        paper = Document("Paper", "ar", Cover("", "", "ورقة"), (Paragraph(plain("المدينة تعمل")),))
        with pytest.raises(Refused) as refused:
            render(paper)
    finally:
        typefaces.typeface.cache_clear()
    assert "NotoNaskhArabic" in str(refused.value)
    assert "Nothing was written" in str(refused.value)


def test_an_export_that_fails_leaves_the_old_file_and_says_so(
    composed: BriefingStage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"the paper of yesterday")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with qtbot.waitSignal(composed.desk.context.notices.refused, timeout=10_000) as told:
        composed.write(composed.document(), path)
    monkeypatch.undo()
    assert "paper.pdf" in str(told.args[0])
    assert path.read_bytes() == b"the paper of yesterday"
    assert [one.name for one in tmp_path.iterdir() if "paper" in one.name] == ["paper.pdf"]
