"""Brief with its preview in sight: a key in the text, and the pages anew after a change, in a real window."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from facilitator.features.briefing import queries
from facilitator.features.briefing.clearing import clear_briefing
from facilitator.features.briefing.commands import StartBriefing
from facilitator.features.briefing.previewing.panel import PreviewPanel
from facilitator.features.briefing.report import build_paper
from facilitator.features.briefing.stage import BriefingStage
from facilitator.features.imports.sample import make_sample
from facilitator.features.sessions.queries import list_sessions
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.preview_pages import read_leaves
from facilitator.publishing import pdf
from facilitator.storage.store import Store, open_library
from tests.benchmarks.ratio import Ratio

_SESSION, _KEYS, _CHANGES, _PATIENCE_MS = "4", 60, 7, 10_000
_WORD = "resilience "


def measure() -> list[Ratio]:
    """Medians on the sample's longest session; the floors are Qt's own text field, and rendering alone."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Sample.lle")
        make_sample(path)
        store = open_library(path)
        with store.read() as session:
            session_id = next(row.id for row in list_sessions(session) if row.label == _SESSION)
        store.run(StartBriefing(session_id))
        context = Context(Library(store), Navigator(), Jobs(), Notices())
        stage = BriefingStage(context, session_id)
        try:
            return _measured(stage, store, session_id)
        finally:
            context.jobs.finish()
            stage.close()
            context.library.close()


def _measured(stage: BriefingStage, store: Store, session_id: str) -> list[Ratio]:
    stage.resize(1280, 760)
    panel = stage.sides.show_side("preview")
    assert isinstance(panel, PreviewPanel)
    stage.show()
    stage.activateWindow()
    _until(lambda: panel.current is not None)
    section = stage.desk.section
    assert section is not None
    stage.desk.go(section.key, section.paragraphs[0].id)
    stage.composing.focus_text()
    plain = QTextEdit()
    plain.setPlainText(stage.composing.editor.toPlainText())
    plain.resize(stage.composing.editor.size())
    plain.show()
    key, floor = _keys(stage.composing.editor), _keys(plain)
    plain.close()
    changes = [_change(stage, panel) for _ in range(_CHANGES)]
    anew = statistics.median(whole for whole, _ in changes)
    held = statistics.median(longest for _, longest in changes)
    steps = _steps(store, session_id)
    notes = (
        f"Of it 250 ms are the pause that is waited for; the window's thread was held up {held:.0f} ms at once.",
        "The work of one change: " + ", ".join(f"{name} {took:.0f} ms" for name, took in steps.items()) + ".",
    )
    return [
        Ratio("Key in Brief to its paint", key, floor, "ms", "a key in a plain QTextEdit"),
        Ratio(
            "Change to the pages anew", anew, steps["drawing"], "ms", "drawing the pages alone", None, notes
        ),
    ]


def _keys(target: QWidget) -> float:
    times = []
    target.setFocus()
    for number in range(_KEYS):
        began = time.perf_counter()
        QTest.keyClicks(target, _WORD[number % len(_WORD)])
        target.grab()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def _change(stage: BriefingStage, panel: PreviewPanel) -> tuple[float, float]:
    """Milliseconds from a change to the pages that show it, and the longest that no event was heard meanwhile."""
    QTest.keyClicks(stage.composing.editor, _WORD)
    gaps, last = [0.0], time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(1000 * (now - last))
        last = now

    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    began = last = time.perf_counter()
    stage.composing.commit()
    _until(lambda: panel.current is not None)
    took = 1000 * (time.perf_counter() - began)
    timer.stop()
    return took, max(gaps)


def _steps(store: Store, session_id: str) -> dict[str, float]:
    """Medians of milliseconds for each step of making the paper."""
    seen: dict[str, list[float]] = {}

    def timed(name: str, act: Callable[[], object]) -> object:
        began = time.perf_counter()
        made = act()
        seen.setdefault(name, []).append(1000 * (time.perf_counter() - began))
        return made

    for _ in range(_CHANGES):
        with store.read() as session:
            snapshot = timed("reading", lambda session=session: queries.read_snapshot(session, session_id))
        cleared = timed("the gate", lambda snapshot=snapshot: clear_briefing(snapshot))
        paper = timed("building and sealing", lambda cleared=cleared: build_paper(cleared))
        rendering = timed("drawing", lambda paper=paper: pdf.render(paper.sealed))
        timed("places on the pages", lambda rendering=rendering: read_leaves(rendering.data, lambda: False))
    return {name: statistics.median(times) for name, times in seen.items()}


def _until(is_so: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not is_so():
        QApplication.processEvents()
        if 1000 * (time.perf_counter() - began) > _PATIENCE_MS:
            raise TimeoutError("the preview was not made")
