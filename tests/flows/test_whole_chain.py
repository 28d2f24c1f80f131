"""From nothing to a printed briefing by keys alone: session, agenda, people, cases, notes of every kind, PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from facilitator.domain.vocabulary import NoteKind
from facilitator.storage.store import Store, new_library, open_library
from tests.flows.conftest import Start
from tests.flows.program import Program

pytestmark = pytest.mark.window

KINDS = {
    "K": (NoteKind.KEY_MESSAGE, "Public space is a health service."),
    "C": (NoteKind.CHALLENGE, "Parks were closed for ten weeks."),
    "M": (NoteKind.MEASURE, "School yards opened to all."),
    "Y": (NoteKind.CITY_CASE, "Forty yards opened within a month."),
    "L": (NoteKind.LESSON, "Neighbours keep what they helped to plan."),
    "R": (NoteKind.RECOMMENDATION, "Fund small squares first."),
    "T": (NoteKind.COMMITMENT, "The network will publish a guide."),
    "Q": (NoteKind.QUOTE, "A bench is a policy."),
    "D": (NoteKind.DATA_POINT, "Two in three live near a park."),
    "U": (NoteKind.QUESTION, "Who maintains the yards?"),
    "A": (NoteKind.DISAGREEMENT, "Fences divided the room."),
    "N": (NoteKind.REFERENCE, "The atlas of public space."),
    "W": (NoteKind.FOLLOW_UP, "Send the atlas to all."),
    "I": (NoteKind.LOGISTICS, "Room two has no sound."),
}


BETWEEN_CHOICES_MS = 600
"""What is typed sooner goes on with the word by which the last choice was looked for."""


def plan(program: Program) -> None:
    program.keys("Ctrl+N").fill("Public space", "12", "Public services", "Spring series")
    program.keys("Tab").fill("9 April 2020", "15:00", "90", "madrid").keys("Alt+1", "Ins").fill(
        "Opening words", "15"
    )
    program.type("Open").keys("Return").go_to("Add a person").type("Ada Example").keys("Return")
    program.go_to("Agenda").keys("Ins").fill("City round", "40")
    program.wait(BETWEEN_CHOICES_MS).type("City").keys("Return")


def know(program: Program) -> None:
    program.keys("Ctrl+3", "Ctrl+F").type("ada").keys("Tab", "Down", "Return")
    program.go_to("Consent").type("Named").keys("Tab")
    program.keys("Ctrl+4", "Ctrl+N").fill("Open school yards").type("Barcelona").keys("Return", "Tab")


def take_notes(program: Program) -> None:
    program.keys("Ctrl+Shift+N")
    for letter, (_, text) in KINDS.items():
        program.keys(f"Alt+{letter}").type(text).keys("Return")
    program.keys("Alt+O").type("The minister is against it.").keys("Return")


def read(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(texts).split())


def rows(store: Store, select: str) -> list[tuple[object, ...]]:
    return store.raw().execute(select).fetchall()


def test_a_briefing_is_made_from_nothing_by_keys_alone(start: Start, tmp_path: Path) -> None:
    path, paper = tmp_path / "chain.lle", tmp_path / "briefing.pdf"
    new_library(path).close()
    program = start(path)
    plan(program)
    know(program)
    take_notes(program)
    program.keys("Alt+3", "Return").wait(200)
    program.keys("Ctrl+E").wait(300).go_to("Export all the same").keys(
        "Space"
    )  # a quote is pending, and stays out
    program.wait(300).keys("Ctrl+A").type(str(paper)).keys("Return")
    for _ in range(100):
        if paper.exists():
            break
        program.wait(100)
    program.quit()

    store = open_library(path)
    session = rows(store, "SELECT label, title, theme, date, start, zone, minutes FROM learning_session")
    assert session == [("12", "Public space", "Public services", "2020-04-09", 900, "Europe/Madrid", 90)]
    assert rows(store, "SELECT title FROM series") == [("Spring series",)]
    items = rows(store, "SELECT title, segment, minutes FROM agenda_item ORDER BY position")
    assert items == [("Opening words", "opening", 15), ("City round", "city_round", 40)]
    assert rows(store, "SELECT name, consent FROM person") == [("Ada Example", "named")]
    assert rows(store, "SELECT title FROM case_study") == [("Open school yards",)]
    notes = rows(
        store, "SELECT kind, text FROM note WHERE attribution = '' OR attribution <> 'off_the_record'"
    )
    assert set(notes) == {(kind.value, text) for kind, text in KINDS.values()}
    store.close()
    printed = read(paper)
    for kind, text in KINDS.values():
        published = kind not in (NoteKind.LOGISTICS, NoteKind.QUOTE)
        assert (text in printed) == published, text
    assert "The minister is against it." not in printed
    assert "Public space" in printed
