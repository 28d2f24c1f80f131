"""F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from facilitator.shell.window import MainWindow


def next_pane(window: MainWindow, steps: int) -> None:
    """Move the focus to the next part (``steps`` 1) or the one before (-1): rail, parts of the page, message. A stage
    that goes round by itself does so, by way of a message that is shown."""
    stage = next(iter(window.opened.screens.shown_parts()), None) if window.opened else None
    go_round = getattr(stage, "go_round", None)
    if go_round is not None:
        if not go_round(steps) and not _focus_message(window):
            go_round(steps, over=True)
        return
    panes = list(_panes(window))
    focused = window.focusWidget()
    here = next((number for number, pane in enumerate(panes) if _holds(pane, focused)), -1)
    for distance in range(1, len(panes) + 1):
        target = _first_focusable(panes[(here + steps * distance) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _focus_message(window: MainWindow) -> bool:
    for panel in window.panels():
        target = _first_focusable(panel)
        if target is not None and not _holds(panel, window.focusWidget()):
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def _panes(window: MainWindow) -> Iterator[QWidget]:
    yield window.rail
    shown = window.opened.screens.currentWidget() if window.opened else None
    if shown is not None:
        yield from _parts(shown)
    yield from window.panels()


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The widget itself, or the parts of its outermost splitters."""
    splitters = [found for found in widget.findChildren(QSplitter) if found.isVisible()]
    outer = [
        found
        for found in splitters
        if not any(other.isAncestorOf(found) for other in splitters if other is not found)
    ]
    if not outer:
        yield widget
        return
    for splitter in outer:
        for number in range(splitter.count()):
            part = splitter.widget(number)
            if part is not None and part.isVisible():
                yield from _parts(part)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _first_focusable(pane: QWidget) -> QWidget | None:
    candidates = [pane, *pane.findChildren(QWidget)]
    order = {widget: number for number, widget in enumerate(_chain(pane.window()))}
    able = [
        widget
        for widget in candidates
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return min(able, key=lambda widget: order.get(widget, len(order)), default=None)


def _chain(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()
