"""Read XLSX workbooks as they are; those that are made to harm end soon, in little memory, with one message."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading.values import TableKind
from facilitator.features.imports.reading.workbook_xml import kind_of_format
from facilitator.features.imports.tables import read_tables
from facilitator.storage.store import Store
from tests.features.imports.import_tables import actions, by, imported, planned, rows_of


def _saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path


def test_sheets_merged_cells_real_dates_numbers_and_hidden_rows_are_read(
    library: Store, tmp_path: Path
) -> None:
    book = Workbook()
    sessions = book.active
    assert sessions is not None
    sessions.title = "Calendar"
    sessions.merge_cells("A1:D1")
    sessions["A1"] = "Sessions of the spring"
    sessions.append([])
    sessions.append(["No.", "Date", "Start", "Title", "Duration"])
    sessions.append([1, date(2020, 3, 25), time(15, 0), "Launch", timedelta(minutes=90)])
    sessions.append([2.0, datetime(2020, 4, 1, 15, 30), None, "Housing", 120])  # noqa: DTZ001
    agenda = book.create_sheet("Agenda")
    agenda.append(["Session", "Order", "Segment", "Minutes"])
    agenda.append([1, 1, "opening", 15])
    agenda.append([None, 2, "city round", "40"])
    agenda.append([None, 3, "closing", time(0, 7)])
    agenda.merge_cells("A2:A4")
    agenda.row_dimensions[3].hidden = True
    book.create_sheet("Scratch").append(["nothing", "to", "see"])
    book.create_sheet("Empty")

    path = _saved(book, tmp_path / "plan.xlsx")
    tables = read_tables(path)
    assert [(table.sheet, table.kind) for table in tables] == [
        ("Calendar", TableKind.SESSIONS),
        ("Agenda", TableKind.AGENDA),
        ("Scratch", None),
    ]
    assert tables[0].above == ("Sessions of the spring",)
    assert "1" in tables[1].notices[0]
    assert "nothing" in tables[2].why

    imported(library, path)
    launch, housing = rows_of(library, "learning_session")
    assert (launch["label"], launch["date"], launch["start"], launch["minutes"]) == (
        "1",
        "2020-03-25",
        900,
        90,
    )
    assert (housing["label"], housing["date"], housing["start"]) == ("2", "2020-04-01", 930)
    items = rows_of(library, "agenda_item")
    assert [(item["segment"], item["minutes"]) for item in items] == [
        ("opening", 15),
        ("city_round", 40),
        ("closing", 7),
    ]
    assert {item["session_id"] for item in items} == {launch["id"]}


def test_the_stored_result_of_a_formula_is_read_and_never_computed(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "City", "Office"])
    sheet.append(["Ada Example", '="Lee"&"ds"', "Mayor"])
    path = _saved(book, tmp_path / "speakers.xlsx")
    (table,) = read_tables(path)
    assert "city" not in table.lines[0].cells
    assert "1 formulas have no stored result" in table.notices[0]

    _replace(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            xml.replace("<v></v>", "<v>Leeds</v>")
            .replace("<v />", "<v>Leeds</v>")
            .replace("<v/>", "<v>Leeds</v>")
            .replace('t="n"', 't="str"')
        ),
    )
    (table,) = read_tables(path)
    assert table.lines[0].cells["city"] == "Leeds"


def test_truths_and_text_that_looks_like_a_formula_are_text(library: Store, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "City", "Office"])
    sheet.append(["Ada Example", True, "x"])
    sheet["C2"].value = "=1+1"
    sheet["C2"].data_type = "s"
    imported(library, _saved(book, tmp_path / "speakers.xlsx"))
    assert rows_of(library, "person")[0]["office_title"] == "=1+1"
    assert rows_of(library, "place")[0]["name"] == "yes"


def test_shared_strings_rich_text_readings_and_prefixed_names_are_read(tmp_path: Path) -> None:
    strings = (
        '<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<x:si><x:t>Name</x:t></x:si><x:si><x:t>City</x:t></x:si>"
        "<x:si><x:r><x:t>Ada </x:t></x:r><x:r><x:t>Ex_x0061_mple</x:t></x:r></x:si>"
        '<x:si><x:t>東京</x:t><x:rPh sb="0" eb="2"><x:t>トウキョウ</x:t></x:rPh></x:si></x:sst>'
    )
    path = _with_strings(tmp_path, strings)
    cells = [f'<x:c t="s"><x:v>{number}</x:v></x:c>' for number in range(4)]
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        f"<x:row>{cells[0]}{cells[1]}</x:row><x:row>{cells[2]}{cells[3]}</x:row></x:sheetData></x:worksheet>"
    )
    _replace(path, "xl/worksheets/sheet1.xml", lambda _: sheet)
    (table,) = read_tables(path)
    assert dict(table.lines[0].cells) == {"name": "Ada Example", "city": "東京"}


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append(["No.", "Date", "Title"])
    sheet.append([1, date(2020, 3, 25), "Launch"])
    (table,) = read_tables(_saved(book, tmp_path / "mac.xlsx"))
    assert table.lines[0].cells["date"] == date(2020, 3, 25)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", ""),
        ("0.00", ""),
        ('#,##0 "days"', ""),
        ("0.00E+00", ""),
        ("[Red]0", ""),
        ("yyyy-mm-dd", "date"),
        ("[$-40C]d mmmm yyyy", "date"),
        ("mmm", "date"),
        ("h:mm", "time"),
        ("h:mm AM/PM", "time"),
        ("[h]:mm", "elapsed"),
        ("dd/mm/yyyy h:mm", "both"),
        ("[h]:mm:ss;@", "elapsed"),
    ],
)
def test_number_formats_tell_dates_from_numbers(code: str, kind: str) -> None:
    assert kind_of_format(code) == kind


def test_the_same_workbook_twice_changes_nothing(library: Store, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Session", "Name", "City"])
    sheet.append([1, "Ada Example", "Leeds"])
    other = book.create_sheet("Sessions")
    other.append(["No.", "Title", "Date"])
    other.append([1, "Launch", date(2020, 3, 25)])
    path = _saved(book, tmp_path / "all.xlsx")
    imported(library, path)
    assert set(actions(planned(library, path))) == {"unchanged"}
    assert by(rows_of(library, "learning_session"), label="1")["date"] == "2020-03-25"


def _replace(path: Path, part: str, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _plain(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "City"])
    sheet.append(["Ada Example", "Leeds"])
    return _saved(book, folder / "hostile.xlsx")


def _far_cell(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "City"])
    sheet["XFD1048576"] = "far"
    return _saved(book, folder / "hostile.xlsx")


def _with_rows(folder: Path, rows: str) -> Path:
    path = _plain(folder)
    _replace(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", rows + "</sheetData>"))
    return path


def _entities(folder: Path) -> Path:
    lines = ['<!ENTITY a0 "lol">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    head = f"<!DOCTYPE worksheet [{''.join(lines)}]>"
    path = _plain(folder)
    _replace(
        path, "xl/worksheets/sheet1.xml", lambda xml: head + xml.replace("</sheetData>", "&a9;</sheetData>")
    )
    return path


def _empty_cells(folder: Path) -> Path:
    return _with_rows(folder, '<row r="3">' + "<c/>" * 5_000_000 + "</row>")


def _with_strings(folder: Path, strings: str) -> Path:
    """The workbook with a part of shared strings, as Excel writes them."""
    path = _plain(folder)
    target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Type="{target}" Target="sharedStrings.xml" Id="rId9"/>'
    _replace(path, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("</Rel", relation + "</Rel"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", strings)
    return path


def _bomb(folder: Path) -> Path:
    return _with_strings(folder, "<sst>" + "<si><t>a</t></si>" * 20_000_000)


def _long_string(folder: Path) -> Path:
    return _with_strings(folder, "<sst><si><t>" + "a" * 300_000_000 + "</t></si></sst>")


def _many_strings(folder: Path) -> Path:
    return _with_strings(
        folder, "<sst>" + "".join(f"<si><t>{number}</t></si>" for number in range(2_500_000)) + "</sst>"
    )


def _many_cells(folder: Path) -> Path:
    cells = "".join(f'<c t="str"><v>{number}</v></c>' for number in range(500))
    return _with_rows(folder, f"<row>{cells}</row>" * 2_000)


def _merged(folder: Path) -> Path:
    path = _with_rows(folder, "<row><c t='str'><v>x</v></c></row>" * 15_000)
    areas = "<mergeCells>" + '<mergeCell ref="A2:XFD1048576"/>' * 100_000 + "</mergeCells>"
    _replace(
        path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", "</sheetData>" + areas)
    )
    return path


def _many_sheets(folder: Path) -> Path:
    path = _plain(folder)
    sheet = '<sheet name="S" sheetId="1" r:id="rId1"/>'
    _replace(path, "xl/workbook.xml", lambda xml: xml.replace("</sheets>", sheet * 5_000 + "</sheets>"))
    return path


def _truncated(folder: Path) -> Path:
    path = _plain(folder)
    path.write_bytes(path.read_bytes()[:-300])
    return path


def _damaged(folder: Path) -> Path:
    path = _plain(folder)
    _replace(path, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    return path


def _no_workbook(folder: Path) -> Path:
    path = folder / "hostile.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return path


def _large_text(folder: Path) -> Path:
    path = folder / "hostile.csv"
    path.write_bytes(b"Name,City\n" + b"Ada,Leeds\n" * 2_500_000)
    return path


def _wide_text(folder: Path) -> Path:
    path = folder / "hostile.csv"
    path.write_bytes(b"Name,City" + b",x" * 5_000_000)
    return path


def _odd_bytes(folder: Path) -> Path:
    path = folder / "hostile.csv"
    path.write_bytes(b"Debit,Credit\n" + bytes(range(128, 256)) * 100_000)
    return path


def _short_rows(folder: Path) -> Path:
    path = folder / "hostile.csv"
    path.write_bytes(b"Name,City\n" + b"a,b\n" * 3_000_000)
    return path


@pytest.mark.parametrize(
    "make",
    [
        _far_cell,
        _entities,
        _empty_cells,
        _bomb,
        _long_string,
        _many_strings,
        _many_cells,
        _many_sheets,
        _truncated,
        _damaged,
        _no_workbook,
        _large_text,
        _wide_text,
        _odd_bytes,
        _short_rows,
    ],
)
def test_a_hostile_file_ends_within_ten_seconds_and_512_megabytes_with_one_message(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    done = _read_within_limits(make(tmp_path))
    assert done.returncode == 3, done.stderr[-2000:]
    assert done.stdout.startswith("“hostile.")
    assert done.stdout.rstrip().endswith("Nothing was changed.")


def test_a_hundred_thousand_merged_areas_do_no_harm(tmp_path: Path) -> None:
    done = _read_within_limits(_merged(tmp_path))
    assert done.returncode == 0, done.stderr[-2000:]


def _read_within_limits(path: Path) -> subprocess.CompletedProcess[str]:
    """Read a file in a process of its own, which the system ends beyond the limits."""
    script = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (10, 10))\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (512 << 20, 512 << 20))\n"
        "from pathlib import Path\n"
        "from facilitator.domain.errors import Refused\n"
        "from facilitator.features.imports.tables import read_tables\n"
        "try:\n"
        "    read_tables(Path(sys.argv[1]))\n"
        "except Refused as refused:\n"
        "    print(refused)\n"
        "    sys.exit(3)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=120, check=False
    )


def test_a_damaged_workbook_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"hostile\.xlsx"):
        read_tables(_truncated(tmp_path))
