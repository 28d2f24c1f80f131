"""How the paragraph with the caret is set, and its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.columns import STYLE_LABELS
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.composing.editor import ProseEditor
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.translation import tr

_KEYS = {
    Style.BODY: "Ctrl+Alt+0",
    Style.SUBHEADING: "Ctrl+Alt+1",
    Style.BULLET: "Ctrl+Alt+2",
    Style.NUMBERED: "Ctrl+Alt+3",
    Style.QUOTATION: "Ctrl+Alt+4",
    Style.TABLE: "Ctrl+Alt+5",
}
_ITALIC = "Ctrl+I"
"""The text takes this key for itself: elsewhere it imports files."""


class ProseBar(QWidget):
    """A chooser of styles with a key for each, and buttons for bold, italic, links and pictures."""

    def __init__(
        self,
        editor: ProseEditor,
        link: Callable[[], None],
        picture: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.others: list[ProseEditor] = []
        """Texts whose words take the look too, while they have the focus."""
        self.text_actions: list[QAction] = []
        """They work anywhere in the stage that takes them."""
        self.style_ = ChoiceField([(style.value, tr(STYLE_LABELS[style])) for style in _KEYS], self)
        self.style_.setAccessibleName(tr("Set as"))
        self.style_.committed.connect(self._on_style)
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.style_)
        for style, keys in _KEYS.items():
            self._action(tr(STYLE_LABELS[style]), keys, partial(editor.set_style, style))
        for text, keys, slot in (
            (tr("Bold"), "Ctrl+B", lambda: self.target.toggle(blocks.BOLD)),
            (tr("Italic"), "", lambda: self.target.toggle(blocks.ITALIC)),
            (tr("Link…"), "Ctrl+Shift+L", link),
            (tr("Picture…"), "Ctrl+Shift+I", picture),
        ):
            button = QToolButton(self)
            button.setDefaultAction(self._action(text, keys, slot))
            button.setAccessibleName(text)
            shown = keys or _ITALIC
            button.setToolTip(tr("{action} ({keys})").format(action=text, keys=shown))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        editor.moved.connect(self.show_style)

    @property
    def target(self) -> ProseEditor:
        """The text whose words are meant."""
        return next((one for one in self.others if one.hasFocus()), self._editor)

    def show_style(self) -> None:
        """Show how the paragraph with the caret is set."""
        self.style_.show_value(self._editor.current_style.value)
        self.style_.setEnabled(
            self._editor.current_style is not Style.PICTURE and not self._editor.isReadOnly()
        )

    def _on_style(self, code: object) -> None:
        self._editor.set_style(Style(str(code)))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _action(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: slot())
        self.text_actions.append(action)
        return action
