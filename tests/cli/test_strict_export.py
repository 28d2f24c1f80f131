"""What is open in a paper is told on standard error; with --strict nothing is written while something is."""

from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.cli.library import session_id
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import LearningSessionRecord, NoteRecord
from facilitator.storage.store import open_library


def export(library: Path, out: Path, *more: str, report: str = "briefing") -> int:
    return main(["export", str(library), report, "--session", "8", "--out", str(out), *more])


def test_what_is_open_is_told_once_each_the_weightiest_first_and_the_paper_is_written(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "note.md"
    assert export(sample, out, "--format", "md") == 0
    told = capsys.readouterr()
    lines = told.err.splitlines()
    assert lines[0] == "▲ A data point is to be verified, and is marked so in print."
    assert lines[1].startswith("○ Nothing was noted for the part")
    assert "Wrote" in lines[-1]
    assert told.out == ""
    assert out.exists()


def test_strict_refuses_with_status_3_before_anything_is_written(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "note.pdf"
    out.write_bytes(b"old")
    assert export(sample, out, "--strict") == 3
    told = capsys.readouterr().err.splitlines()
    assert told[-1].startswith("The paper is not ready. 1 thing is open in this paper. Nothing was written.")
    assert out.read_bytes() == b"old"


def test_strict_writes_a_paper_in_which_nothing_is_open(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "run-sheet.pdf"
    assert export(sample, out, "--strict", report="run-sheet") == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_strict_refuses_characters_that_only_show_when_the_paper_is_made(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_library(sample)
    with store.read() as session:
        wanted = session_id(session, "8")
    store.run(SetFields(LearningSessionRecord, wanted, {"title": "\U00012000 pays"}, "Edit"))
    store.close()
    out = tmp_path / "agenda.pdf"
    assert export(sample, out, report="run-sheet") == 0
    assert "No font has" in capsys.readouterr().err
    out.unlink()
    assert export(sample, out, "--strict", report="run-sheet") == 3
    assert "No font has" in capsys.readouterr().err
    assert not out.exists()


def test_withheld_words_stay_out_of_a_paper_that_is_written_all_the_same(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_library(sample)
    with store.read() as session:
        wanted = session_id(session, "8")
    values = {"id": "held", "session_id": wanted, "kind": "quote", "text": "Nobody cleared this."}
    store.run(AddRow(NoteRecord, values, "Add"))
    store.close()
    out = tmp_path / "note.md"
    assert export(sample, out, "--format", "md") == 0
    assert "▲ A quote is withheld until it is cleared." in capsys.readouterr().err
    assert "Nobody cleared this" not in out.read_text(encoding="utf-8")
