"""The picture as a control: by mouse and by keyboard, and in words for those who hear it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.drops import PictureDrops
from facilitator.features.agenda.picture.mouse import PictureMouse
from facilitator.features.agenda.picture.view import PictureView
from facilitator.features.agenda.picture.walking import Step, ends_of, step, toggled
from facilitator.kit.announcing import announce
from facilitator.reading.plan_rows import Plan
from facilitator.translation import tr

_STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
}


class PictureCanvas(PictureView):
    """What is chosen here and in the list is the same. Arrows go from item to item, with Shift they add to what is
    chosen, with Ctrl they leave it, and the space bar adds or takes off; Enter opens."""

    chosen = Signal(list)
    opened = Signal(str)
    placed = Signal(list, str, str, str)
    lengthened = Signal(str, int)
    people_dropped = Signal(object, str)

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(here, parent)
        self.read_only = False
        self._chosen: tuple[str, ...] = ()
        self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mouse = PictureMouse(self)
        self._drops = PictureDrops(self)
        self.setAccessibleName(tr("Picture of the plan"))
        self._describe()

    def show_plan(self, plan: Plan | None, segments: Mapping[str, str]) -> None:
        """Show a plan; what is selected stays so while it is there."""
        self._mouse.cancel()
        self.show_scene(plan, segments)
        there = self.scene.by_id if self.scene else {}
        self._chosen = tuple(one for one in self._chosen if one in there)
        self._current = self._current if self._current in there else next(iter(there), "")
        self._describe()

    def select(self, item_ids: Sequence[str]) -> None:
        """Mark what is selected elsewhere, and scroll to the first of it."""
        there = self.scene.by_id if self.scene else {}
        found = tuple(one for one in item_ids if one in there)
        if set(found) == set(self._chosen):
            return
        self._chosen = found
        if found:
            self._current = found[0]
            self.reveal(there[found[0]])
        self._describe()

    @property
    def choice(self) -> tuple[str, ...]:
        """The ids of what is selected."""
        return self._chosen

    def choose(self, item_ids: Sequence[str], current: str = "") -> None:
        """Select items as a person does, and go to one of them."""
        self._current = current or self._current
        if tuple(item_ids) != self._chosen:
            self._chosen = tuple(item_ids)
            self._describe()
            self.chosen.emit(list(item_ids))
        self.viewport().update()

    def shown_choice(self) -> tuple[Collection[str], str]:
        chosen = (*self._chosen, self._drops.under) if self._drops.under else self._chosen
        return chosen, self._current if self.hasFocus() else ""

    def paint_over(self, painter: QPainter) -> None:
        assert self.scene is not None
        self._mouse.paint(painter, self.scene, self.look)
        self._drops.paint(painter, self.scene, self.look)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mouse.cancel():
            return
        if self.scene is None or not self._by_key(event):
            event.ignore()

    def _by_key(self, event: QKeyEvent) -> bool:
        """Whether a key is one of ours."""
        assert self.scene is not None
        keys, modifiers = event.key(), event.modifiers()
        adds = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if (direction := _STEPS.get(Qt.Key(keys))) is not None:
            self._go_to(step(self.scene, self._current, direction), adds, modifiers)
        elif keys in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(ends_of(self.scene)[keys == Qt.Key.Key_End], adds, modifiers)
        elif keys == Qt.Key.Key_Space:
            self.choose(toggled(self._chosen, self._current))
        elif keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._current)
        elif keys in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() * (1 if keys == Qt.Key.Key_PageDown else -1))
        else:
            return False
        return True

    def _go_to(self, item_id: str, adds: bool, modifiers: Qt.KeyboardModifier) -> None:
        assert self.scene is not None
        self._current = item_id
        self.reveal(self.scene.by_id[item_id])
        if adds:
            self.choose(tuple(dict.fromkeys((*self._chosen, item_id))))
        elif not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.choose((item_id,))
        announce(self, words.spoken(self.scene.by_id[item_id].item, self.look.segments))
        self.viewport().update()

    def _describe(self) -> None:
        there = self.scene.by_id if self.scene else {}
        items = [there[one].item for one in self._chosen if one in there]
        self.setAccessibleDescription(words.spoken_choice(items, self.look.segments))
        self.viewport().update()
