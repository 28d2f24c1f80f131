"""Workbooks by other hands: titles, several tables on a sheet, a sheet for each session, lists in cells."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook

from facilitator.features.imports.reading.values import TableKind
from facilitator.features.imports.rows import Action
from facilitator.features.imports.tables import read_tables
from facilitator.storage.store import Store
from tests.features.imports.import_tables import actions, by, imported, planned, rows_of, write_all, write_csv


def _french_workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Calendrier"
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "CALENDRIER DES SÉANCES – « Après la crise »"
    sheet["A2"] = "mis à jour le 3 mars 2021"
    sheet.append([])
    sheet.append(["N°", "Séance", "Date", "Horaire", "Organisateurs", "Langues", "Questions directrices"])
    questions = "Quel impact ?\nQuelles mesures ?"
    when = "15h00 – 16h30 (heure de Paris)"
    sheet.append(
        [1, "Logement pour tous", "mercredi 7 avril 2021", when, "Anneau ; Ombre", "FR/EN/ES", questions]
    )
    sheet.append([2, "Mobilité", datetime(2021, 4, 14), time(15, 0), "Anneau", "français, anglais", ""])  # noqa: DTZ001
    agenda = book.create_sheet("Ordre du jour S1")
    agenda["A1"] = "Ordre du jour – Séance 1"
    agenda.append(["Horaire", "Durée", "Séquence", "Intervenant·e·s"])
    agenda.append(["15:00 – 15:10", "10 min", "Mot de bienvenue", "Mme Claire DUPONT (Anneau)"])
    agenda.append(
        ["15:10", "10'", "Ouverture", "M. Jean Martin, Maire de Nantes\nAïcha Ben Ali – Vice-maire"]
    )
    agenda.append(["15:20", 40, "Tour des villes", "Dakar, Sfax"])
    agenda.append(["16:00", time(0, 20), "Clôture : messages clés", "Claire Dupont"])
    agenda.append(["Total", 80, "", ""])
    people = book.create_sheet("Intervenants")
    people.append(["Nom", "Prénom", "Fonction", "Organisation", "Ville", "Pays", "H/F", "Séance(s)"])
    people.append(["Dupont", "Claire", "Directrice", "Anneau", "", "", "F", "1"])
    people.append(["Martin", "Jean", "Maire", "", "Nantes", "France", "H", "1, 2"])
    people.append(["BEN ALI", "Aïcha", "Vice-maire", "", "Sfax", "Tunisie", "F", "1"])
    people.append(["", "", "Représentant", "", "Dakar", "Sénégal", "", "1"])
    book.save(path)
    return path


def test_a_french_workbook_is_read_whole(library: Store, tmp_path: Path) -> None:
    path = _french_workbook(tmp_path / "plan.xlsx")
    plan = imported(library, path)
    assert actions(plan) == ["add"] * 10 + ["left_out"]
    housing, mobility = rows_of(library, "learning_session")
    assert (housing["title"], housing["date"], housing["start"], housing["minutes"], housing["zone"]) == (
        "Logement pour tous",
        "2021-04-07",
        900,
        90,
        "Europe/Paris",
    )
    assert (mobility["date"], mobility["languages"], mobility["zone"]) == ("2021-04-14", "fr en", "")
    assert [row["text"] for row in rows_of(library, "guiding_question")] == [
        "Quel impact ?",
        "Quelles mesures ?",
    ]
    items = rows_of(library, "agenda_item")
    assert [(item["segment"], item["minutes"], item["pinned_start"]) for item in items] == [
        ("welcome", 10, 900),
        ("opening", 10, 910),
        ("city_round", 40, 920),
        ("closing", 20, 960),
    ]
    people = rows_of(library, "person")
    assert sorted(person["name"] for person in people) == [
        "",
        "Aïcha BEN ALI",
        "Claire Dupont",
        "Jean Martin",
    ]
    assert not any(person["unlisted"] for person in people)
    assert by(people, name="Aïcha BEN ALI")["sort_name"] == "BEN ALI, Aïcha"
    martin = by(people, name="Jean Martin")["id"]
    appearances = rows_of(library, "appearance")
    assert {row["session_id"] for row in appearances if row["person_id"] == martin} == {
        housing["id"],
        mobility["id"],
    }
    on_round = {row["person_id"] for row in appearances if row["agenda_item_id"] == items[2]["id"]}
    assert on_round == {by(people, name="")["id"], by(people, name="Aïcha BEN ALI")["id"]}
    assert set(actions(planned(library, path))) == {"unchanged", "left_out"}


def test_tables_below_each_other_on_one_sheet_are_told_apart(library: Store, tmp_path: Path) -> None:
    rows = [
        ["Sesión", "Fecha", "Hora", "Tema"],
        ["1", "7 de abril de 2021", "15:00", "Vivienda"],
        [],
        ["Ponente", "Cargo", "Ciudad", "Sesión", "Consentimiento"],
        ["Ana Ruiz", "Alcaldesa", "Quito", "1", "con nombre"],
        [],
        ["Ciudad", "Título", "Desafío", "Respuesta", "Ponente", "Sesión"],
        ["Quito", "Alquiler social", "Desalojos", "Ayudas", "Ana Ruiz", "1"],
    ]
    path = write_csv(tmp_path / "todo.csv", rows, separator=";")
    tables = read_tables(path)
    assert [(table.kind, table.heading_row) for table in tables] == [
        (TableKind.SESSIONS, 1),
        (TableKind.SPEAKERS, 4),
        (TableKind.CASES, 7),
    ]
    plan = imported(library, path)
    assert [(row.row, row.action) for row in plan.rows] == [(2, Action.ADD), (5, Action.ADD), (8, Action.ADD)]
    assert rows_of(library, "case_study")[0]["speaker_id"] == rows_of(library, "person")[0]["id"]


def test_a_city_with_its_country_in_one_cell_is_parted(library: Store, tmp_path: Path) -> None:
    rows = [
        ["Name", "City"],
        ["Ada One", "Sfax, Tunisia"],
        ["Eva Two", "Sfax (Tunisie)"],
        ["Ida Three", "Paris, centre"],
    ]
    imported(library, write_csv(tmp_path / "speakers.csv", rows))
    assert [(row["name"], row["country"]) for row in rows_of(library, "place")] == [
        ("Paris, centre", ""),
        ("Sfax", "Tunisia"),
    ]


def test_bodies_in_an_agenda_stand_for_somebody_of_theirs(library: Store, tmp_path: Path) -> None:
    tables = {
        "sessions": [["No.", "Title", "Hosts"], ["1", "Launch", "Ring"]],
        "agenda": [
            ["Session", "Segment", "Speakers"],
            ["1", "opening", "Ring; Ada Example, Mayor of Leeds; 12"],
        ],
    }
    imported(library, *write_all(tmp_path, tables))
    nameless, ada = rows_of(library, "person")
    ring = by(rows_of(library, "organisation"), name="Ring")
    assert (nameless["name"], nameless["organisation_id"], nameless["unlisted"]) == ("", ring["id"], True)
    assert (ada["name"], ada["office_title"], ada["office"]) == ("Ada Example", "Mayor of Leeds", "mayor")


def test_parallel_groups_are_made_once(library: Store, tmp_path: Path) -> None:
    agenda = [
        ["Session", "Order", "Segment", "Group", "Moderator"],
        ["1", "1", "breakout groups", "Housing", "Ada Example"],
        ["1", "2", "breakout groups", "Mobility", "Eva Example"],
        ["1", "3", "closing", "", ""],
    ]
    sessions = [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]]
    files = write_all(tmp_path, {"sessions": sessions, "agenda": agenda})
    imported(library, *files)
    assert [row["name"] for row in rows_of(library, "breakout_group")] == ["Housing", "Mobility"]
    assert {row["role"] for row in rows_of(library, "appearance")} == {"moderator"}
    assert set(actions(planned(library, *files))) == {"unchanged"}


def test_organisations_with_their_acronyms_are_one(library: Store, tmp_path: Path) -> None:
    rows = [
        ["Name", "Organisation"],
        ["Ada One", "Net of Towns (NOT)"],
        ["Eva Two", "NOT"],
        ["Ida Three", "Net of Towns"],
    ]
    imported(library, write_csv(tmp_path / "speakers.csv", rows))
    (body,) = rows_of(library, "organisation")
    assert (body["name"], body["short_name"]) == ("Net of Towns", "NOT")


def test_all_fields_of_cases_and_notes_arrive(library: Store, tmp_path: Path) -> None:
    tables = {
        "sessions": [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]],
        "cases": [
            [
                "City",
                "Title",
                "Population",
                "Territory type",
                "Kind",
                "Phase",
                "SDGs",
                "Decalogue",
                "Tags",
                "Shared on",
                "Status",
            ],
            [
                "Leeds",
                "Streets",
                "1 234 567",
                "metropolis",
                "reaction",
                "contain",
                "11; 3",
                "1, 5",
                "streets",
                "2020-05-06",
                "draft",
            ],
        ],
        "notes": [
            [
                "Session",
                "Text",
                "Kind",
                "Figure",
                "Unit",
                "Source",
                "Verified",
                "To verify",
                "Horizon",
                "Language",
                "Heard from",
            ],
            [
                "1",
                "Half of all.",
                "data point",
                "50",
                "%",
                "https://example.org/a",
                "yes",
                "no",
                "recovery",
                "French",
                "floor",
            ],
            ["1", "Do it.", "follow-up", "", "", "a paper", "perhaps", "", "", "", ""],
        ],
    }
    plan = imported(library, *write_all(tmp_path, tables))
    case = rows_of(library, "case_study")[0]
    assert (
        case["population"],
        case["territory"],
        case["kind"],
        case["phase"],
        case["shared_on"],
        case["status"],
    ) == (
        1234567,
        "metropolis",
        "reaction",
        "contain",
        "2020-05-06",
        "drafted",
    )
    terms = {row["id"]: (row["vocabulary"], row["code"]) for row in rows_of(library, "term")}
    assert {terms[row["term_id"]] for row in rows_of(library, "case_term")} == {
        ("sdg", "11"),
        ("sdg", "3"),
        ("decalogue", "1"),
        ("decalogue", "5"),
        ("tag", "streets"),
    }
    point, follow_up = rows_of(library, "note")
    assert (point["figure"], point["unit"], point["source_url"], point["source"]) == (
        "50",
        "%",
        "https://example.org/a",
        "",
    )
    assert (
        point["verified"],
        point["to_verify"],
        point["horizon"],
        point["language"],
        point["heard_from"],
    ) == (
        True,
        False,
        "recovery",
        "fr",
        "floor",
    )
    assert (follow_up["kind"], follow_up["source"], follow_up["verified"]) == ("follow_up", "a paper", False)
    assert [message.code for message in plan.rows[-1].messages] == ["not_understood"]


def test_the_plan_is_the_same_json_each_time_with_the_names_that_are_documented(
    library: Store, tmp_path: Path
) -> None:
    import json

    from facilitator.features.imports.serialised import plan_as_json

    path = _french_workbook(tmp_path / "plan.xlsx")
    one, other = (json.dumps(plan_as_json(planned(library, path))) for _ in range(2))
    assert one == other
    plan = json.loads(one)
    assert list(plan) == ["files", "counts", "added", "updated", "tables", "rows", "questions"]
    assert list(plan["rows"][0]) == [
        "file",
        "sheet",
        "row",
        "kind",
        "title",
        "action",
        "effects",
        "messages",
        "questions",
    ]
    assert plan["counts"]["agenda"] == {"add": 4, "update": 0, "unchanged": 0, "left_out": 1, "ask": 0}


def test_items_that_say_the_same_are_told_apart_by_their_place(library: Store, tmp_path: Path) -> None:
    agenda = [
        ["Session", "Order", "Segment", "Speakers"],
        ["1", "2", "city round", "Ada Example"],
        ["1", "1", "city round", "Eva Sample"],
    ]
    sessions = [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]]
    files = write_all(tmp_path, {"sessions": sessions, "agenda": agenda})
    imported(library, *files)
    again = planned(library, *files)
    assert set(actions(again)) == {"unchanged"}
    assert not again.writes
