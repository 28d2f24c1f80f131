"""The command line does what the screen does, tells scripts how it went, and keeps results and words apart."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from facilitator import cli
from facilitator.__main__ import main

SPEAKERS = """Session No.,Name,Office/title,City,Consent
1,Zoë Quux,Mayor,Testville,named
1,Ann Other,Mayor,Elsewhere,
"""
NOTES = """Session No.,Kind,Text,Speaker,Attribution
1,lesson,Reserves buy time.,Zoë Quux,
1,lesson,Secret plans.,Zoë Quux,off the record
"""
SESSIONS = "No.,Date,Title\n1,2020-04-23,Local finance\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "my.lle"
    assert main(["new", str(path)]) == 0
    return path


@pytest.fixture
def tables(tmp_path: Path) -> list[str]:
    texts = {"speakers.csv": SPEAKERS, "notes.csv": NOTES, "sessions.csv": SESSIONS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def result(capsys: pytest.CaptureFixture[str]) -> object:
    return json.loads(capsys.readouterr().out)


def test_the_chain_from_tables_to_a_printed_briefing(
    library: Path, tables: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(library), *tables]) == 0
    target = tmp_path / "out.pdf"
    assert main(["export", str(library), "briefing", "--session", "1", "--out", str(target)]) == 0
    with pypdfium2.PdfDocument(target) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Reserves buy time." in text
    assert "Zoë Quux" in text
    assert "Ann Other" not in text
    assert "Secret plans" not in text


def test_a_list_as_json_holds_the_documented_fields(
    library: Path, tables: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(library), *tables])
    capsys.readouterr()
    for what, fields in {
        "sessions": {"id", "label", "date", "start", "minutes", "zone", "hosts"},
        "people": {"id", "name", "consent", "sessions", "unlisted", "city"},
        "notes": {"id", "session", "kind", "text", "speaker", "attribution", "disclosure", "began_at"},
        "cases": set(),
        "agenda": set(),
    }.items():
        assert main(["list", str(library), what, "--session", "1", "--json"]) == 0
        rows = result(capsys)
        assert isinstance(rows, list)
        assert bool(rows) == bool(fields)
        assert all(fields <= set(row) for row in rows)


def test_a_dry_run_shows_the_plan_and_changes_no_byte(
    library: Path, tables: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(library)
    capsys.readouterr()
    assert main(["import", str(library), *tables, "--dry-run", "--json"]) == 0
    plan = result(capsys)
    assert isinstance(plan, dict)
    assert plan["counts"]["speakers"]["add"] == 2
    assert digest(library) == before


def test_search_finds_what_was_imported(
    library: Path, tables: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(library), *tables])
    capsys.readouterr()
    assert main(["search", str(library), "zoe", "--json"]) == 0
    hits = result(capsys)
    assert isinstance(hits, list)
    assert [(hit["kind"], hit["title"]) for hit in hits] == [("person", "Zoë Quux")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "{missing}", "sessions"],
        ["list", "{jpeg}", "sessions"],
        ["import", "{library}", "{jpeg}"],
        ["export", "{library}", "briefing", "--session", "99", "--out", "{out}"],
        ["export", "{library}", "briefing", "--out", "{out}"],
        ["export", "{library}", "briefing", "--session", "1", "--format", "docx", "--out", "{out}"],
        ["new", "{library}"],
        ["backup", "{library}", "--out", "{nowhere}"],
    ],
)
def test_what_is_refused_ends_with_status_3_and_one_message_and_changes_nothing(
    library: Path, tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    places = {
        "library": library,
        "missing": tmp_path / "missing.lle",
        "jpeg": tmp_path / "photo.jpg",
        "out": tmp_path / "out.pdf",
        "nowhere": tmp_path / "nowhere" / "copy.lle",
    }
    before, names = digest(library), sorted(tmp_path.iterdir())
    capsys.readouterr()
    assert main([argument.format(**places) for argument in arguments]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert "Traceback" not in told.err
    assert (digest(library), sorted(tmp_path.iterdir())) == (before, names)


@pytest.mark.parametrize("arguments", [["export"], ["list", "x.lle", "everything"], ["--wrong"]])
def test_wrong_usage_ends_with_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_an_export_replaces_a_file_whole_and_a_failed_one_leaves_it(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old", encoding="utf-8")
    assert main(["export", str(sample), "flash", "--session", "nope", "--out", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "old"
    assert (
        main(["export", str(sample), "flash", "--session", "4", "--format", "md", "--out", str(target)]) == 0
    )
    assert target.read_text(encoding="utf-8") != "old"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--lang", "tlh", "language"), ("--format", "odt", "odt"), ("--session", "", "session")],
)
def test_an_export_in_a_language_or_format_that_is_not_there_is_refused_for_that_reason(
    sample: Path, tmp_path: Path, option: str, value: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = {"--session": "4", "--lang": "en", "--format": "md"} | {option: value}
    options = [part for pair in chosen.items() for part in pair]
    assert main(["export", str(sample), "briefing", *options, "--out", str(tmp_path / "paper")]) == 3
    assert told in capsys.readouterr().err
    assert not (tmp_path / "paper").exists()


def test_the_sample_passes_its_checks_and_its_backup_opens(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(sample), "--json"]) == 0
    found = result(capsys)
    assert isinstance(found, dict)
    assert found["integrity"] == []
    assert main(["backup", str(sample), "--out", str(tmp_path / "copy.lle")]) == 0
    assert main(["check", str(tmp_path / "copy.lle")]) == 0


def test_every_sample_session_is_exported_in_both_papers(sample: Path, tmp_path: Path) -> None:
    main(["list", str(sample), "sessions"])
    for label in ("1", "2", "3", "4", "5", "6", "7", "8", "15", "CAL-4", "CAL-7"):
        for report in ("briefing", "flash"):
            target = tmp_path / f"{report}-{label}.pdf"
            assert main(["export", str(sample), report, "--session", label, "--out", str(target)]) == 0
            with pypdfium2.PdfDocument(target) as pdf:
                assert len(pdf) == 1 if report == "flash" else len(pdf) >= 3


PAPERS = {
    "run-sheet": ("pdf", "docx", "html", "md", "csv", "xlsx"),
    "agenda": ("pdf", "docx", "html", "md", "csv", "xlsx"),
    "speaker-briefs": ("pdf", "docx", "html", "md"),
    "speakers": ("pdf", "docx", "html", "md", "csv", "xlsx"),
    "time-cards": ("pdf",),
    "name-cards": ("pdf",),
    "attendance": ("pdf", "csv", "xlsx"),
    "calendar": ("ics",),
}


@pytest.mark.parametrize("report", PAPERS)
def test_each_paper_of_a_session_is_exported_in_each_of_its_formats(
    sample: Path, tmp_path: Path, report: str
) -> None:
    starts = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "ics": b"BEGIN:VCALENDAR"}
    for format_ in PAPERS[report]:
        target = tmp_path / f"paper.{format_}"
        arguments = ["export", str(sample), report, "--session", "4", "--format", format_]
        assert main([*arguments, "--out", str(target)]) == 0
        data = target.read_bytes()
        assert data.startswith(starts.get(format_, b""))
        if format_ in ("html", "md", "csv"):
            assert "Jan van Zanen" in data.decode("utf-8-sig")
    refused = ["export", str(sample), report, "--session", "4", "--format", "odt"]
    assert main([*refused, "--out", str(tmp_path / "paper.odt")]) == 3


def test_the_calendar_of_each_item_has_as_many_entries_as_the_agenda(sample: Path, tmp_path: Path) -> None:
    whole, each = tmp_path / "whole.ics", tmp_path / "each.ics"
    arguments = ["export", str(sample), "calendar", "--session", "4"]
    assert main([*arguments, "--out", str(whole)]) == 0
    assert main([*arguments, "--each-item", "--out", str(each)]) == 0
    assert whole.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1
    assert each.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 11


def test_a_briefing_carries_its_data_where_that_is_wanted(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    paths = [tmp_path / name for name in ("first.pdf", "second.pdf")]
    for path in paths:
        arguments = ["export", str(sample), "briefing", "--session", "8", "--with-data"]
        assert main([*arguments, "--out", str(path)]) == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with pypdfium2.PdfDocument(paths[0]) as pdf:
        assert b"Mpho Parks Tau" in bytes(pdf.get_attachment(0).get_data())


@pytest.mark.parametrize(
    "arguments",
    [
        ["calendar", "--session", "1"],
        ["agenda", "--session", "4", "--each-item"],
        ["run-sheet"],
        ["agenda", "--session", "4", "--with-data"],
        ["briefing", "--session", "4", "--with-data", "--format", "html"],
    ],
    ids=["no zone", "no entries", "no session", "no data", "no PDF"],
)
def test_a_paper_that_cant_be_made_is_refused_in_one_message(
    sample: Path, tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    report, *options = arguments
    target = tmp_path / "paper"
    assert main(["export", str(sample), report, *options, "--out", str(target)]) == 3
    told = capsys.readouterr()
    assert (told.out, len(told.err.strip().splitlines())) == ("", 1)
    assert not target.exists()


def test_every_sample_session_has_all_its_papers(sample: Path, tmp_path: Path) -> None:
    for label in ("1", "2", "3", "8", "15", "CAL-4"):
        for report, formats in PAPERS.items():
            target = tmp_path / f"{report}-{label}"
            ended = main(["export", str(sample), report, "--session", label, "--out", str(target)])
            assert ended == (3 if report == "calendar" else 0), (label, report)
            if formats[0] == "pdf":
                with pypdfium2.PdfDocument(target) as pdf:
                    assert len(pdf) >= 1


def test_without_a_display_the_sample_briefing_is_made_and_its_place_printed(tmp_path: Path) -> None:
    quiet = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in quiet}
    environment |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "facilitator"],
        env=environment,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "no display" in ended.stderr
    paper = Path(ended.stdout.strip())
    with pypdfium2.PdfDocument(paper) as pdf:
        assert len(pdf) > 3


def test_commands_start_without_qt(sample: Path) -> None:
    code = (
        "import sys; from facilitator.__main__ import main;"
        f"assert main(['list', {str(sample)!r}, 'notes']) == 0;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert ended.returncode == 0


def test_the_commands_that_are_dispatched_are_those_that_are_known() -> None:
    from facilitator.cli.arguments import parser

    usage = parser().format_help()
    assert all(f"\n    {command} " in usage for command in cli.COMMANDS)
