"""Read CSV files as they are: encodings, separators, titles above, headings in any language and order."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.features.imports.reading.values import TableKind
from facilitator.features.imports.tables import read_tables
from facilitator.storage.store import Store
from tests.features.imports.import_tables import csv_text, imported, planned, rows_of, write_csv

SPANISH = [
    ["N.º de sesión", "Nombre", "Cargo", "Organización", "Ciudad", "País", "Papel en la sesión"],
    ["1", "Begoña Núñez", "Alcaldesa", "Señal «Ágora»", "A Coruña", "España", "ponente de ciudad"],
    ["1", "José Ibáñez", "Teniente de alcalde", "", "León", "España", "moderación"],
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "mac-roman"],
)
def test_any_usual_encoding_and_separator_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    path = write_csv(tmp_path / "ponentes.csv", SPANISH, encoding=encoding, separator=separator)
    (table,) = read_tables(path)
    assert table.kind is TableKind.SPEAKERS
    assert table.separator == separator
    assert [line.cells["name"] for line in table.lines] == ["Begoña Núñez", "José Ibáñez"]
    assert table.lines[0].cells["organisation"] == "Señal «Ágora»"
    assert table.lines[0].cells["city"] == "A Coruña"


def test_cyrillic_text_in_an_old_encoding_is_guessed(tmp_path: Path) -> None:
    rows = [["Name", "Office", "City"]] + [
        ["Мария Иванова", "Мэр города", "Казань"],
        ["Иван Петрович Сидоров", "Заместитель мэра по вопросам жилищного хозяйства", "Москва"],
        ["Ольга Кузнецова", "Глава администрации района и председатель комитета", "Нижний Новгород"],
    ] * 5
    (table,) = read_tables(write_csv(tmp_path / "speakers.csv", rows, encoding="cp1251"))
    assert table.lines[0].cells["name"] == "Мария Иванова"


def test_an_encoding_may_be_given(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "speakers.csv", [["Name", "City"], ["Žižek", "Łódź"]], encoding="cp1250")
    (table,) = read_tables(path, encoding="cp1250")
    assert table.lines[0].cells == {"name": "Žižek", "city": "Łódź"}


def test_the_line_by_which_excel_states_the_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "speakers.csv"
    path.write_text(
        "sep=;\r\n" + csv_text([["Name", "City"], ["Ada, Example", "Leeds"]], ";"), encoding="utf-8"
    )
    (table,) = read_tables(path)
    assert table.heading_row == 2
    assert table.lines[0].cells["name"] == "Ada, Example"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_quoted_line_breaks_and_rows_are_counted_as_spreadsheets_do(tmp_path: Path, ending: str) -> None:
    lines = [
        "Agenda of the day,,",
        "",
        "Session,Text,Speaker",
        '1,"first\nsecond", Ada Example ',
        "",
        "2,third,",
    ]
    path = tmp_path / "notes.csv"
    path.write_bytes(ending.join(line.replace("\n", ending) for line in lines).encode())
    (table,) = read_tables(path)
    assert (table.heading_row, table.above) == (3, ("Agenda of the day",))
    assert [line.row for line in table.lines] == [4, 6]
    assert table.lines[0].cells == {"session": "1", "text": "first\nsecond", "speaker": "Ada Example"}


@pytest.mark.parametrize(
    ("headings", "kind", "fields"),
    [
        (["Nº", "FECHA", "Título", "Anfitriones"], TableKind.SESSIONS, ["label", "date", "title", "hosts"]),
        (["Date", "N°", "Thème", "Partenaires"], TableKind.SESSIONS, ["date", "label", "theme", "partners"]),
        (
            ["Durée (min)", "Séance", "Ordre", "Segment", "Intervenant(e)s"],
            TableKind.AGENDA,
            ["minutes", "session", "order", "segment", "speakers"],
        ),
        (
            ["Sesión", "Minutos", "Título", "Ponentes"],
            TableKind.AGENDA,
            ["session", "minutes", "title", "speakers"],
        ),
        (
            ["Prénom", "Nom", "Fonction", "Genre"],
            TableKind.SPEAKERS,
            ["first_name", "last_name", "office", "gender"],
        ),
        (["Nombre", "Apellidos", "Cargo"], TableKind.SPEAKERS, ["first_name", "last_name", "office"]),
        (["Name", "Consent"], TableKind.SPEAKERS, ["name", "consent"]),
        (["Nom", "Consentement"], TableKind.SPEAKERS, ["name", "consent"]),
        (
            ["Ville", "Pays", "Titre", "Défi", "Réponse"],
            TableKind.CASES,
            ["city", "country", "title", "challenge", "measures"],
        ),
        (
            ["Ciudad", "Título", "Desafío", "Resultado"],
            TableKind.CASES,
            ["city", "title", "challenge", "results"],
        ),
        (
            ["Texte", "Type", "Intervenante", "Séance"],
            TableKind.NOTES,
            ["text", "kind", "speaker", "session"],
        ),
        (["Cita", "Nombre", "Cargo", "Sesión"], TableKind.NOTES, ["quote", "speaker", "office", "session"]),
        (["Session No.", "Text", "Atribución"], TableKind.NOTES, ["session", "text", "attribution"]),
        (["Name / Nom", "City / Ville", "Role"], TableKind.SPEAKERS, ["name", "city", "role"]),
    ],
)
def test_kinds_are_recognised_by_headings_in_three_languages(
    tmp_path: Path, headings: list[str], kind: TableKind, fields: list[str]
) -> None:
    (table,) = read_tables(write_csv(tmp_path / "table.csv", [headings, ["x"] * len(headings)]))
    assert table.kind is kind
    assert [column.field for column in table.columns] == fields


def test_headings_that_come_again_within_the_rows_are_no_row(tmp_path: Path) -> None:
    head = ["Name", "City"]
    (table,) = read_tables(write_csv(tmp_path / "a.csv", [head, ["Ada", "Leeds"], head, ["Eva", "York"]]))
    assert [line.row for line in table.lines] == [2, 4]


def test_several_columns_of_speakers_are_read_together(library: Store, tmp_path: Path) -> None:
    rows = [["No.", "Title", "Host 1", "Host 2"], ["1", "Launch", "Ring", "Umbra"]]
    imported(library, write_csv(tmp_path / "sessions.csv", rows))
    assert [row["name"] for row in rows_of(library, "organisation")] == ["Ring", "Umbra"]


@pytest.mark.parametrize("text", ["=1+1", '=cmd|" /C calc"!A0', "@SUM(A1)", "+34 600 000 000", "-2+3", "\tx"])
def test_text_that_looks_like_a_formula_stays_text(library: Store, tmp_path: Path, text: str) -> None:
    tables = [["Name", "Office", "Phone"], [text, text, text]]
    imported(library, write_csv(tmp_path / "speakers.csv", tables))
    (person,) = rows_of(library, "person")
    assert (person["name"], person["office_title"], person["phone"]) == (text.strip(),) * 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("blank.csv", b"\n\n,,,\n"),
        ("picture.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20),
        ("prose.csv", b"A letter, and nothing like a table.\nWith best regards"),
        ("accounts.csv", b"Debit,Credit,Balance\n1,2,3\n"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        ("nul.csv", b"Name,City\nAda\0,Leeds\n"),
        ("open.csv", b'Name,City\n"Ada,Leeds\n' + b"x,y\n" * 60_000),
        ("marked.csv", b"\xff\xfeA"),
    ],
)
def test_what_is_no_known_table_is_refused_in_one_message(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_tables(path)
    assert name in refused.value.what
    assert refused.value.why
    assert refused.value.safe == "Nothing was changed."


def test_the_refusal_names_the_headings_that_were_found(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "accounts.csv", [["Debit", "Credit"], ["1", "2"]])
    with pytest.raises(Refused, match="“Debit”, “Credit”"):
        read_tables(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"):
        read_tables(tmp_path / "nothing.csv")


def test_french_and_spanish_values_get_their_codes(library: Store, tmp_path: Path) -> None:
    rows = [
        ["Séance", "Nom complet", "Fonction", "Rôle", "Genre", "Langues", "Section de CGLU", "Consentement"],
        ["", "Ada Exemple", "Maire", "Modératrice", "Femme", "français; anglais", "Afrique", "nominatif"],
        [
            "",
            "Eva Ejemplo",
            "Alcaldesa",
            "moderación",
            "Mujer",
            "Español, Català",
            "América Latina",
            "quizás",
        ],
    ]
    plan = imported(library, write_csv(tmp_path / "intervenants.csv", rows))
    ada, eva = rows_of(library, "person")
    assert (ada["office"], ada["gender"], ada["languages"], ada["section"], ada["consent"]) == (
        "mayor",
        "woman",
        "fr en",
        "africa",
        "named",
    )
    assert (eva["languages"], eva["section"], eva["consent"]) == ("es ca", "latin_america", "pending")
    assert [message.code for message in plan.rows[1].messages] == ["unknown_consent"]


@pytest.mark.parametrize(
    ("genders", "expected"),
    [
        (["M", "F"], ["man", "woman"]),
        (["M", "H"], ["woman", "man"]),
        (["M", ""], ["", ""]),
        (["x", "?"], ["other", ""]),
    ],
)
def test_the_letter_m_is_read_by_its_column(
    library: Store, tmp_path: Path, genders: list[str], expected: list[str]
) -> None:
    rows = [
        ["Name", "Office", "Gender"],
        *([f"Person {n}", "Mayor", gender] for n, gender in enumerate(genders)),
    ]
    imported(library, write_csv(tmp_path / "speakers.csv", rows))
    assert [row["gender"] for row in rows_of(library, "person")] == expected


def test_attribution_of_notes_and_cases_is_read_and_unknown_words_are_pending(
    library: Store, tmp_path: Path
) -> None:
    words = ["Named", "par fonction", "Chatham House", "off the record", "no preguntado", "who knows", ""]
    rows = [["Session", "Text", "Attribution"], *(["1", f"Note {n}", word] for n, word in enumerate(words))]
    sessions = write_csv(tmp_path / "sessions.csv", [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]])
    plan = imported(library, sessions, write_csv(tmp_path / "notes.csv", rows))
    assert [row["attribution"] for row in rows_of(library, "note")] == [
        "named",
        "by_role",
        "chatham_house",
        "off_the_record",
        "pending",
        "pending",
        "",
    ]
    assert [message.code for message in plan.rows[6].messages] == ["unknown_consent"]


def test_a_place_of_a_note_that_must_not_be_named_becomes_no_tag(library: Store, tmp_path: Path) -> None:
    rows = [["Session", "Text", "City", "Attribution"], ["1", "Note", "Rome; Oslo", "Chatham House"]]
    sessions = write_csv(tmp_path / "sessions.csv", [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]])
    imported(library, sessions, write_csv(tmp_path / "notes.csv", rows))
    assert not [row for row in rows_of(library, "term") if row["vocabulary"] == "tag"]


def test_the_moment_of_a_note_needs_date_and_zone(library: Store, tmp_path: Path) -> None:
    sessions = [
        ["No.", "Title", "Date", "Time zone"],
        ["1", "With a zone", "2020-04-09", "UTC+02:00"],
        ["2", "Without", "2020-04-09", ""],
    ]
    notes = [["Session", "Text", "Time"], ["1", "A", "15:12"], ["2", "B", "15:12"]]
    plan = imported(
        library, write_csv(tmp_path / "sessions.csv", sessions), write_csv(tmp_path / "notes.csv", notes)
    )
    moments = {row["text"]: row["began_at"] for row in rows_of(library, "note")}
    assert moments == {"A": 1586437920000, "B": None}
    assert [message.code for message in plan.rows[-1].messages] == ["not_understood"]


def test_a_long_plan_tells_its_progress_and_can_be_cancelled(library: Store, tmp_path: Path) -> None:
    from facilitator.domain.errors import Cancelled
    from facilitator.features.imports.queries import plan_import
    from facilitator.features.imports.reading.values import Watch

    rows = [["Name", "City"], *([f"Person {number}", "Leeds"] for number in range(300))]
    tables = read_tables(write_csv(tmp_path / "speakers.csv", rows))
    seen: list[tuple[int, int]] = []
    with library.read() as session:
        plan_import(session, tables, watch=Watch(lambda done, total: seen.append((done, total))))
        assert seen[0] == (0, 300)
        assert seen[-1] == (300, 300)
        assert seen == sorted(seen)
        with pytest.raises(Cancelled):
            plan_import(session, tables, watch=Watch(cancelled=lambda: True))
    assert planned(library, tmp_path / "speakers.csv").added == {"person": 300, "place": 1}
