"""The parts of a template: their list, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSplitter, QToolButton, QVBoxLayout, QWidget

from facilitator.features.briefing.designing import editing
from facilitator.features.briefing.designing.part_form import PartForm
from facilitator.features.briefing.templates import CONTENT_LABELS, Part, Template
from facilitator.kit.context import Context
from facilitator.kit.forms import scrolled
from facilitator.kit.icons import icon
from facilitator.translation import tr


class PartsPanel(QWidget):
    """Alt+Up and Alt+Down move the chosen part. Calls ``edit`` with the template as it is to be."""

    def __init__(self, context: Context, edit: Callable[[Template], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self._template: Template | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Parts"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show_part())
        self.part = PartForm(context, edit, self)
        self.buttons: dict[str, QToolButton] = {}
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(self._make_buttons(left))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(scrolled(self.part))
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([240, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    @property
    def key(self) -> str:
        """The key of the part that is chosen; empty for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def show_template(self, template: Template, *, enabled: bool) -> None:
        """Show the parts of a template; the chosen one stays chosen where it is still there."""
        key, other = self.key, self._template is None or self._template.name != template.name
        self._template = template
        with QSignalBlocker(self.list):
            self.list.clear()
            for part in template.parts:
                self.list.addItem(named(part))
                self.list.item(self.list.count() - 1).setData(Qt.ItemDataRole.UserRole, part.key)
        self._choose("" if other else key)
        for button in self.buttons.values():
            button.setEnabled(enabled)
        self.part.setEnabled(enabled)

    def add(self) -> None:
        """Add a part behind the chosen one, and let its heading be typed."""
        if self._template is None:
            return
        template, key = editing.with_new_part(self._template, tr("New part"), self.key)
        self._edit(template)
        self._choose(key)
        self.part.form.field("heading").setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the chosen part out."""
        if self._template is not None and self.key:
            row = self.list.currentRow()
            self._edit(editing.without_part(self._template, self.key))
            self.list.setCurrentRow(min(row, self.list.count() - 1))

    def move_part(self, places: int) -> None:
        """Move the chosen part up (negative) or down."""
        if self._template is not None and self.key:
            key = self.key
            self._edit(editing.with_part_moved(self._template, key, places))
            self._choose(key)

    def _choose(self, key: str) -> None:
        keys = [part.key for part in self._template.parts] if self._template else []
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._show_part()

    def _show_part(self) -> None:
        part = self._template.part(self.key) if self._template else None
        self.part.setVisible(part is not None)
        if self._template is not None and part is not None:
            self.part.show_part(self._template, part)

    def _make_buttons(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        alt = Qt.KeyboardModifier.AltModifier
        for name, text, keys, slot in (
            ("add", tr("Add part"), QKeySequence(), self.add),
            ("up", tr("Move part up"), QKeySequence(alt | Qt.Key.Key_Up), lambda: self.move_part(-1)),
            ("down", tr("Move part down"), QKeySequence(alt | Qt.Key.Key_Down), lambda: self.move_part(1)),
            ("delete", tr("Remove part"), QKeySequence(), self.remove),
        ):
            action = QAction(icon(name), text, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda *_, slot=slot: slot())
            self.addAction(action)
            button = QToolButton(parent)
            button.setDefaultAction(action)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({keys.toString()})" if keys.toString() else text)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        return row


def named(part: Part) -> str:
    """A part in a list: its heading, or else what it is made of."""
    return tr(part.heading) if part.heading else tr(CONTENT_LABELS[part.content])
