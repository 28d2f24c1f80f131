"""Which clock is followed, and, in a line of its own where it is so, that the notes are elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.kit.fields import ChoiceField
from facilitator.kit.icons import icon
from facilitator.kit.labels import ElidedLabel
from facilitator.translation import tr


class ClockRow(QWidget):
    """A line of words. The choice of the plenary and the groups is to be laid out elsewhere."""

    chosen = Signal()
    """Another clock is to be followed."""
    told = Signal()
    """There is something else to tell, or nothing any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.group = ChoiceField(parent=self)
        self.group.setAccessibleName(tr("Clock to follow"))
        self.group.setToolTip(tr("Clock to follow: of the plenary or of a group"))
        self._sign = QLabel(self)
        self._words = ElidedLabel(self)
        self._is_tight = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sign)
        layout.addWidget(self._words, 1)
        self.group.committed.connect(lambda _id: self.chosen.emit())
        self.offer(())
        self.show_item("")

    def group_id(self) -> str:
        """The group whose clock is followed; empty for the plenary."""
        return str(self.group.currentData() or "")

    def follow(self, group_id: str) -> None:
        """Follow a group's clock from now on, or the plenary's (empty)."""
        if group_id != self.group_id() and self.group.findData(group_id) >= 0:
            self.group.show_value(group_id)
            self.chosen.emit()

    def words(self) -> str:
        """That the clock is on another item; empty where it is not."""
        return self._words.text()

    def set_tight(self, tight: bool) -> None:
        """Take no room: the words are told elsewhere, and the clock's own keys choose what is followed."""
        self._is_tight = tight
        self._show()

    def offer(self, groups: Sequence[tuple[str, str]]) -> None:
        """Offer groups (id, name) beside the plenary."""
        if self.group_id() not in dict(groups):
            self.group.show_value("")
        self.group.set_choices([("", tr("Plenary")), *groups])
        self._show()

    def show_item(self, item: str) -> None:
        """Tell that the clock is on another item, by its words; nothing for none."""
        words = tr("Not the clock’s item: the clock is at “{item}”.").format(item=item) if item else ""
        if words == self.words():
            return
        self._words.setText(words)
        self._sign.setPixmap(icon("clock").pixmap(self.fontMetrics().ascent()))
        self._show()

    def _show(self) -> None:
        self._sign.setVisible(bool(self.words()))
        self.setVisible(not self._is_tight and bool(self.words()))
        self.group.setVisible(not self._is_tight and self.group.count() > 1)
        self.told.emit()
