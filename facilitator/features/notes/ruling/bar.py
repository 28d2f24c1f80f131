"""Above the notes: the rule that holds for all that is said now, in words and by its sign, and what sets it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from facilitator.domain.consent import ATTRIBUTION_MEANINGS, Attribution
from facilitator.features.notes.commands.ruling import (
    item_rule_words,
    rule_item,
    rule_session,
    session_rule_words,
)
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.icons import icon
from facilitator.kit.labels import ElidedLabel
from facilitator.kit.shapes import consent_icon
from facilitator.translation import tr

_RULES = (Attribution.CHATHAM_HOUSE, Attribution.OFF_THE_RECORD, None)


class RuleBar(QWidget):
    """Follows the item that notes are taken on. ``rule_actions`` set the rule of that item or of the session."""

    sides_toggled = Signal()
    """What stands beside the notes is to be shown or hidden."""
    shown = Signal()
    """Another rule is shown, or none any more."""

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._frame: RunFrame | None = None
        self._item_id = ""
        self._sign = QLabel(self)
        self.words = ElidedLabel(self, "ruleWords")
        self._item_actions = {rule: self._action(rule, of_item=True) for rule in _RULES}
        self._session_actions = {rule: self._action(rule, of_item=False) for rule in _RULES}
        self.rule_actions = [*self._item_actions.values(), *self._session_actions.values()]
        self.button = self._make_button()
        self.beside = QToolButton(self)
        self.beside.setIcon(icon("details"))
        self.beside.setCheckable(True)
        self.beside.setAccessibleName(tr("Beside the notes"))
        self.beside.setToolTip(tr("Show or hide what stands beside the notes (Ctrl+B)"))
        self.beside.clicked.connect(self.sides_toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sign)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.beside)

    def show_rule(self, frame: RunFrame, item_id: str) -> None:
        """Show what holds for an item of the session."""
        self._frame, self._item_id = frame, item_id
        of_item, of_session = self._rule_of_item(), frame.session_rule
        held = frame.rule_of(item_id)
        parts = []
        if of_item is not None:
            parts.append(item_rule_words(of_item))
        if of_session is not Attribution.NAMED:
            parts.append(session_rule_words(of_session))
        words = " · ".join(parts)
        self.words.setText(f"{words}. {tr(ATTRIBUTION_MEANINGS[held])}" if words else "")
        self._sign.setVisible(bool(words))
        self.shown.emit()
        side = self.fontMetrics().height()
        self._sign.setPixmap(consent_icon(held).pixmap(side, side))
        for rule, action in self._item_actions.items():
            action.setChecked(bool(item_id) and rule is of_item)
            action.setEnabled(bool(item_id) and not self._context.library.read_only)
        own = None if of_session is Attribution.NAMED else of_session
        for rule, action in self._session_actions.items():
            action.setChecked(rule is own)

    @property
    def has_words(self) -> bool:
        """Whether a rule holds."""
        return bool(self.words.text())

    def show_sides(self, shown: bool) -> None:
        """Show whether parts stand beside the notes."""
        self.beside.setChecked(shown)

    def _rule_of_item(self) -> Attribution | None:
        rule = self._frame.item_rules.get(self._item_id) if self._frame else None
        return None if rule is Attribution.NAMED else rule

    def _make_button(self) -> QPushButton:
        button = QPushButton(tr("Rule"), self)
        button.setObjectName("link")
        button.setAccessibleName(tr("Rule for all that is said"))
        button.setToolTip(tr("Rule for all that is said on this item, or in the whole session"))
        menu = QMenu(button)
        menu.addActions(list(self._item_actions.values()))
        menu.addSeparator()
        menu.addActions(list(self._session_actions.values()))
        button.setMenu(menu)
        return button

    def _action(self, rule: Attribution | None, *, of_item: bool) -> QAction:
        words = item_rule_words(rule) if of_item else session_rule_words(rule)
        action = QAction(words, self)
        action.setCheckable(True)
        if rule is not None:
            action.setIcon(consent_icon(rule))
        action.setEnabled(not of_item and not self._context.library.read_only)
        action.triggered.connect(lambda *_: self._set_rule(rule, of_item))
        return action

    def _set_rule(self, rule: Attribution | None, of_item: bool) -> None:
        command = rule_item(self._item_id, rule) if of_item else rule_session(self._session_id, rule)
        if self._context.library.run(command):
            self._context.notices.tell(command.label, offer_undo=True)
            announce(self, command.label)
        elif self._frame is not None:
            self.show_rule(self._frame, self._item_id)
