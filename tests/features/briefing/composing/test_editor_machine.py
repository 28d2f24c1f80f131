"""Any keys in any order against a plain text: what is stored is what was typed, and each undo is exact."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands import LinkEvidence, WriteSection
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.features.briefing.stage import BriefingStage

KEYS = {
    "enter": Qt.Key.Key_Return,
    "backspace": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
}
STEPS = st.lists(
    st.one_of(
        st.sampled_from([*KEYS, "commit", "undo", "redo"]),
        st.text("ab ", min_size=1, max_size=3).map(lambda text: f"type {text}"),
    ),
    max_size=30,
)


@dataclass
class Oracle:
    """The section as one text, a line for each paragraph, and where the caret is."""

    text: str
    at: int = 0

    def press(self, step: str) -> None:
        """Do what the key does in any editor."""
        before, behind = self.text[: self.at], self.text[self.at :]
        if step.startswith("type "):
            before += step[5:]
        elif step == "enter":
            before += "\n"
        elif step == "backspace":
            before = before[:-1]
        elif step == "delete":
            behind = behind[1:]
        elif step == "left":
            before, behind = before[:-1], before[-1:] + behind
        elif step == "right":
            before, behind = before + behind[:1], behind[1:]
        elif step == "home":
            cut = before.rfind("\n") + 1
            before, behind = before[:cut], before[cut:] + behind
        elif step == "end":
            cut = len(before) + (behind + "\n").index("\n")
            before, behind = self.text[:cut], self.text[cut:]
        self.text, self.at = before + behind, len(before)


@given(steps=STEPS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_stored_is_what_was_typed_and_every_undo_is_exact(
    composed: BriefingStage, qtbot: QtBot, steps: list[str]
) -> None:
    desk, editor = composed.desk, composed.composing.editor
    desk.go("lessons")
    assert desk.section is not None
    begin = tuple(Written("", Style.BODY, text) for text in ("one", "two", "three"))
    desk.run(WriteSection(desk.section.id, begin))
    desk.run(LinkEvidence(desk.section.paragraphs[0].id, (desk.notes[0].id, desk.notes[1].id)))
    composed.composing.focus_text()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    desk.go("lessons", desk.section.paragraphs[0].id)
    oracle = Oracle("one\ntwo\nthree")
    past: list[tuple[ParagraphRow, ...]] = [desk.section.paragraphs]
    future: list[tuple[ParagraphRow, ...]] = []

    def note_change() -> None:
        """Whoever leaves a paragraph makes a change of what was typed in it."""
        assert desk.section is not None
        if desk.section.paragraphs != past[-1]:
            past.append(desk.section.paragraphs)
            future.clear()

    def commit() -> None:
        composed.composing.commit()
        note_change()
        stored = past[-1]
        assert "\n".join(row.text for row in stored) == oracle.text
        assert len({row.id for row in stored}) == len(stored)
        assert [row.position for row in stored] == sorted(row.position for row in stored)
        behind = [one.note_id for row in stored for one in row.evidence]
        assert len(behind) == len(set(behind)), "a note is behind one paragraph, as it was"

    for step in steps:
        if step in ("undo", "redo"):
            commit()
            source, target = (past, future) if step == "undo" else (future, past)
            if len(source) > (step == "undo"):
                target.append(source.pop())
                desk.context.library.undo() if step == "undo" else desk.context.library.redo()
            assert desk.section is not None
            assert desk.section.paragraphs == past[-1]
            oracle = Oracle("\n".join(row.text for row in past[-1]))
            editor.moveCursor(QTextCursor.MoveOperation.Start)
        elif step == "commit":
            commit()
        else:
            oracle.press(step)
            if step.startswith("type "):
                qtbot.keyClicks(editor, step[5:])
            else:
                qtbot.keyClick(editor, KEYS[step])
            note_change()
        assert editor.toPlainText() == oracle.text
        assert editor.textCursor().position() == oracle.at
    commit()
