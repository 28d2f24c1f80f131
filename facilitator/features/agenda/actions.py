"""What can be done with the items of an agenda: the same by key, from the bar, and from the menu of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facilitator.features.agenda.gestures import Gestures
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import mark, tr


def _always(_rows: Sequence[AgendaItemRow]) -> bool:
    return True


def _any(rows: Sequence[AgendaItemRow]) -> bool:
    return bool(rows)


def _one(rows: Sequence[AgendaItemRow]) -> bool:
    return len(rows) == 1


def _several(rows: Sequence[AgendaItemRow]) -> bool:
    return len(rows) > 1


def _has_speakers(rows: Sequence[AgendaItemRow]) -> bool:
    return len(rows) == 1 and len(rows[0].appearances) > 1


def _has_start(rows: Sequence[AgendaItemRow]) -> bool:
    return any(row.start is not None for row in rows)


@dataclass(frozen=True)
class _Entry:
    """One action; ``needs`` tells of the selection whether it can be done, ``in_bar`` whether it has a button."""

    text: str
    keys: str
    icon: str
    gesture: str
    needs: Callable[[Sequence[AgendaItemRow]], bool] = _any
    in_bar: bool = False
    writes: bool = True
    begins_part: bool = False


_ENTRIES = (
    _Entry(mark("Add item"), "Ins", "add", "items.add_item", _always, in_bar=True),
    _Entry(mark("Duplicate"), "Ctrl+D", "copy", "items.duplicate", in_bar=True),
    _Entry(mark("Delete"), "", "delete", "items.delete", in_bar=True),
    _Entry(mark("Move up"), "Alt+Up", "up", "moves.move_up", in_bar=True, begins_part=True),
    _Entry(mark("Move down"), "Alt+Down", "down", "moves.move_down", in_bar=True),
    _Entry(mark("Move to the group before"), "Alt+Shift+Left", "back", "moves.move_left"),
    _Entry(mark("Move to the next group"), "Alt+Shift+Right", "forward", "moves.move_right"),
    _Entry(mark("Add group"), "Ctrl+G", "people", "items.add_group", _always, in_bar=True),
    _Entry(mark("Fix start"), "Ctrl+L", "pin", "items.fix", _has_start, in_bar=True, begins_part=True),
    _Entry(mark("Split in two"), "Ctrl+T", "", "items.split", _one),
    _Entry(mark("Split by speakers"), "Ctrl+Shift+T", "", "items.split_by_speakers", _has_speakers),
    _Entry(mark("Join"), "Ctrl+J", "merge", "items.join", _several),
    _Entry(mark("Copy items as text"), "", "", "beyond.copy", writes=False, begins_part=True),
    _Entry(mark("Paste lines as items"), "", "", "beyond.paste", _always),
    _Entry(mark("Select all items"), "", "", "beyond.select_all", _always, writes=False),
    _Entry(mark("From a template…"), "", "sessions", "beyond.choose_template", _always, begins_part=True),
    _Entry(mark("Save as template…"), "", "star", "beyond.save_template", _always),
    _Entry(mark("Papers…"), "Ctrl+P", "print", "beyond.open_papers", _always, in_bar=True, writes=False),
)


class AgendaActions(QObject):
    """Makes the actions on the stage, keeps them enabled as the selection allows, and puts them into bar and menu."""

    def __init__(self, stage: QWidget, table: AgendaTable, gestures: Gestures, *, read_only: bool) -> None:
        super().__init__(stage)
        self._table, self._read_only = table, read_only
        self._stage = stage
        self._actions: list[tuple[_Entry, QAction]] = []
        for entry in _ENTRIES:
            self._actions.append((entry, self._make(stage, entry, attrgetter(entry.gesture)(gestures))))
        table.chosen.connect(self.update)
        table.menu_requested.connect(self._show_menu)
        self.update()

    def fill(self, bar: FlowLayout, parent: QWidget) -> None:
        """Put the buttons into a bar."""
        for entry, action in self._actions:
            if entry.in_bar:
                bar.addWidget(make_button(action, parent))
        more = QToolButton(parent)
        more.setText(tr("More"))
        more.setAccessibleName(tr("More to do with items"))
        more.setIcon(icon("more"))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.clicked.connect(lambda: self._show_menu(more.mapToGlobal(more.rect().bottomLeft())))
        bar.addWidget(more)

    def update(self) -> None:
        """Enable what can be done with the items that are selected."""
        rows = self._table.selected_items()
        for entry, action in self._actions:
            action.setEnabled(entry.needs(rows) and not (entry.writes and self._read_only))
            if entry.gesture == "items.fix":
                fixed = bool(rows) and all(row.pinned_start is not None for row in rows)
                action.setText(tr("Free start") if fixed else tr(entry.text))

    def _make(self, stage: QWidget, entry: _Entry, slot: Callable[[], None]) -> QAction:
        return make_action(stage, tr(entry.text), entry.keys, entry.icon, slot)

    def make_menu(self) -> QMenu:
        """A menu with all of them; it goes when it is closed."""
        menu = QMenu(self._stage)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry, action in self._actions:
            if entry.begins_part:
                menu.addSeparator()
            menu.addAction(action)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        self.make_menu().popup(point)


def make_action(owner: QWidget, text: str, keys: str, icon_name: str, slot: Callable[[], object]) -> QAction:
    """An action of a widget whose key works wherever the widget is shown."""
    action = QAction(text, owner)
    if icon_name:
        action.setIcon(icon(icon_name))
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda *_: slot())
    owner.addAction(action)
    return action


def make_button(action: QAction, parent: QWidget) -> QToolButton:
    """A button with the icon and the words of an action; its tip has the key."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    action.changed.connect(lambda: button.setAccessibleName(action.text()))
    button.setAccessibleName(action.text())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    if keys:
        button.setToolTip(tr("{action} ({keys})").format(action=action.text(), keys=keys))
    return button
