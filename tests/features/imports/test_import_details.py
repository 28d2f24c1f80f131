"""Objectives, concept note and interpretation of sessions come from tables into fields of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.storage.store import Store
from tests.features.imports.import_tables import imported, rows_of, write_csv


@pytest.mark.parametrize(
    "headings",
    [
        ("Number", "Title", "Date", "Languages", "Interpretation", "About", "Objectives", "Concept note"),
        (
            "Numéro",
            "Titre",
            "Date",
            "Langues",
            "Interprétation",
            "Description",
            "Objectifs",
            "Note de concept",
        ),
        (
            "Número",
            "Título",
            "Fecha",
            "Idiomas",
            "Interpretación",
            "Descripción",
            "Objetivos",
            "Nota conceptual",
        ),
    ],
)
def test_the_details_of_a_session_are_read_in_three_languages(
    library: Store, tmp_path: Path, headings: tuple[str, ...]
) -> None:
    row = ["8", "Local finance", "2020-04-23", "English", "French; Spanish", "Text", "To learn", "Why now"]
    imported(library, write_csv(tmp_path / "sessions.csv", [headings, row]))
    (session,) = rows_of(library, "learning_session")
    assert (session["languages"], session["interpretation"]) == ("en", "fr es")
    assert (session["about"], session["objectives"], session["concept"]) == ("Text", "To learn", "Why now")
