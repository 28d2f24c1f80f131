"""The papers of a series in one document, on the command line."""

from pathlib import Path

import pypdfium2
import pytest

from facilitator.__main__ import main

TITLE = "Live Learning Experience: Beyond the immediate response to the outbreak of COVID-19"


def export(library: Path, out: Path, *options: str) -> int:
    return main(["export", str(library), "series", *options, "--out", str(out)])


def test_a_series_is_named_by_its_title_or_by_one_of_its_sessions(sample: Path, tmp_path: Path) -> None:
    by_title, by_session = tmp_path / "title.md", tmp_path / "session.md"
    assert export(sample, by_title, "--series", TITLE.upper(), "--format", "md") == 0
    assert export(sample, by_session, "--session", "8", "--format", "md") == 0
    assert by_title.read_text(encoding="utf-8") == by_session.read_text(encoding="utf-8")
    text = by_title.read_text(encoding="utf-8")
    assert text.index("## 1 · ") < text.index("## 4 · ") < text.index("## 8 · ")
    assert "CAL-7" not in text


def test_who_is_left_out_is_told_in_one_line_of_the_paper_and_of_the_messages(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    out = tmp_path / "flash.pdf"
    assert export(sample, out, "--series", TITLE, "--flash", "--with-data") == 0
    (told,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("▲ Without a paper")]
    assert "15 · The peace agenda" in told
    with pypdfium2.PdfDocument(out) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert pdf.count_attachments() == 8
    assert "Without a flash note, and so not in this document: 15 · The peace agenda" in " ".join(
        text.split()
    )
    again = tmp_path / "again.pdf"
    assert export(sample, again, "--series", TITLE, "--flash", "--with-data") == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("report", "options", "why"),
    [
        ("series", [], "Name it with --series"),
        ("series", ["--series", "Nothing of the kind"], "Known are: #CitiesAreListening Experience; Live"),
        ("briefing", ["--session", "8", "--flash"], "Only “series” binds"),
        ("agenda", ["--session", "8", "--series", TITLE], "Only “series” binds"),
        ("series", ["--session", "8", "--format", "csv"], "pdf, docx, html, md"),
        ("series", ["--session", "8", "--format", "md", "--with-data"], "Only the PDF"),
    ],
)
def test_what_cant_be_bound_is_refused_in_one_message(
    sample: Path,
    tmp_path: Path,
    report: str,
    options: list[str],
    why: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "paper.pdf"
    assert main(["export", str(sample), report, *options, "--out", str(out)]) == 3
    told = capsys.readouterr().err
    assert why in told
    assert len(told.strip().splitlines()) == 1
    assert not out.exists()
