"""What can be done in the Run stage by a key or from the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from facilitator.features.notes.fixing.heard import CaseHeard
from facilitator.features.notes.fixing.steps import CASE
from facilitator.features.notes.keys import with_letter
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.features.notes.stage import RunStage


def add_actions(stage: RunStage, *, read_only: bool) -> None:
    """Give the stage its actions and those of its parts."""
    chooser, panes = stage.capture.chooser, stage.panes
    stage.addActions([*stage.capture.kinds.kind_actions, *stage.capture.marks.mark_actions])
    steps = stage.fixing.steps
    heard = CaseHeard(steps, stage.capture, stage.notes.lists)

    def step(of_notes: Callable[[int], None], of_next: Callable[[int], None], by: int) -> None:
        """What the key steps through: the items or speakers of the notes that are selected, or of the next note."""
        (of_notes if steps.means_notes() else of_next)(by)

    for text, keys, slot in (
        (tr("Next agenda item"), "Alt+Down", lambda: step(steps.step_item, chooser.step_item, 1)),
        (tr("Previous agenda item"), "Alt+Up", lambda: step(steps.step_item, chooser.step_item, -1)),
        (tr("Next speaker"), "Ctrl+Down", lambda: step(steps.step_speaker, chooser.step_speaker, 1)),
        (tr("Previous speaker"), "Ctrl+Up", lambda: step(steps.step_speaker, chooser.step_speaker, -1)),
        (tr("Make a city case of the note"), with_letter(CASE), heard.make),
        (
            tr("Delete the selected notes"),
            "",
            lambda: stage.delete(stage.notes.lists.active.selected_lines()),
        ),
    ):
        _add(stage, text, keys, slot).setEnabled(not read_only)
    stage.addActions(stage.rules.rule_actions)
    _add(stage, tr("Show or hide what stands beside the notes"), "Ctrl+B", panes.toggle_sides)
    stage.addActions(stage.sides.tab_actions())


def _add(stage: RunStage, text: str, keys: str, slot: Callable[[], None]) -> QAction:
    action = QAction(text, stage)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda *_: slot())
    stage.addAction(action)
    return action
