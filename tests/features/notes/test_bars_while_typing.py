"""Who, by when, asked of whom, figure, unit, source and answer stand behind bars, with as few keys as a plain line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facilitator.features.notes.capture import due, slots
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from tests.features.notes.conftest import Press
from tests.features.notes.test_signs_while_typing import type_text

Notes = Callable[[], list[NoteRow]]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("prefix", "behind", "fields"),
    [
        ("t", "City of Example | end of June", {"responsible": "City of Example", "due": "end of June"}),
        ("w", "UCLG | 30 June 2026", {"responsible": "UCLG", "due": "2026-06-30"}),
        ("r", "National governments", {"addressee": "National governments"}),
        ("d", "1,200 | homes | City council", {"figure": "1,200", "unit": "homes", "source": "City council"}),
        ("u", "By the city itself", {"answer": "By the city itself"}),
    ],
)
def test_what_stands_behind_bars_becomes_the_fields_of_the_kind(
    prefix: str, behind: str, fields: dict[str, str], stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text(f"/{prefix} What was said | {behind}")
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert note.text == "What was said"
    assert {name: getattr(note, name) for name in fields} == fields


def test_tab_begins_the_next_field_while_one_is_left_and_then_leaves_the_line(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    line = stage.capture.line
    type_text("/t ")
    press(Qt.Key.Key_Tab)
    assert not line.hasFocus()
    line.setFocus()
    type_text("We plant trees ")
    press(Qt.Key.Key_Tab)
    type_text("Quito")
    press(Qt.Key.Key_Tab)
    type_text("May")
    assert line.toPlainText() == "We plant trees | Quito | May"
    press(Qt.Key.Key_Tab)
    assert not line.hasFocus()
    line.setFocus()
    press(Qt.Key.Key_Return)
    assert [(n.text, n.responsible, n.due) for n in notes()] == [("We plant trees", "Quito", "May")]


def test_tab_leaves_a_line_of_a_kind_without_fields(stage: RunStage, press: Press) -> None:
    type_text("/c Rents")
    press(Qt.Key.Key_Tab)
    assert not stage.capture.line.hasFocus()
    assert stage.capture.line.toPlainText() == "Rents"


def test_shift_and_tab_always_leave(stage: RunStage, press: Press) -> None:
    type_text("/t Rents")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert not stage.capture.line.hasFocus()


def test_how_it_will_be_kept_is_told_below_while_it_is_typed(stage: RunStage, press: Press) -> None:
    told = stage.capture.stamp.details
    type_text("/t We plant trees")
    assert told.text().startswith("Tab: Who · Commitment")
    type_text(" | UCLG | 30 June 2031")
    assert told.text().startswith(
        "Who: UCLG · By when: 30 June 2031 (30 June 2031)"
    ) or told.text().startswith("Who: UCLG · By when: 30 June 2031 ·")


def test_a_bar_can_be_written_as_it_is(stage: RunStage, press: Press, notes: Notes) -> None:
    type_text("/t Yes \\| no | A\\|B")
    press(Qt.Key.Key_Return)
    type_text("/c Yes \\| no | maybe")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.responsible) for n in notes()] == [
        ("Yes | no", "A|B"),
        ("Yes \\| no | maybe", ""),
    ]


def test_more_bars_than_fields_and_bars_before_any_text_lose_nothing() -> None:
    assert slots.read("Text | A | B | C", "commitment") == ("Text", {"responsible": "A", "due": "B | C"})
    assert slots.read(" | 50 | %", "data_point") == (" | 50 | %", {})
    assert slots.read("Text | | May", "commitment") == ("Text", {"due": "May"})


@given(st.text("ab |\\", max_size=12), st.sampled_from(["commitment", "data_point", "question", "quote", ""]))
def test_every_letter_that_is_typed_is_kept_somewhere(text: str, kind: str) -> None:
    kept, fields = slots.read(text, kind)
    everything = kept + "".join(fields.values())
    assert [c for c in everything if c in "ab"] == [c for c in text if c in "ab"]
    if kind not in slots.SLOTS:
        assert kept == text


def test_a_data_point_is_to_be_verified_until_somebody_says_that_it_was(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("/d Rents rose | 12 | %")
    press(Qt.Key.Key_Return)
    type_text("/d Rents fell | 2 | %")
    press(Qt.Key.Key_Z, ALT)
    press(Qt.Key.Key_Return)
    type_text("/d /c No figure")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.to_verify, n.verified) for n in notes()] == [
        ("Rents rose", True, False),
        ("Rents fell", False, True),
        ("No figure", False, False),
    ]


def test_a_lone_number_is_offered_as_the_figure_and_tab_takes_it(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("/d Rents rose by 12 % in spring")
    assert "Tab takes: 12 %" in stage.capture.stamp.details.text()
    press(Qt.Key.Key_Tab)
    assert stage.capture.line.toPlainText() == "Rents rose by 12 % in spring | 12 | % | "
    type_text("Council")
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert (note.text, note.figure, note.unit, note.source) == (
        "Rents rose by 12 % in spring",
        "12",
        "%",
        "Council",
    )


def test_behind_a_figure_without_a_unit_the_unit_is_what_is_written_next(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("/d Empty flats: 25")
    assert "Tab takes: 25 ·" in stage.capture.stamp.details.text()
    press(Qt.Key.Key_Tab)
    type_text("percent")
    press(Qt.Key.Key_Tab)
    type_text("Registry 2019")
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert (note.figure, note.unit, note.source) == ("25", "percent", "Registry 2019")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,200 homes were built", ("1,200", "homes")),
        ("It costs €5", ("€5", "")),
        ("It grew by 3.5 km²", ("3.5", "km²")),
        ("Empty flats: 25", ("25",)),
        ("In 2019 it was 12 %", ()),
        ("No number at all", ()),
        ("COVID19 spread", ()),
    ],
)
def test_a_figure_is_read_where_there_is_one_alone(text: str, figure: tuple[str, ...]) -> None:
    assert tuple(slots.lone_figure(text, "data_point")) == figure
    assert tuple(slots.lone_figure(text, "challenge")) == ()


def test_by_when_is_kept_as_written_unless_it_is_a_whole_date() -> None:
    assert [
        due.kept(text) for text in ("30 June 2026", "2026-06-30", "30 June", "end of June", "5/6/2026")
    ] == [
        "2026-06-30",
        "2026-06-30",
        "30 June",
        "end of June",
        "5/6/2026",
    ]
    assert due.meant("30 June", "2026-05-01") == "2026-06-30"
    assert due.meant("30 June", "2026-07-01") == "2027-06-30"
    assert due.meant("29 February", "2026-05-01") == ""
    assert due.meant("end of June", "2026-05-01") == ""
