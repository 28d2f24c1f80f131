"""All that can be done with notes that are selected: by a key while the list has the focus, from its menu, and from the
palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.consent import ATTRIBUTION_LABELS
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes import keys
from facilitator.features.notes.fixing.asking import Asking
from facilitator.features.notes.fixing.steps import CASE, Steps
from facilitator.features.notes.listing.pair import NoteLists
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.wording import kind_words
from facilitator.kit.context import Context
from facilitator.translation import mark, tr

_SECOND, _MINUTE = 1_000, 60_000


@dataclass(frozen=True)
class _Entry:
    """One action. ``gesture`` names what it does, ``arguments`` go with it."""

    text: str
    keys: str
    gesture: str
    arguments: tuple[int, ...] = ()
    begins_part: bool = False


_ENTRIES = (
    _Entry(mark("Open the note"), "", "open"),
    _Entry(mark("Speaker of the notes…"), "F4", "asking.speaker", begins_part=True),
    _Entry(mark("Tags and themes of the notes…"), "Shift+F4", "asking.terms"),
    _Entry(mark("Moment of the notes…"), "Ctrl+T", "asking.moment"),
    _Entry(mark("A minute earlier"), "Ctrl+Left", "steps.shift", (-_MINUTE,)),
    _Entry(mark("A minute later"), "Ctrl+Right", "steps.shift", (_MINUTE,)),
    _Entry(mark("Ten seconds earlier"), "Ctrl+Shift+Left", "steps.shift", (-10 * _SECOND,)),
    _Entry(mark("Ten seconds later"), "Ctrl+Shift+Right", "steps.shift", (10 * _SECOND,)),
    _Entry(mark("Agenda item of the notes…"), "Ctrl+L", "asking.item"),
    _Entry(mark("Guiding question of the notes…"), "Ctrl+G", "asking.question"),
    _Entry(mark("Answered, or verified"), "Ctrl+R", "steps.settle"),
    _Entry(mark("Join the notes"), keys.with_letter("J"), "steps.join", begins_part=True),
)


class NoteActions(QObject):
    """Makes the actions. The stage has all of them, for the palette; the keys of those that change notes work while a
    list has the focus, so that they mean nothing else while a note is typed."""

    def __init__(self, context: Context, session_id: str, lists: NoteLists, stage: QWidget) -> None:
        super().__init__(stage)
        self._lists, self._read_only = lists, context.library.read_only
        self.steps = Steps(context, session_id, lists)
        self.asking = Asking(context, session_id, lists, self.steps)
        self._actions = [(entry, self._make(stage, entry)) for entry in _ENTRIES]
        self._of_lists = [
            _add(stage, text, shortcut, slot)
            for text, shortcut, slot in (
                (tr("Next order of the notes"), "Ctrl+D", lists.go_to_next_order),
                (tr("A second list of notes, or one"), "Ctrl+Shift+D", lists.toggle_second),
                (tr("Notes in one line, or in three"), "Ctrl+Shift+L", lists.toggle_dense),
            )
        ]
        lists.menu_requested.connect(self._show_menu)
        lists.signed.connect(self._on_signed)
        lists.selected.connect(self._update)
        self._update()

    def open(self) -> None:
        """Open the note with the focus."""
        line = self._lists.active.current_line()
        if line is not None:
            self._lists.opened.emit(line)

    def make_menu(self) -> QMenu:
        """A menu with all that can be done with the notes; it goes when it is closed."""
        menu = QMenu(self._lists)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self.steps.lines()
        for number, (entry, action) in enumerate(self._actions):
            if entry.begins_part:
                menu.addSeparator()
            menu.addAction(action)
            if number == 0:
                self._add_marks(menu, lines)
        has_case = any(line.case_id for line in lines)
        words = tr("Go to the case") if has_case else tr("Make a city case")
        self._plain(menu, words, keys.with_letter(CASE), self.steps.make_case)
        menu.addSeparator()
        self._plain(menu, tr("Delete"), "Del", self.steps.delete)
        menu.addSeparator()
        menu.addActions(self._of_lists)
        return menu

    def _add_marks(self, menu: QMenu, lines: Sequence[NoteLine]) -> None:
        menu.addSeparator()
        marking = partial(self._marking, lines)
        kinds = menu.addMenu(tr("Kind"))
        for kind in NoteKind:
            letter = keys.with_letter(keys.KIND_LETTERS[kind])
            marking(kinds, kind_words(kind.value), letter, "kind", kind.value, tr("Kind"))
        levels = menu.addMenu(tr("Attribution"))
        letters = {"off_the_record": keys.OFF_THE_RECORD, "chatham_house": keys.CHATHAM_HOUSE}
        for level, label in ATTRIBUTION_LABELS.items():
            known = letters.get(level.value)
            letter = keys.with_letter(known) if known else ""
            marking(levels, tr(label), letter, "attribution", level.value, tr("Attribution"))
        marking(menu, tr("Star"), keys.with_letter(keys.STAR), "starred", True, tr("Star"))
        marking(menu, tr("To verify"), keys.with_letter(keys.VERIFY), "to_verify", True, tr("Doubt"))

    def _marking(
        self,
        lines: Sequence[NoteLine],
        menu: QMenu,
        text: str,
        shown: str,
        name: str,
        value: str | bool,
        field: str,
    ) -> None:
        action = self._plain(menu, text, shown, lambda: self.steps.mark(name, value, field))
        action.setCheckable(True)
        action.setChecked(bool(lines) and all(getattr(line, name) == value for line in lines))

    def _plain(self, menu: QMenu, text: str, shown: str, slot: Callable[[], None]) -> QAction:
        """An entry whose key belongs to an action of the stage: it is shown here, and not taken twice."""
        native = QKeySequence(shown).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{text}\t{native}" if native else text)
        action.setEnabled(not self._read_only and bool(self.steps.ids()))
        action.triggered.connect(lambda *_: slot())
        return action

    def _make(self, stage: QWidget, entry: _Entry) -> QAction:
        slot = attrgetter(entry.gesture)(self)
        action = _add(stage, tr(entry.text), entry.keys, lambda: slot(*entry.arguments))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for one in self._lists.lists:
            one.addAction(action)
        return action

    def _show_menu(self, place: QPoint) -> None:
        if self.steps.ids():
            self.make_menu().popup(place)

    def _on_signed(self, sign: str) -> None:
        (self.asking.terms if sign == "#" else self.asking.speaker)()

    def _update(self) -> None:
        """What writes needs notes that are selected."""
        found = bool(self._lists.active.selectionModel().hasSelection())
        for entry, action in self._actions:
            action.setEnabled(found and (entry.gesture == "open" or not self._read_only))


def _add(owner: QWidget, text: str, shortcut: str, slot: Callable[[], object]) -> QAction:
    action = QAction(text, owner)
    action.setShortcut(QKeySequence(shortcut))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda *_: slot())
    owner.addAction(action)
    return action
