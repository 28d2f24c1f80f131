"""A briefing composed by keys alone in the real window: drafted, written, backed, put in order, settled, exported."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from facilitator.features.briefing.queries import read_briefing
from facilitator.features.briefing.rows import BriefingRow
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord
from facilitator.storage.store import new_library, open_library
from tests.flows.conftest import Start
from tests.flows.program import Program

pytestmark = pytest.mark.window

SESSION = "session-8"
NOTES = {
    "challenge": "Revenue falls while costs rise.",
    "lesson": "Reserves buy time.",
    "key_message": "Local finance keeps services running.",
    "quote": "We count every coin.",
    "measure": "Rents were frozen.",
}
PARTS, TEXT, NOTES_LIST = "Parts of the paper", "Text of this part", "Notes of the session"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session with five notes, one of them a quote of which nobody has said yet how it may be told."""
    made = tmp_path / "brief.lle"
    store = new_library(made)
    held = {"id": SESSION, "label": "8", "title": "Local finance", "date": "2020-04-23"}
    mayor = {"id": "ada", "name": "Ada Example", "office_title": "Mayor", "consent": "named"}
    rows = [AddRow(LearningSessionRecord, held, ""), AddRow(PersonRecord, mayor, "")]
    for position, (kind, text) in enumerate(NOTES.items()):
        note = {"id": kind, "session_id": SESSION, "kind": kind, "text": text, "speaker_id": "ada"}
        rows.append(AddRow(NoteRecord, {**note, "position": position}, ""))
    store.run(Together(rows, "A session"))
    store.close()
    return made


def stored(path: Path) -> BriefingRow:
    store = open_library(path, read_only=True)
    with store.read() as session:
        found = read_briefing(session, SESSION)
    store.close()
    assert found is not None
    return found


def texts(path: Path, key: str) -> list[str]:
    section = stored(path).section(key)
    assert section is not None
    return [row.text for row in section.paragraphs]


def to_part(program: Program, number: int) -> Program:
    """Into the text of a part, the first being 1."""
    return program.go_to(PARTS).keys("Home", *["Down"] * (number - 1), "Return")


def to_tabs(program: Program) -> Program:
    """To the tabs beside the text, which are called by the one in front."""
    for _ in range(60):
        if re.fullmatch(r"Notes( \(\d+\))?|What stands beside the text", program.focus):
            return program
        program.keys("Tab")
    raise AssertionError(program.focus)


def drafted(start: Start, path: Path) -> Program:
    program = start(path)
    program.keys("Ctrl+2", "Home", "Return", "Alt+3", "Return").wait(300)
    assert program.focus == PARTS
    return program


def test_a_briefing_is_composed_by_keys_alone(start: Start, path: Path, tmp_path: Path) -> None:
    paper = tmp_path / "briefing.pdf"
    program = drafted(start, path)
    to_part(program, 3)
    assert program.focus == TEXT
    program.type("Why now").keys("Ctrl+Alt+1", "Return").type("Cities pay first")
    program.keys("Shift+Home", "Ctrl+B", "End").type(" and are paid last.").keys("Return")
    program.type("Rent").keys("Ctrl+Alt+2", "Return").type("Staff").keys("Return", "Return")

    program.go_to(NOTES_LIST).keys("Home", "Ctrl+Return").wait(300)
    to_part(program, 8).keys("F4")
    assert program.focus == NOTES_LIST
    program.keys("F4")
    assert program.focus == TEXT
    program.keys("Alt+Shift+Down").wait(300)

    to_tabs(program).keys("Right").wait(300)
    program.go_to("What to settle before publishing")
    for _ in range(12):
        if program.shows("1  Named"):
            break
        program.keys("Down")
    program.keys("1").wait(300)

    program.keys("Ctrl+E").wait(300).keys("Ctrl+A").type(str(paper)).keys("Return")
    for _ in range(100):
        if paper.exists():
            break
        program.wait(100)
    program.quit()

    context = stored(path).section("context")
    assert context is not None
    assert [row.text for row in context.paragraphs][:4] == [
        "Why now",
        "Cities pay first and are paid last.",
        "Rent",
        "Staff",
    ]
    assert [row.style.value for row in context.paragraphs][:4] == ["subheading", "body", "bullet", "bullet"]
    assert context.paragraphs[1].spans
    assert texts(path, "key_messages") == []
    assert texts(path, "recommendations") == [NOTES["key_message"]]
    with pypdfium2.PdfDocument(paper) as document:
        printed = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    for words in ("Why now", "Cities pay first and are paid last.", "Staff", *NOTES.values()):
        assert words in printed, words


def test_what_was_typed_when_the_power_failed_is_there_again(start: Start, path: Path) -> None:
    program = drafted(start, path)
    to_part(program, 3).type("Half a thought").wait(900)
    program.kill()
    again = start(path)
    again.keys("Ctrl+2", "Home", "Return", "Alt+3").wait(300)
    to_part(again, 3).wait(300)
    again.quit()
    assert "Half a thought" in texts(path, "context")
