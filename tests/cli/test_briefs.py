"""Speaker briefs on the command line: the brief of one person, or a file for each, and never over anything else."""

from pathlib import Path

import pypdfium2
import pytest

from facilitator.__main__ import main

SPEAKERS = "Session No.,Name,Office/title,City,Consent\n" + "\n".join(
    f"1,{name},Mayor,Testville,{consent}"
    for name, consent in (("Zoë Quux", "named"), ("Ann Other", ""), ("Max Hush", "off the record"))
)
NAMES = ("Quux", "Other", "Hush")
STEM = "01-local-finance-speaker-brief-"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "my.lle"
    assert main(["new", str(path)]) == 0
    for name, text in (
        ("sessions.csv", "No.,Date,Title\n1,2020-04-23,Local finance\n"),
        ("speakers.csv", SPEAKERS),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["import", str(path), str(tmp_path / name)]) == 0
    return path


def export(library: Path, out: str, *options: str) -> int:
    return main(["export", str(library), "speaker-briefs", "--session", "1", *options, "--out", out])


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_a_folder_gets_a_file_for_each_person_which_names_nobody_else(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "briefs"
    for _ in range(2):  # again over its own files
        capsys.readouterr()
        assert export(library, f"{folder}/") == 0
        assert "Wrote 3 files" in capsys.readouterr().err
    files = sorted(folder.iterdir())
    assert [path.name for path in files] == [
        f"{STEM}{name}.pdf" for name in ("ann-other", "max-hush", "zoe-quux")
    ]
    for path, own in zip(files, ("Other", "Hush", "Quux"), strict=True):
        found = text(path)
        assert own in found
        assert "alone" in found
        assert not [name for name in NAMES if name != own and name in found and name != "Quux"]


def test_one_person_by_name_or_id_alone(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    assert export(library, str(out), "--person", "max hush") == 0
    assert "Hush" in text(out)
    assert "Ann Other" not in text(out)
    assert export(library, f"{tmp_path}/one/", "--person", "Zoe Quux", "--format", "md") == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == [f"{STEM}zoe-quux.md"]


def test_all_in_one_leaves_out_who_is_off_the_record_and_says_so(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.pdf"
    assert export(library, str(out)) == 0
    assert "1 person is off the record" in capsys.readouterr().err
    assert "Hush" not in text(out)
    assert text(out).count("For the person named above alone") == 2


@pytest.mark.parametrize("there", [b"my own notes", b"%PDF-1.4 of someone else"])
def test_what_is_no_earlier_brief_is_never_replaced(library: Path, tmp_path: Path, there: bytes) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / f"{STEM}max-hush.pdf").write_bytes(there)
    assert export(library, str(folder)) == 3
    assert [path.read_bytes() for path in folder.iterdir()] == [there]


@pytest.mark.parametrize(
    ("report", "options", "told"),
    [
        ("speaker-briefs", ["--person", "Nobody Known"], "has no part"),
        ("agenda", ["--person", "Ann Other"], "one person"),
        ("agenda", [], "folder"),
    ],
)
def test_what_cant_be_for_a_person_or_in_a_folder_is_refused(
    library: Path,
    tmp_path: Path,
    report: str,
    options: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    arguments = ["export", str(library), report, "--session", "1", *options]
    assert main([*arguments, "--out", f"{tmp_path}/new/"]) == 3
    assert told in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
