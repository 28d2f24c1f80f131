"""The kinds of notes, and how a note may be used, as rows of buttons with keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution
from facilitator.domain.vocabulary import NOTE_KIND_LABELS, NoteKind
from facilitator.features.notes import keys
from facilitator.features.notes.capture.draft import Marks
from facilitator.features.notes.capture.lettered import LetteredButton, Words
from facilitator.features.notes.wording import kind_words
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.icons import icon
from facilitator.kit.once import once
from facilitator.kit.shapes import consent_icon
from facilitator.translation import tr

_MOST_ROWS = 2
_BETWEEN = 3
"""Pixels between two buttons."""
_SHARE = 5
"""The buttons, and what else is to be chosen, take at most a fifth of the height."""


def stage_action(owner: QWidget, text: str, letter: str, slot: Callable[[], None]) -> QAction:
    """An action with a letter that works anywhere in the widget to which it is added; a key that is held down, or that
    bounces, does it once."""
    action = QAction(text, owner)
    action.setShortcut(QKeySequence(keys.with_letter(letter)))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setAutoRepeat(False)
    act = once(slot)
    action.triggered.connect(lambda *_: act())
    return action


class KindBar(QWidget):
    """One button a kind; a list to choose from where they would take too much room. ``chosen`` gives a kind's code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_compact = False
        self._shown = ""
        self._buttons: dict[str, LetteredButton] = {}
        self.kind_actions: list[QAction] = []
        self._rows = QWidget(self)
        self._flow = FlowLayout(self._rows, spacing=_BETWEEN)
        for kind, letter in keys.KIND_LETTERS.items():
            words = tr(NOTE_KIND_LABELS[kind])
            action = stage_action(self, words, letter, lambda kind=kind: self.chosen.emit(kind.value))  # type: ignore[misc]  # a default can’t have its type told
            button = LetteredButton(action, words, letter, self._rows)
            self._flow.addWidget(button)
            self._buttons[kind.value] = button
            self.kind_actions.append(action)
        self.choice = ChoiceField([(code, kind_words(code)) for code in ("", *NoteKind)], self)
        self.choice.setAccessibleName(tr("Kind of note"))
        self.choice.committed.connect(self._on_listed)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._rows)
        self._stack.addWidget(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_kind(self, code: str) -> None:
        """Show which kind is chosen."""
        self._shown = code
        for kind, button in self._buttons.items():
            button.setChecked(kind == code)
        self.choice.show_value(code)

    def fit(self, room: int, width: int, beside: int = 0) -> None:
        """Take no more of the room (pixels of height of the whole stage) than the buttons are worth, ``width`` pixels
        being there for them, and ``beside`` pixels of height being taken by something else."""
        one = next(iter(self._buttons.values())).sizeHint().height() + self._flow.spacing()
        height = self._flow.heightForWidth(width)
        self._is_compact = height > _MOST_ROWS * one or (height + beside) * _SHARE > room
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_listed(self, code: str) -> None:
        # In the list, the same once more is no wish to be without it.
        if code != self._shown:
            self.chosen.emit(code)

    def _arrange(self) -> None:
        self._stack.setCurrentIndex(1 if self._is_compact else 0)
        listed = self.choice.sizeHint().height()
        self._stack.setFixedHeight(listed if self._is_compact else self._flow.heightForWidth(self.width()))


class MarkBar(QWidget):
    """How the note may be used, and what is to be done with it."""

    toggled = Signal(str, object)
    """A field of ``Marks``, and the value that is chosen or taken back."""
    keys_wanted = Signal()
    """All keys are to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark_actions: list[QAction] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN)
        self._attributions: dict[str, LetteredButton] = {}
        for attribution, letter in (
            (Attribution.OFF_THE_RECORD, keys.OFF_THE_RECORD),
            (Attribution.CHATHAM_HOUSE, keys.CHATHAM_HOUSE),
        ):
            button = self._add(
                tr(ATTRIBUTION_LABELS[attribution]),
                letter,
                lambda code=attribution.value: self.toggled.emit("attribution", code),  # type: ignore[misc]  # a default can’t have its type told
            )
            button.setIcon(consent_icon(attribution))
            self._attributions[attribution.value] = button
        self._star = self._add(tr("Star"), keys.STAR, lambda: self.toggled.emit("starred", True))
        self._star.setIcon(icon("star"))
        self._doubt = self._add(tr("To verify"), keys.VERIFY, lambda: self.toggled.emit("to_verify", True))
        self._doubt.setIcon(icon("check"))

        self.keys_action = QAction(icon("info"), tr("Card of keys"), self)
        self.keys_action.triggered.connect(lambda *_: self.keys_wanted.emit())
        self.mark_actions.append(self.keys_action)
        self._card = QToolButton(self)
        self._card.setDefaultAction(self.keys_action)
        self._card.setAccessibleName(tr("Card of keys"))
        layout.addWidget(self._card)

    def fit(self, room: int) -> None:
        """Say no more than there is room for (pixels across): words with their letters, words, or signs and letters."""
        buttons = self.findChildren(LetteredButton)
        rest = self._card.sizeHint().width() + _BETWEEN * len(buttons)
        fitting = (words for words in Words if rest + sum(button.wide(words) for button in buttons) <= room)
        words = next(fitting, Words.LETTER)
        for button in buttons:
            button.say(words)

    def show_marks(self, marks: Marks) -> None:
        """Show what is chosen."""
        for code, button in self._attributions.items():
            button.setChecked(code == marks.attribution)
        self._star.setChecked(marks.starred)
        self._doubt.setChecked(marks.to_verify)

    def _add(self, text: str, letter: str, slot: Callable[[], None]) -> LetteredButton:
        action = stage_action(self, text, letter, slot)
        button = LetteredButton(action, text, letter, self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.mark_actions.append(action)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button
