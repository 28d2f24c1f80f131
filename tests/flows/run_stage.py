"""How the stage Run stands in the driven window: what a person sees of it, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.features.notes.stage import RunStage
    from facilitator.shell.window import MainWindow


def told_of(window: MainWindow) -> dict[str, Any]:
    """The text in the line and whether the caret is there; item and speaker; the note that was begun last in the list,
    with its id, and how many there are; what the clock says."""
    from facilitator.features.clock.steering.ticking import TickingText

    stage = _stage(window)
    notes = stage.list.notes
    latest = notes.latest()
    line = notes.line(notes.row_of(latest)) if latest else None
    return {
        "line": stage.capture.line.toPlainText(),
        "caret": stage.capture.line.hasFocus(),
        "item": stage.capture.chooser.item_id(),
        "speaker": stage.capture.chooser.speaker_id(),
        "attribution": stage.capture.hand.marks.attribution,
        "latest": line.text if line else "",
        "latest_id": latest,
        "count": len(notes.ids()),
        "clock": [one.words for one in stage.findChildren(TickingText)],
    }


def _stage(window: MainWindow) -> RunStage:
    assert window.opened is not None
    workspace: Any = window.opened.screens.currentWidget()
    stage: RunStage = workspace.current_stage()
    return stage
