"""The guiding questions as they are listed: those that no note answers yet, and the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.domain.text import shortened
from facilitator.features.notes.queries.questions import QuestionRow
from facilitator.features.notes.wording import kind_words
from facilitator.kit.icons import Tone
from facilitator.kit.pointlist import PointList
from facilitator.kit.pointmodel import PointGroup
from facilitator.translation import ntr, tr

_LONGEST = 200
"""Characters of the latest note."""


@dataclass(frozen=True)
class ListedQuestion:
    """A question in the list."""

    row: QuestionRow

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def text(self) -> str:
        """The question with its number, and how many notes answer it."""
        words = tr("{number}. {question}").format(number=self.row.number, question=self.row.question)
        count = ntr("{count} note", "{count} notes", self.row.count).format(count=self.row.count)
        return f"{words}\n{count if self.row.count else tr('No note yet')}"


def detail_words(row: QuestionRow) -> str:
    """Which kinds of notes answer a question, and what the latest says; empty where none does."""
    if not row.count:
        return ""
    kinds = ", ".join(
        tr("{kind} {count}").format(kind=kind_words(kind), count=number) for kind, number in row.kinds
    )
    latest = tr("Latest: {text}").format(text=shortened(" ".join(row.latest.split()), _LONGEST))
    return f"{kinds}\n{latest}"


def groups_of(rows: Sequence[QuestionRow]) -> list[PointGroup]:
    """Questions as groups of a list."""
    groups = []
    for title, sign, found in (
        (tr("Without a note yet"), ("edit", Tone.WARNING), [row for row in rows if not row.count]),
        (tr("With notes"), ("check", Tone.ACCENT), [row for row in rows if row.count]),
    ):
        if found:
            groups.append(PointGroup(title, sign, len(found), [ListedQuestion(row) for row in found]))
    return groups


class QuestionList(PointList):
    """Enter goes to the notes of a question one after the other, with Shift backwards; Space links notes."""

    stepped = Signal(int)
    linked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_point() is not None:
            self.linked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_point() is not None:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
