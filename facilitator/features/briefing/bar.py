"""What can be done with the paper as a whole, and with the paragraph that has the caret."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from facilitator.features.briefing import commands
from facilitator.features.briefing.rows import BriefingRow
from facilitator.features.briefing.translating.panel import second_of
from facilitator.kit.exporting import data_box
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.translation import PAPER_LANGUAGES, SOURCE_LANGUAGE, tr

if TYPE_CHECKING:
    from facilitator.features.briefing.stage import BriefingStage


class StageBar(QWidget):
    """A chooser of papers, and buttons with their keys."""

    def __init__(self, stage: BriefingStage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._writing: list[QAction] = []
        self._offered: list[tuple[str, str]] = []
        self._offered_second: list[tuple[str, str]] = []
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.choice = ChoiceField((), self)
        self.choice.setAccessibleName(tr("Paper"))
        self.choice.setMinimumContentsLength(20)
        self.choice.committed.connect(lambda name: stage.desk.choose_paper(str(name)))
        row.addWidget(self.choice)
        self.language = ChoiceField(list(PAPER_LANGUAGES.items()), self)
        self.language.setAccessibleName(tr("Language of the paper"))
        self.language.committed.connect(self._on_language)
        row.addWidget(self.language)
        self.second = ChoiceField((), self)
        self.second.setAccessibleName(tr("Second language, beside the first"))
        self.second.setToolTip(tr("Second language, beside the first"))
        self.second.committed.connect(self._on_second)
        row.addWidget(self.second)
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        for text, keys, slot, writes in (
            (tr("Move up"), QKeySequence(alt | Qt.Key.Key_Up), lambda: stage.move_paragraph(-1), True),
            (tr("Move down"), QKeySequence(alt | Qt.Key.Key_Down), lambda: stage.move_paragraph(1), True),
            (tr("Delete paragraph"), QKeySequence(), stage.delete, True),
            (tr("Note and back"), QKeySequence(Qt.Key.Key_F4), stage.go_to_note, False),
            (
                tr("Other language"),
                QKeySequence(control | Qt.Key.Key_F6),
                stage.composing.change_language,
                False,
            ),
            (tr("Templates…"), QKeySequence(), stage.design, False),
        ):
            row.addWidget(self._button(text, keys, slot, writes=writes))
        shift = Qt.KeyboardModifier.ShiftModifier
        for text, keys, step in (
            (tr("Move to the part before"), QKeySequence(alt | shift | Qt.Key.Key_Up), -1),
            (tr("Move to the part behind"), QKeySequence(alt | shift | Qt.Key.Key_Down), 1),
        ):
            self._writing.append(self._action(text, keys, partial(stage.moves.to_neighbour, step)))
        export = QPushButton(tr("Export…"), self)
        export.setObjectName("primary")
        export.clicked.connect(
            self._action(tr("Export…"), QKeySequence(control | Qt.Key.Key_E), stage.export).trigger
        )
        self.data = data_box(self)
        self.data.toggled.connect(stage.desk.carry_data)
        stage.desk.data_wanted.connect(self.data.setChecked)
        row.addWidget(self.data)
        row.addWidget(export)

    def show_state(self, *, is_drafted: bool) -> None:
        """Enable what can be done."""
        for action in self._writing:
            action.setEnabled(is_drafted and not self._stage.desk.read_only)
        desk = self._stage.desk
        choices = [(one.name, tr(one.title)) for one in desk.templates]
        if choices != self._offered:
            self._offered = choices
            self.choice.set_choices(choices)
        self.choice.show_value(desk.paper)
        briefing = desk.briefing
        self.language.setEnabled(is_drafted and not self._stage.desk.read_only)
        self.language.show_value(briefing.language if briefing and briefing.language else SOURCE_LANGUAGE)
        self._show_second(briefing)

    def _show_second(self, briefing: BriefingRow | None) -> None:
        first = briefing.language if briefing and briefing.language else SOURCE_LANGUAGE
        others = [
            (code, tr("and {language}").format(language=name)) for code, name in PAPER_LANGUAGES.items()
        ]
        choices = [("", tr("One language")), *(one for one in others if one[0] != first)]
        if choices != self._offered_second:
            self._offered_second = choices
            self.second.set_choices(choices)
        self.second.show_value(second_of(briefing))
        self.second.setEnabled(briefing is not None and not self._stage.desk.read_only)

    def _on_second(self, code: object) -> None:
        briefing = self._stage.desk.briefing
        if briefing is not None and second_of(briefing) != code:
            self._stage.composing.commit()
            self._stage.desk.run(commands.set_second_language(briefing.id, str(code)))

    def _on_language(self, code: object) -> None:
        briefing = self._stage.desk.briefing
        if briefing is not None and briefing.language != code:
            self._stage.desk.run(commands.set_language(briefing.id, str(code)))

    def _button(
        self, text: str, keys: QKeySequence, slot: Callable[[], None], *, writes: bool
    ) -> QToolButton:
        action = self._action(text, keys, slot)
        if writes:
            self._writing.append(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(text)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text} ({shown})" if shown else text)
        return button

    def _action(self, text: str, keys: QKeySequence, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self._stage)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda *_: slot())
        self._stage.addAction(action)
        return action
